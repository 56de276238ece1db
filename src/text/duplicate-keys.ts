import type { Path } from '../model/image.js';
import type { ReadingProblem } from './document.js';
import type { Entry, Node } from './node.js';

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

  /** Looks through a map; `path` is asked only when there is something to tell. */
  gather(map: Node, path: () => Path): void {
    const { entries = [] } = map;
    if (entries.length < 2) return;
    const first = new Map<string, Entry>();
    let at: Path | undefined;
    for (const entry of entries) {
      const { key, keySpan } = entry;
      const earlier = first.get(key);
      if (earlier === undefined) {
        first.set(key, entry);
      } else if (this.#steps < MOST_STEPS) {
        at ??= path();
        this.#steps += at.length + 1;
        this.found.push({
          kind: 'duplicate-key', reason: 'the key stands twice', document: this.#document,
          span: keySpan, key, firstSpan: earlier.keySpan, path: [...at, key],
        });
      }
    }
  }
}
