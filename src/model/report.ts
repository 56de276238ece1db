import type { Finding } from './finding.js';
import type { RuleMeta } from './rule.js';

export interface Summary {
  /** Files that were read as manifests. */
  readonly files: number;
  readonly images: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** Findings that comments or a baseline hold back; they count nowhere else. */
  readonly suppressed: number;
}

/** Work that could not be done: an unreadable file, a rule that threw. The run went on without it. */
export interface Failure {
  readonly message: string;
  readonly file: string | null;
}

/** The result of a run. Reporters turn it into text; the library hands it out as it is. */
export interface Report {
  readonly version: 1;
  readonly tool: { readonly name: string; readonly version: string };
  readonly summary: Summary;
  /** Ordered by file as given, then position, then rule. */
  readonly findings: readonly Finding[];
  /** Held back by comments or a baseline, in the same order. Not part of the JSON report. */
  readonly suppressed: readonly Finding[];
  readonly failures: readonly Failure[];
  /** The rules that were on, by id. Not part of the JSON report. */
  readonly rules: readonly RuleMeta[];
}
