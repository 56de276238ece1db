import { isAscii } from 'node:buffer';
import { closeSync, fstatSync, openSync } from 'node:fs';
import { PartsError, type Parts, type PartText } from '../engine/part.js';
import { jsonItemsReader } from '../text/json.js';
import type { Reader, TextFormat } from '../text/index.js';
import { FileWindow, readAt } from './file-window.js';
import { codeOf } from './read-file.js';

/** Bytes of a file: its parts, and the lines around them. All offsets count from the beginning of the file. */
interface Stretch {
  /** Where the lines before begin, and where those after end. */
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  /** Where the next part starts. */
  readonly next: number;
}

/** How the records of a format are told apart, without reading them. Offsets count in `bytes`. */
interface Records {
  /** Where the first record starts, at the beginning of a line; -1 when the file does not begin as it should. */
  begin(bytes: Buffer): number;
  /** A place before `limit`, which is above 0, between two records, the last one after `from`: where the former ends and the latter's line starts. */
  cut(bytes: Buffer, from: number, limit: number): { readonly end: number; readonly next: number } | undefined;
  /** Where the last record ends; -1 when the file does not end as it should. */
  finish(bytes: Buffer, from: number): number;
  /** Is it sure that the text is nothing but records, when it can be read? */
  isPlain?(text: string): boolean;
  readonly reader: Reader;
}

export interface PartsOptions {
  /** About how many bytes a part has. */
  readonly size?: number;
}

/** What is at hand when V8 collects garbage counts when it decides how much memory it takes, so parts are small. */
const PART_SIZE = 24 << 10;
/** What is learned of the records in the first part counts for all others: the sooner the better. */
const FIRST_SIZE = 4 << 10;
/** Records that are longer are not parted. */
const LONGEST = 1 << 24;
const LINES_BEFORE = 2;
const NEWLINE = 10;

/** The parts of a file that is a list or a stream of records. What is none, turns out on the way. */
export class FileParts implements Parts {
  readonly #path: string;
  readonly #records: Records;
  readonly #size: number;
  readonly #stretches: Stretch[] = [];
  #stamp = '';

  /** Undefined when files of this format are not parted. */
  static of(path: string, format: TextFormat, reader: Reader, { size = PART_SIZE }: PartsOptions = {}): FileParts | undefined {
    if (format === 'json') return new FileParts(path, new JsonItems(), size);
    if (format === 'ndjson') return new FileParts(path, new Lines(reader), size);
    return format === 'yaml' ? new FileParts(path, new YamlItems(reader), size) : undefined;
  }

  private constructor(path: string, records: Records, size: number) {
    this.#path = path;
    this.#records = records;
    this.#size = size;
  }

