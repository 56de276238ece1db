import type { Intent, Path } from './image.js';
import type { Change, DialectTraits } from './rule.js';
import type { Spelling } from './spelling.js';

/** An image as a manifest gives it: values not yet checked. */
export interface RawImage {
  /** Base attributes by their wire names, and `store`. */
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly intent: Intent;
  /** Values of `Image.source` and `Image.release`, not yet checked. */
  readonly source?: Readonly<Record<string, unknown>>;
  readonly release?: Readonly<Record<string, unknown>>;
  /** Keys that the dialect does not know. */
  readonly strays?: readonly Stray[];
  /** What stands where the image should be, when that is not a mapping. */
  readonly malformed?: { readonly value: unknown };
  /** From a path in the image to the path in the document that gives that value. */
  locate(path: Path): Path;
  /**
   * Can a change of the image be made in the document as it is, since the document has that value or name in the
   * same words? Default: always.
   */
  allows?(path: Path, change: Change): boolean;
}

/** A key that a dialect does not know, where it knows all that there are. */
export interface Stray {
  readonly key: string;
  /** Where the key stands in the document. */
  readonly path: Path;
  /** The keys that are known in that place. */
  readonly known: readonly string[];
}

export interface RecogniseHints {
  /** Path of the manifest, with forward slashes; empty when it has none. */
  readonly path: string;
  /** Set when the user says what the manifest is for. */
  readonly intent: Intent | null;
}

/** A way of writing image metadata. */
export interface Dialect extends DialectTraits {
  /** Where such manifests are kept and how they are told from others: a sentence or two for the documentation. */
  readonly about?: string;
  /** How it spells an image; the documentation's tables are made from it. */
  readonly spelling?: Spelling;
  /** Words of which at least one stands in every manifest of the dialect: a cheap way to pass others by. */
  readonly markers: readonly string[];
  /** Is this document written in the dialect? By content; a wrong guess is worse than none. */
  recognise(document: unknown, hints: RecogniseHints): boolean;
  /**
   * Is a list of this dialect when each of its parts is, or one of them, and are its images those of its items, each
   * looked at by itself? Large lists of other dialects are not linted part by part.
   */
  readonly isPerItem?: boolean;
  /**
   * Does each attribute get the value of the key that is called like it, as that stands there, and do only the names of
   * keys and the kinds of their values tell the dialect? Then records that are alike need not all be read.
   */
  readonly isVerbatim?: boolean;
  /** The images in a document of the dialect. */
  images(document: unknown, hints: RecogniseHints): Iterable<RawImage>;
  /** Each record of a record stream (NDJSON) as one image. */
  record(record: unknown, hints: RecogniseHints): RawImage;
}

/** Declares a dialect. */
export function defineDialect(dialect: Dialect): Dialect {
  return dialect;
}
