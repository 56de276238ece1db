const [QUOTE, COMMA, COLON, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_MAP, CLOSE_MAP] = [34, 44, 58, 92, 91, 93, 123, 125];
const SPACE = 32;
const END = -1;
const WINDOW = 1 << 20;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/** Fills a part of a buffer with what comes next of a text. Says how many bytes that were; 0 at the end. */
export type ReadNext = (into: Uint8Array) => number;

/** Where a list is in a value: names, and `*` for any item of a list. */
export type ListPath = readonly string[];

/** An item of a long list: its value, made when it is asked for, where the list is, and where its bytes are. */
export interface ListItem {
  readonly path: readonly string[];
  readonly start: number;
  readonly end: number;
  value(): unknown;
}

/**
 * Reads a JSON text in UTF-8, of any size. The items of some lists, which may be long, are handed over one by one; the
 * value that is returned has these lists empty.
 *
 * @throws SyntaxError
 */
export function readJson(readNext: ReadNext, lists: readonly ListPath[], onItem: (item: ListItem) => void): unknown {
  const scanner = new Scanner(readNext);
  const value = new Walk(scanner, lists, onItem).valueAt([]);
  if (scanner.peek() !== END) throw new SyntaxError('the text goes on after its value');
  return value;
}

class Walk {
  readonly #scanner: Scanner;
  readonly #lists: readonly ListPath[];
  readonly #onItem: (item: ListItem) => void;

  constructor(scanner: Scanner, lists: readonly ListPath[], onItem: (item: ListItem) => void) {
    this.#scanner = scanner;
    this.#lists = lists;
    this.#onItem = onItem;
  }

  valueAt(path: readonly string[]): unknown {
    const leading = this.#lists.filter((list) => list.length >= path.length && path.every((step, index) => list[index] === '*' || list[index] === step));
    const first = this.#scanner.peek();
    if (leading.length > 0 && first === OPEN_MAP) return this.#mapAt(path);
    if (leading.length > 0 && first === OPEN_LIST) return leading.some(({ length }) => length === path.length) ? this.#longListAt(path) : this.#listAt(path);
    this.#scanner.pass();
    return this.#scanner.value();
  }

  #mapAt(path: readonly string[]): unknown {
    const entries: [string, unknown][] = [];
    this.#each(OPEN_MAP, CLOSE_MAP, () => {
      this.#scanner.pass();
      const name = this.#scanner.value();
      if (typeof name !== 'string') throw new SyntaxError('a name is no text');
      this.#scanner.expect(COLON);
      entries.push([name, this.valueAt([...path, name])]);
    });
    return Object.fromEntries(entries);
  }

  #listAt(path: readonly string[]): unknown {
    const items: unknown[] = [];
    this.#each(OPEN_LIST, CLOSE_LIST, () => items.push(this.valueAt([...path, String(items.length)])));
    return items;
  }

  #longListAt(path: readonly string[]): unknown {
    const scanner = this.#scanner;
    const value = (): unknown => scanner.value();
    this.#each(OPEN_LIST, CLOSE_LIST, () => {
      const [start, end] = scanner.pass();
      this.#onItem({ path, start, end, value });
    });
    return [];
  }

  #each(open: number, close: number, read: () => void): void {
    const scanner = this.#scanner;
    scanner.expect(open);
    if (scanner.take(close)) return;
    do read(); while (scanner.take(COMMA));
    scanner.expect(close);
  }
}

/** Finds where values end, in a window that moves over the text. What a value is made of, `JSON.parse` looks at. */
class Scanner {
  readonly #readNext: ReadNext;
  #bytes = Buffer.allocUnsafe(WINDOW);
  #length = 0;
  /** Where the window begins in the text. */
  #base = 0;
  #at = 0;
  /** What stands before it in the window is not needed any more. */
  #start = 0;

  constructor(readNext: ReadNext) {
    this.#readNext = readNext;
    while (this.#length < BYTE_ORDER_MARK.length && this.#more());
    if (BYTE_ORDER_MARK.every((byte, index) => index < this.#length && this.#bytes[index] === byte)) this.#at = BYTE_ORDER_MARK.length;
  }

  /** The next byte that is no blank; -1 at the end. */
  peek(): number {
    for (;;) {
      this.#start = this.#at;
      if (this.#at === this.#length && !this.#more()) return END;
      const byte = this.#bytes[this.#at] as number;
      if (byte > SPACE) return byte;
      this.#at++;
    }
  }

  /** Passes a byte, if it is the next one. */
  take(byte: number): boolean {
    if (this.peek() !== byte) return false;
    this.#at++;
    return true;
  }

  expect(byte: number): void {
    if (!this.take(byte)) throw new SyntaxError(`"${String.fromCharCode(byte)}" is missing`);
  }

  /** Passes a value. Says where its bytes are in the text. */
  pass(): [start: number, end: number] {
    const first = this.peek();
    if (first === QUOTE || first === OPEN_LIST || first === OPEN_MAP) this.#passClosed();
    else this.#passWord();
    return [this.#base + this.#start, this.#base + this.#at];
  }

  /** The value that was passed last. */
  value(): unknown {
    return JSON.parse(this.#bytes.toString('utf8', this.#start, this.#at));
  }

  /** A text, list or map. */
  #passClosed(): void {
    let [at, depth, isInText, isEscaped] = [this.#at, 0, false, false];
    do {
      if (at === this.#length) {
        this.#at = at;
        if (!this.#more()) throw new SyntaxError('the text ends within a value');
        at = this.#at;
      }
      const byte = this.#bytes[at++];
      if (isInText) {
        if (isEscaped) isEscaped = false;
        else if (byte === BACKSLASH) isEscaped = true;
        else if (byte === QUOTE) isInText = false;
      } else if (byte === QUOTE) isInText = true;
      else if (byte === OPEN_LIST || byte === OPEN_MAP) depth++;
      else if (byte === CLOSE_LIST || byte === CLOSE_MAP) depth--;
    } while (depth > 0 || isInText);
    this.#at = at;
  }

  /** A number, true, false or null. */
  #passWord(): void {
    for (; this.#at < this.#length || this.#more(); this.#at++) {
      const byte = this.#bytes[this.#at] as number;
      if (byte <= SPACE || byte === COMMA || byte === CLOSE_LIST || byte === CLOSE_MAP) return;
    }
  }

  /** Moves the window on, or makes it larger. False at the end of the text. */
  #more(): boolean {
    const old = this.#bytes;
    const kept = this.#length - this.#start;
    if (kept === old.length) this.#bytes = Buffer.allocUnsafe(2 * kept);
    old.copy(this.#bytes, 0, this.#start, this.#length);
    this.#base += this.#start;
    this.#at -= this.#start;
    this.#start = 0;
    this.#length = kept;
    const count = this.#readNext(this.#bytes.subarray(kept));
    this.#length += count;
    return count > 0;
  }
}
