import type { Finding, Suppression } from '../model/finding.js';
import type { TextDocument } from '../text/index.js';
import { lintText, type LintedText, type LintSettings, type Manifest } from './lint-text.js';
import { byPosition, linesOf, locateFindings, type LocateOptions } from './locate-findings.js';
import type { RuleError } from './raw-finding.js';
import type { SetRules } from './set-rules.js';
import { Suppressions, type PendingFinding } from './suppressions.js';

export interface LocatedLintOptions extends Pick<LocateOptions, 'docsOf' | 'withLineHashes'> {
  /** Report also what comments hold back. */
  readonly ignoreComments?: boolean;
}

/** Findings that somebody knows of, such as a baseline's. Each may be met only so often. */
export interface KnownFindings {
  suppressionOf(finding: Finding): Suppression | undefined;
}

/** What linting one text found, with places, and without what its comments hold back. */
export interface LocatedText extends Pick<LintedText, 'images' | 'dialect' | 'problems' | 'isManifest'> {
  readonly documents: readonly TextDocument[];
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Finding[];
  /** Undefined when no comment of the text is for us. */
  readonly suppressions: Suppressions | undefined;
  readonly pending: readonly PendingFinding[];
}

/** Lints one text, but for what only shows beside other texts. */
export function lintLocated(
  manifest: Manifest, settings: LintSettings, setRules: SetRules, options: LocatedLintOptions, onError: (error: RuleError) => void,
): LocatedText {
  const { source, findings, readerFindings, ...rest } = lintText(manifest, settings, setRules, options, onError);
  const counts = { ...rest, documents: source.documents };
  const located = findings.length === 0 ? [] : locateFindings(findings, source, options);
  const all = [...readerFindings, ...located].sort(byPosition);
  const lines = linesOf(manifest);
  const suppressions = options.ignoreComments === true ? undefined : Suppressions.in(manifest.text, manifest.reader.comments, lines);
  if (suppressions === undefined) return { ...counts, findings: all, suppressed: [], suppressions, pending: [] };
  const { kept, held } = sift(all, (finding) => suppressions.suppressionOf(finding));
  const about = counts.isManifest ? suppressions.findings({ source, lines, rules: settings.rules, ...options }) : { findings: [], pending: [] };
  return { ...counts, findings: [...kept, ...about.findings].sort(byPosition), suppressed: held, suppressions, pending: about.pending };
}

/** Parts findings into those that are reported and those that something holds back. */
export function sift(findings: readonly Finding[], suppressionOf: (finding: Finding) => Suppression | undefined): { readonly kept: Finding[]; readonly held: Finding[] } {
  const kept: Finding[] = [];
  const held: Finding[] = [];
  for (const finding of findings) {
    const suppression = suppressionOf(finding);
    if (suppression === undefined) kept.push(finding);
    else held.push({ ...finding, suppression });
  }
  return { kept, held };
}
