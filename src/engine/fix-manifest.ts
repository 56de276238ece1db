import { fixText, type LintedForFixes, type TextFixes } from './fix-text.js';
import { lintLocated, sift, type KnownFindings, type LocatedLintOptions } from './lint-located.js';
import type { LintSettings, Manifest } from './lint-text.js';
import { SetRules } from './set-rules.js';

/** Which fixes are made: those that surely keep what the author meant, or all. */
export type FixLevel = 'safe' | 'all';

export interface FixingLintOptions extends Pick<LocatedLintOptions, 'ignoreComments'> {
  /** Asked anew for each text: what a baseline knows is not touched. */
  readonly known?: (() => KnownFindings) | undefined;
}

/** Lints texts that a manifest may become, as fixing needs it. What only shows beside other manifests is not looked at. */
export function lintForFixes(manifest: Manifest, settings: LintSettings, { known, ...options }: FixingLintOptions): (text: string) => LintedForFixes {
  // Rules that fail are told of when the result is linted.
  const ignore = (): void => {};
  return (text) => {
    const linted = lintLocated({ ...manifest, text }, settings, new SetRules(), { ...options, docsOf: () => null, withLineHashes: false }, ignore);
    const own = known?.();
    return own === undefined ? linted : { ...linted, findings: sift(linted.findings, (finding) => own.suppressionOf(finding)).kept };
  };
}

/** Makes the fixes of one manifest. */
export function fixManifest(manifest: Manifest, settings: LintSettings, level: FixLevel, options: FixingLintOptions): TextFixes {
  return fixText(manifest.text, lintForFixes(manifest, settings, options), ({ safe }) => safe || level === 'all');
}