  *all(): Generator<PartText> {
    const descriptor = orPartsError(() => openSync(this.#path, 'r'));
    try {
      this.#stamp = stampOf(descriptor);
      for (const [stretch, bytes] of this.#stretchesIn(descriptor)) {
        this.#stretches.push(stretch);
        yield this.#textOf(stretch, bytes);
      }
      // Its beginning was that of another text.
      if (stampOf(descriptor) !== this.#stamp) throw new PartsError();
    } finally {
      closeSync(descriptor);
    }
  }

  *pieces(): Generator<string> {
    const descriptor = orPartsError(() => openSync(this.#path, 'r'));
    try {
      let done = 0;
      for (const [{ from, next }, bytes] of this.#stretchesIn(descriptor)) {
        yield textOf(bytes.subarray(done - from, next - from));
        done = next;
      }
    } finally {
      closeSync(descriptor);
    }
  }

  at(index: number): PartText | undefined {
    const stretch = this.#stretches[index];
    if (stretch === undefined) return undefined;
    let descriptor: number | undefined;
    try {
      descriptor = openSync(this.#path, 'r');
      if (stampOf(descriptor) !== this.#stamp) return undefined;
      const bytes = Buffer.allocUnsafe(stretch.to - stretch.from);
      return readAt(descriptor, bytes, stretch.from) === bytes.length ? this.#textOf(stretch, bytes) : undefined;
    } catch (error) {
      if (codeOf(error) === '') throw error;
      return undefined;
    } finally {
      if (descriptor !== undefined) closeSync(descriptor);
    }
  }

  /** The stretches, each with its bytes, which hold until the next one. */
  *#stretchesIn(descriptor: number): Generator<[Stretch, Buffer]> {
    const records = this.#records;
    const window = new FileWindow(descriptor);
    let [from, start, wanted] = [0, -1, Math.min(this.#size, FIRST_SIZE)];
    for (;;) {
      const length = Math.max(0, start - from) + wanted;
      const bytes = orPartsError(() => window.bytes(from, length));
      const count = bytes.length;
      if (start < 0) start = records.begin(bytes);
      if (start < 0) throw new PartsError();
      if (count < length) {
        const end = records.finish(bytes, start - from);
        if (end < 0) throw new PartsError();
        yield [{ from, to: from + count, start, end: from + end, next: from + count }, bytes];
        return;
      }
      // The line after must be there as a whole: excerpts show it.
      const limit = bytes.lastIndexOf(NEWLINE);
      const cut = limit > 0 ? records.cut(bytes, start - from, limit) : undefined;
      if (cut === undefined) {
        wanted *= 2;
        if (wanted > LONGEST) throw new PartsError();
        continue;
      }
      const to = bytes.indexOf(NEWLINE, cut.next) + 1;
      yield [{ from, to: from + to, start, end: from + cut.end, next: from + cut.next }, bytes.subarray(0, to)];
      start = from + cut.next;
      from += linesBefore(bytes, cut.next);
      wanted = this.#size;
    }
  }

  #textOf({ from, start, end, next }: Stretch, bytes: Buffer): PartText {
    const [before, text, gap, after] = textsOf(bytes, [start - from, end - from, next - from]);
    if (this.#records.isPlain?.(text) === false) throw new PartsError();
    return { text, before, gap, after, reader: this.#records.reader };
  }
}

/** What the system cannot do shows when the whole is read instead, and is told then. */
function orPartsError<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw codeOf(error) === '' ? error : new PartsError();
  }
}

/** The texts between the cuts. */
function textsOf(bytes: Buffer, cuts: readonly [number, number, number]): [string, string, string, string] {
  const decode = isAscii(bytes) ? decodeAscii : decodeUtf8;
  const [first, second, third] = cuts;
  return [decode(bytes.subarray(0, first)), decode(bytes.subarray(first, second)), decode(bytes.subarray(second, third)), decode(bytes.subarray(third))];
}

function textOf(bytes: Buffer): string {
  return isAscii(bytes) ? decodeAscii(bytes) : decodeUtf8(bytes);
}

function decodeAscii(bytes: Buffer): string {
  return bytes.toString('latin1');
}

function decodeUtf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new PartsError();
  }
}

/** Tells whether a file is still what it was. */
function stampOf(descriptor: number): string {
  const { size, mtimeMs, ino } = fstatSync(descriptor);
  return `${size} ${mtimeMs} ${ino}`;
}

/** Where the line two lines before the one that starts at `next` begins. */
function linesBefore(bytes: Buffer, next: number): number {
  let at = next;
  for (let line = 0; line < LINES_BEFORE && at > 0; line++) at = at < 2 ? 0 : bytes.lastIndexOf(NEWLINE, at - 2) + 1;
  return at;
}

/** NDJSON. */
class Lines implements Records {
  readonly reader: Reader;

  constructor(reader: Reader) {
    this.reader = reader;
  }

  begin(bytes: Buffer): number {
    return hasMark(bytes) ? -1 : 0;
  }

  cut(bytes: Buffer, from: number, limit: number): { end: number; next: number } | undefined {
    const next = bytes.lastIndexOf(NEWLINE, limit - 1) + 1;
    return next > from ? { end: next, next } : undefined;
  }

  finish(bytes: Buffer): number {
    return bytes.length;
  }
}

/** A JSON list whose items each begin on a line of their own. That parts of it can be read proves that it was cut between items. */
class JsonItems implements Records {
  readonly reader = jsonItemsReader;
  /** The line end, the indentation and the brace of an item. */
  #opening = Buffer.alloc(0);

  begin(bytes: Buffer): number {
    const match = /^[ \t\r\n]*\[[ \t]*\r?\n(?:[ \t]*\r?\n)*([ \t]*)\{/.exec(bytes.toString('latin1', 0, 4096));
    if (match === null) return -1;
    const [all, indentation = ''] = match;
    this.#opening = Buffer.from(`\n${indentation}{`);
    return all.length - indentation.length - 1;
  }

  cut(bytes: Buffer, from: number, limit: number): { end: number; next: number } | undefined {
    for (let at = bytes.lastIndexOf(this.#opening, limit - 1); at > from; at = bytes.lastIndexOf(this.#opening, at - 1)) {
      const comma = lastInk(bytes, at);
      if (bytes[comma] === 44) return { end: comma, next: at + 1 };
    }
    return undefined;
  }

  finish(bytes: Buffer): number {
    const close = lastInk(bytes, bytes.length);
    return bytes[close] === 93 ? close : -1;
  }
}

/** A YAML list whose items begin in the first column. */
class YamlItems implements Records {
  readonly reader: Reader;

  constructor(reader: Reader) {
    this.reader = reader;
  }

  begin(bytes: Buffer): number {
    return /^(?:#.*\r?\n|[ \t]*\r?\n)*(?:---[ \t]*(?:#.*)?\r?\n)?(?:[ \t]*#.*\r?\n|[ \t]*\r?\n)*- /.test(bytes.toString('latin1', 0, 4096)) ? 0 : -1;
  }

  cut(bytes: Buffer, from: number, limit: number): { end: number; next: number } | undefined {
    const next = bytes.lastIndexOf('\n- ', limit - 1) + 1;
    return next > from ? { end: next, next } : undefined;
  }

  finish(bytes: Buffer): number {
    return bytes.length;
  }

  /** No other document begins in it. There is a line end, so that it can be told how lines end here. */
  isPlain(text: string): boolean {
    const body = text.replace(HEAD, '');
    return /[\r\n]/.test(text) && !['\n---', '\n...', '\r---', '\r...'].some((marker) => body.includes(marker));
  }
}

const HEAD = /^(?:#.*\r?\n|[ \t]*\r?\n)*---[ \t]*(?:#.*)?\r?\n/;

/** The last byte before `end` that is not a blank. */
function lastInk(bytes: Buffer, end: number): number {
  let at = end - 1;
  while (at >= 0 && isBlank(bytes[at])) at--;
  return at;
}

function isBlank(byte: number | undefined): boolean {
  return byte === 32 || byte === 9 || byte === 10 || byte === 13;
}

/** Does the file begin with a mark of its encoding? */
function hasMark(bytes: Buffer): boolean {
  return bytes[0] === 0xef || bytes[0] === 0xff || bytes[0] === 0xfe;
}
