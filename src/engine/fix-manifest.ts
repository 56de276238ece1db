import type { Finding, Suppression } from '../model/finding.js';
import { fixText, type TextFixes } from './fix-text.js';
import { lintLocated, sift, type LocatedLintOptions } from './lint-located.js';
import type { LintSettings, Manifest } from './lint-text.js';
import { SetRules } from './set-rules.js';

/** Which fixes are made: those that surely keep what the author meant, or all. */
export type FixLevel = 'safe' | 'all';

export interface FixOptions extends Pick<LocatedLintOptions, 'ignoreComments'> {
  readonly level: FixLevel;
  /** Asked anew for each pass: what a baseline knows is not touched. */
  readonly known?: () => (finding: Finding) => Suppression | undefined;
}

/**
 * Makes the fixes of one manifest. What only shows beside other manifests is not looked at. A text with bytes that
 * could not be read is left alone: written again, they would be lost.
 */
export function fixManifest(manifest: Manifest, settings: LintSettings, { level, known, ...options }: FixOptions): TextFixes {
  const { text } = manifest;
  if (manifest.invalidAt >= 0) return { text, edits: [], fixed: [], dropped: [] };
  // Rules that fail are told of when the result is linted.
  const lint = (changed: string): ReturnType<typeof lintLocated> => {
    const linted = lintLocated({ ...manifest, text: changed }, settings, new SetRules(), { ...options, docsOf: () => null, withLineHashes: false }, () => {});
    return known === undefined ? linted : { ...linted, findings: sift(linted.findings, known()).kept };
  };
  return fixText(text, lint, ({ safe }) => safe || level === 'all');
}
