import type { Edit } from '../model/finding.js';
import type { Path } from '../model/image.js';
import type { Change } from '../model/rule.js';
import type { Node, Span } from './node.js';

/** Why a text cannot be read, or what is odd about it, with the place. */
export interface ReadingProblem {
  readonly kind: 'syntax' | 'duplicate-key';
  /** In words, without a full stop. */
  readonly reason: string;
  readonly span: Span;
  /** The key that stands twice, and where it stood first. */
  readonly key?: string;
  readonly firstSpan?: Span;
  /** Path of the value that the duplicate key names. */
  readonly path?: Path;
}

/** One JSON or YAML document, or one record of an NDJSON stream. */
export interface TextDocument {
  /** Number within its text, from 0. */
  readonly index: number;
  /** Plain values; `UNKNOWN` where a tag hides the value. */
  readonly value: unknown;
  /** The places of its values. Built at the first call. */
  places(): Node;
}

export interface Reading {
  readonly documents: readonly TextDocument[];
  readonly problems: readonly ReadingProblem[];
}

export type TextFormat = 'json' | 'yaml' | 'ndjson';

/** Reads one text format. Never throws for text of any kind. */
export interface Reader {
  readonly format: TextFormat;
  read(text: string): Reading;
  /** The text edits that make a change at a place; undefined when it cannot be made safely. */
  edit(text: string, document: TextDocument, path: Path, change: Change): readonly Edit[] | undefined;
}
