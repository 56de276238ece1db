/** How many characters of a line, blanks left out, and of the lines below it count. */
const WINDOW = 100;
const FACTOR = 37;
const LINE_END = 10;
const END_OF_TEXT = 0xffff;
const BYTE_ORDER_MARK = '\ufeff';
const TWO_TO_32 = 2 ** 32;
const [LEAVING_HIGH, LEAVING_LOW] = halves(BigInt(FACTOR) ** BigInt(WINDOW));

/** A text whose lines are hashed. */
export interface HashedText {
  readonly text: string;
  /** Did a byte order mark stand before the text? GitHub counts it in. */
  readonly hasByteOrderMark?: boolean;
  /** GitHub reads every file as UTF-8: for others, nothing that it would agree with can be told. */
  readonly encoding?: string;
  /** Of a text that is part of another one: how the lines of the whole are hashed. */
  readonly part?: { lineHash(line: number): string | undefined };
}

const known = new WeakMap<HashedText, LineHashes>();

/** GitHub's hash of a line (numbered from 1); the text is gone through at the first question. */
export function lineHash(source: HashedText, line: number): string | undefined {
  if (source.part !== undefined) return source.part.lineHash(line);
  if (source.encoding !== undefined && source.encoding !== 'utf-8') return undefined;
  let hashes = known.get(source);
  if (hashes === undefined) {
    hashes = LineHashes.of([source.hasByteOrderMark === true ? BYTE_ORDER_MARK + source.text : source.text]);
    known.set(source, hashes);
  }
  return hashes.of(line);
}

/**
 * GitHub's fingerprints of lines (`primaryLocationLineHash`): a polynomial hash, modulo 2^64, of the first
 * 100 characters from the line's start, blanks left out, and the number of equal hashes so far.
 * Source: github/codeql-action src/fingerprints.ts, which warns when ours differs.
 *
 * The hash rolls through the text: each character enters once and leaves once. Its 64 bits are kept as two
 * halves in plain numbers, which are exact here (no product reaches 2^53) and far quicker than BigInt.
 */
export class LineHashes {
  readonly #highs: number[] = [];
  readonly #lows: number[] = [];
  readonly #counts: number[] = [];
  /** By a hash's lower half: the latest line that has it. It finds the lines that may be equal. */
  readonly #latest = new Map<number, number>();
  /** By line: the latest one before it with the same lower half; -1 when there is none. */
  readonly #before: number[] = [];
  #high = 0;
  #low = 0;
  /** Characters that are still needed: those which have entered and not left, and those of lines not yet counted. */
  #units = new Uint16Array(0);
  /** How many of them have entered. */
  #entered = 0;
  /** Where the line begins that is counted next; -1 while its beginning is not known. */
  #start = 0;

  private constructor() {}

  /** The hashes of a text that comes in pieces. A CRLF must not be cut. */
  static of(pieces: Iterable<string>): LineHashes {
    const hashes = new LineHashes();
    for (const piece of pieces) hashes.#roll(normalised(piece));
    hashes.#roll(Uint16Array.of(END_OF_TEXT, ...new Array<number>(WINDOW).fill(0)));
    return hashes;
  }

  of(line: number): string | undefined {
    const [high, low, count] = [this.#highs[line - 1], this.#lows[line - 1], this.#counts[line - 1]];
    return high === undefined || low === undefined ? undefined : `${hex(high, low)}:${count}`;
  }

  #roll(more: Uint16Array): void {
    const kept = this.#units.length;
    const units = new Uint16Array(kept + more.length);
    units.set(this.#units);
    units.set(more, kept);
    let [high, low, start, index] = [this.#high, this.#low, this.#start, this.#entered];
    if (start < 0) start = units.indexOf(LINE_END, kept) + 1 || -1;
    for (; index < units.length; index++) {
      if (index - start === WINDOW && start >= 0) {
        this.#count(high, low);
        start = units.indexOf(LINE_END, start) + 1 || -1;
      }
      const leaves = index < WINDOW ? 0 : (units[index - WINDOW] as number);
      const lowSum = low * FACTOR + (units[index] as number);
      const lowGone = LEAVING_LOW * leaves;
      const highSum = high * FACTOR + Math.floor(lowSum / TWO_TO_32);
      const highGone = LEAVING_HIGH * leaves + Math.floor(lowGone / TWO_TO_32);
      const lowRest = (lowSum >>> 0) - (lowGone >>> 0);
      low = lowRest >>> 0;
      high = ((highSum >>> 0) - (highGone >>> 0) - (lowRest < 0 ? 1 : 0)) >>> 0;
    }
    const from = Math.max(0, start < 0 ? index - WINDOW : Math.min(start, index - WINDOW));
    this.#units = units.slice(from);
    [this.#high, this.#low, this.#start, this.#entered] = [high, low, start < 0 ? -1 : start - from, index - from];
  }

  /** Keeps a line's hash, and counts the equal ones before it. */
  #count(high: number, low: number): void {
    const line = this.#highs.length;
    const last = this.#latest.get(low) ?? -1;
    let equal = last;
    while (equal >= 0 && this.#highs[equal] !== high) equal = this.#before[equal] as number;
    this.#highs.push(high);
    this.#lows.push(low);
    this.#counts.push(equal < 0 ? 1 : (this.#counts[equal] as number) + 1);
    this.#before.push(last);
    this.#latest.set(low, line);
  }
}

/** A text as UTF-16 units without spaces and tabs, every line end as LF. */
function normalised(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  let length = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 32 || unit === 9) continue;
    if (unit === 13) {
      if (text.charCodeAt(index + 1) === 10) index++;
      units[length++] = LINE_END;
    } else {
      units[length++] = unit;
    }
  }
  return units.subarray(0, length);
}

function halves(value: bigint): [high: number, low: number] {
  return [Number((value >> 32n) & 0xffffffffn), Number(value & 0xffffffffn)];
}

/** Without leading zeros, as GitHub writes it. */
function hex(high: number, low: number): string {
  return high === 0 ? low.toString(16) : high.toString(16) + low.toString(16).padStart(8, '0');
}
