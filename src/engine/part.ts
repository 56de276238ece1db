import type { Dialect } from '../model/dialect.js';
import type { Reader } from '../text/index.js';
import type { Beginning } from '../text/position.js';

/*
 * A large list or stream of images is linted part by part, so that memory does not grow with it. Each part is read as
 * if it were a small manifest. What cannot be parted for sure is linted as a whole instead, which is what the results
 * of parts must equal.
 */

/** Where a part of a manifest stands in the whole, and what came before it. */
export interface Part {
  /** Number within the manifest, from 0. */
  readonly index: number;
  /** Where the lines before it begin. */
  readonly beginning: Beginning;
  /** What is in the parts before it: documents of a stream, items of the document that is a list, images. */
  readonly documents: number;
  readonly items: number;
  readonly images: number;
  /** The dialect of the parts before it. */
  readonly dialect: Dialect | undefined;
  /** GitHub's hash of a line of the whole; the whole is gone through at the first question. */
  lineHash(line: number): string | undefined;
}

/** The text of a part. */
export interface PartText {
  readonly text: string;
  readonly reader: Reader;
  /** A few lines before it, which excerpts show. */
  readonly before: string;
  /** What stands between it and the next part, and some of that. */
  readonly gap: string;
  readonly after: string;
}

/** A manifest that can be read part by part. */
export interface Parts {
  /**
   * The texts of all parts, in order.
   *
   * @throws PartsError
   */
  all(): Iterable<PartText>;
  /**
   * The text of the whole, in pieces that end where a line ends.
   *
   * @throws PartsError
   */
  pieces(): Iterable<string>;
  /** One of them again; undefined when the manifest is not what it was. */
  at(index: number): PartText | undefined;
}

/** A manifest turns out not to be what can be linted part by part. */
export class PartsError extends Error {}
