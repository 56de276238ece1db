import { closeSync } from 'node:fs';
import path from 'node:path';
import { decode } from '../text/index.js';
import { shownPath } from './discover.js';
import { UsageError } from './errors.js';
import { readJson, type ListItem, type ListPath, type ReadNext } from './json-stream.js';
import { openRegular, readBytes, ReadError, readSome } from './read-file.js';

/** The lists of our JSON reports, and of SARIF logs, that may be too long for memory. */
const LONG_LISTS: readonly ListPath[] = [['findings'], ['shard', 'comparisons', '*', 'images'], ['runs', '*', 'results']];

/** A JSON file of any size, not yet known to be a report. */
export class JsonFile {
  /** As it is shown. */
  readonly file: string;
  /** What it holds, with the long lists empty. */
  readonly value: unknown;
  /** Absolute. */
  readonly path: string;
  /** The text, where its encoding is not UTF-8. */
  readonly #text: Buffer | undefined;

  /** @throws UsageError for what cannot be read, or is not JSON */
  static open(name: string, cwd: string): JsonFile {
    return new JsonFile(path.resolve(cwd, name), cwd);
  }

  private constructor(absolute: string, cwd: string) {
    this.path = absolute;
    this.file = shownPath(absolute, cwd);
    this.#text = this.#orComplain(() => textOfUtf16(absolute));
    this.value = this.#read(() => {});
  }

  /**
   * Hands over the items of the long lists, in their order.
   *
   * @throws UsageError, and what `onItem` throws
   */
  each(onItem: (item: ListItem) => void): void {
    this.#read(onItem);
  }

  /** An item once more. */
  itemAt({ start, end }: Pick<ListItem, 'start' | 'end'>): unknown {
    return this.#orComplain(() => JSON.parse(this.#text?.toString('utf8', start, end) ?? readAt(this.path, start, end)) as unknown);
  }

  #read(onItem: (item: ListItem) => void): unknown {
    return this.#orComplain(() => (this.#text === undefined
      ? withFile(this.path, (descriptor) => readJson((into) => readSome(descriptor, into), LONG_LISTS, onItem))
      : readJson(bytesOf(this.#text), LONG_LISTS, onItem)));
  }

  #orComplain<T>(read: () => T): T {
    try {
      return read();
    } catch (error) {
      if (error instanceof ReadError) throw new UsageError(`The report ${this.file} cannot be read: ${error.message}.`);
      if (error instanceof SyntaxError) throw new UsageError(`${this.file} is not JSON. Make reports to merge with --format json=FILE.`);
      throw error;
    }
  }
}

/** What a shell of Windows writes; undefined for UTF-8. */
function textOfUtf16(file: string): Buffer | undefined {
  const [first = 0, second = 0] = withFile(file, (descriptor) => {
    const bytes = Buffer.alloc(2);
    readSome(descriptor, bytes, 0);
    return bytes;
  });
  return first >= 0xfe && second >= 0xfe ? Buffer.from(decode(readBytes(file)).text) : undefined;
}

function bytesOf(text: Buffer): ReadNext {
  let at = 0;
  return (into) => {
    const count = text.copy(into, 0, at);
    at += count;
    return count;
  };
}

function readAt(file: string, start: number, end: number): string {
  return withFile(file, (descriptor) => {
    const bytes = Buffer.alloc(end - start);
    readSome(descriptor, bytes, start);
    return bytes.toString('utf8');
  });
}

function withFile<T>(file: string, use: (descriptor: number) => T): T {
  const descriptor = openRegular(file);
  try {
    return use(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
