import type { Path } from '../model/image.js';
import type { ReadingProblem } from './document.js';
import type { Entry, Span } from './node.js';

/** All paths together; deep nests of duplicates would fill the memory otherwise. */
const MOST_STEPS = 1_000_000;

/** Gathers the duplicate keys of one document. */
export class DuplicateKeys {
  readonly found: ReadingProblem[] = [];
  readonly #document: number;
  #steps = 0;

  constructor(document: number) {
    this.#document = document;
  }

  /** A key that its map has already; `path` leads to the map. */
  add(key: string, span: Span, firstSpan: Span, path: () => Path): void {
    if (this.#steps > MOST_STEPS) return;
    const at = [...path(), key];
    this.#steps += at.length;
    this.found.push({ kind: 'duplicate-key', reason: 'the key stands twice', document: this.#document, span, key, firstSpan, path: at });
  }

  /** Looks through the entries of a map. */
  gather(entries: readonly Entry[], path: () => Path): void {
    if (entries.length < 2) return;
    const first = new Map<string, Span>();
    for (const { key, keySpan } of entries) {
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, keySpan);
      else this.add(key, keySpan, earlier, path);
    }
  }
}
