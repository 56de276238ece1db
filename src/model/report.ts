import type { Cloud } from './cloud.js';
import type { Config } from './config.js';
import type { Finding, ImageIdentity, Range, Severity, Suppression } from './finding.js';
import type { Path } from './image.js';
import type { Extract, RuleMeta } from './rule.js';

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
  /** Set when the run was one part of several. */
  readonly shard?: Shard;
}

/** One part of a run that several machines share, with what it takes to put the parts together. */
export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly count: number;
  /** The threshold that holds for the run. */
  readonly failOn: NonNullable<Config['failOn']>;
  /** Ids of the rules that were on. */
  readonly rules: readonly string[];
  readonly cloud: Omit<Cloud, 'checkSite'>;
  /** Left to the merge: the rules that compare images of different files. */
  readonly comparisons: readonly Comparison[];
}

/** A rule that compares images, with the images that it is about. */
export interface Comparison {
  readonly rule: string;
  readonly severity: Severity;
  /** Did the configuration set the severity, rather than the rule itself? */
  readonly isSeveritySet: boolean;
  readonly options: Readonly<Record<string, unknown>>;
  readonly images: readonly ComparedImage[];
}

export interface ComparedImage {
  readonly file: string;
  /** Number of the document within its file. */
  readonly document: number;
  readonly image: ImageIdentity;
  /** What it may have in common with others. */
  readonly keys: readonly string[];
  /** What the rule compares. */
  readonly extract: Extract;
  readonly places: readonly ComparedPlace[];
}

/** Where a rule may report. */
export interface ComparedPlace {
  readonly at: Path;
  readonly pointer: string;
  readonly range: Range;
  /** Set when comments hold back what the rule reports here. */
  readonly suppression: Suppression | null;
}
