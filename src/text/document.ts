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
  /** Number of the document within its text. */
  readonly document: number;
  /** The key that stands twice, and where it stood first. */
  readonly key?: string;
  readonly firstSpan?: Span;
  /** Path of the value that the duplicate key names. */
  readonly path?: Path;
}

/** One JSON or YAML document, or one record of an NDJSON stream. */
export interface TextDocument {
  /** Number within its text, from 0; documents that cannot be read are counted, too. */
  readonly index: number;
  /**
   * Plain values; `UNKNOWN` where a tag hides the value, and `Date` for a timestamp of YAML 1.1. YAML's aliases
   * make one object appear in many places: walk it all and a few lines may keep you busy for years.
   */
  readonly value: unknown;
  /** The places of its values. Built at the first call. */
  places(): Node;
}

export interface Reading {
  readonly documents: readonly TextDocument[];
  readonly problems: readonly ReadingProblem[];
}

export type TextFormat = 'json' | 'jsonc' | 'yaml' | 'ndjson' | 'hcl';

/** Reads one text format. Never throws for text of any kind. */
export interface Reader {
  readonly format: TextFormat;
  read(text: string): Reading;
  /** The same format as another of its versions has it: YAML 1.1, which many tools read. */
  readonly otherVersion?: Reader;
  /** The text edits that make a change at a place; undefined when it cannot be made safely. */
  edit(text: string, document: TextDocument, path: Path, change: Change): readonly Edit[] | undefined;
  /** Where comments stand, with what opens and closes them. Absent where the format has none. */
  comments?(text: string): readonly Span[];
}
