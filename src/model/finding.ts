import type { Intent } from './image.js';

export type Severity = 'error' | 'warning' | 'info';

/** Who notices. */
export type By = 'glance' | 'nova' | 'cinder' | 'ironic' | 'client' | 'operator' | 'reader';
/** At which moment. */
export type When = 'create' | 'upload' | 'import' | 'boot' | 'volume' | 'always';
/**
 * - `rejected`: an API answers 4xx
 * - `fails`: accepted, breaks later
 * - `ignored`: silently has no effect
 * - `altered`: silently becomes something else
 * - `unsafe`: works with less security than it says
 * - `unclear`: people will be misled
 */
export type Effect = 'rejected' | 'fails' | 'ignored' | 'altered' | 'unsafe' | 'unclear';

/** What really happens when nobody acts on the finding. */
export interface Consequence {
  readonly by: By;
  readonly when: When;
  readonly effect: Effect;
}

/** Lines and columns count from 1, columns in UTF-16 units; offsets count from 0 in the decoded text. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** `end` is the position after the last character. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Replaces the characters from `start` to before `end` (offsets in the decoded text) by `text`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Fix {
  /** A safe fix keeps the meaning that the author surely had. */
  readonly safe: boolean;
  readonly description: string;
  readonly edits: readonly Edit[];
}

export interface Place {
  readonly file: string;
  /** JSON pointer (RFC 6901) into the document. */
  readonly pointer: string;
  readonly range: Range;
}

export interface RelatedPlace extends Place {
  readonly message: string;
}

/** Which image a finding is about. */
export interface ImageIdentity {
  /** Number of the image within its file, from 0. */
  readonly index: number;
  readonly name: string | null;
  readonly id: string | null;
  readonly dialect: string;
  readonly intent: Intent;
}

/** Why a finding is held back from the report. */
export interface Suppression {
  readonly kind: 'comment' | 'baseline';
  /** What somebody wrote as the reason. */
  readonly reason: string | null;
}

/** The lines around a finding, for reporters that show them. */
export interface Excerpt {
  /** Line number of the first of `lines`. */
  readonly firstLine: number;
  /** Column at which each of `lines` begins: 1, unless lines are so long that they are cut. */
  readonly firstColumn: number;
  readonly lines: readonly string[];
  /** Offset at which each of `lines` begins. */
  readonly starts: readonly number[];
}

/** One thing that a rule found. */
export interface Finding extends Place {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly messageId: string;
  /** The values that stand in the message. */
  readonly data: Readonly<Record<string, string | number>>;
  readonly consequence: Consequence;
  /** Number of the document within its file, from 0 (YAML streams, NDJSON records). */
  readonly document: number;
  /** Null for what is not about one image, such as a syntax error. */
  readonly image: ImageIdentity | null;
  readonly related: readonly RelatedPlace[];
  readonly fix: Fix | null;
  /** Address of the rule's documentation; null for a plugin's rule that gives none. */
  readonly docs: string | null;
  /** Not part of the JSON report. */
  readonly excerpt: Excerpt;
  /**
   * JSON pointer to the place in the image, whatever the dialect, with `*` for the number of a list's item; null for
   * what is not about one image. Not part of the JSON report.
   */
  readonly imagePointer: string | null;
  /** Set for a finding that is held back. Not part of the JSON report. */
  readonly suppression?: Suppression;
  /** GitHub's `primaryLocationLineHash`; computed only when asked for. Not part of the JSON report. */
  readonly lineHash?: string;
}
