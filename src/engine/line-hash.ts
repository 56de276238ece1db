/** How many characters of a line, blanks left out, and of the lines below it count. */
const WINDOW = 100;
const FACTOR = 37;
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
}

const known = new WeakMap<HashedText, LineHashes>();

/** GitHub's hash of a line (numbered from 1); the text is gone through at the first question. */
export function lineHash(source: HashedText, line: number): string | undefined {
  if (source.encoding !== undefined && source.encoding !== 'utf-8') return undefined;
  let hashes = known.get(source);
  if (hashes === undefined) {
    hashes = new LineHashes(source.hasByteOrderMark === true ? BYTE_ORDER_MARK + source.text : source.text);
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
class LineHashes {
  readonly #highs: number[] = [];
  readonly #lows: number[] = [];
  readonly #counts: number[] = [];

  constructor(text: string) {
    const count = this.#counter();
    const units = normalised(text);
    let high = 0;
    let low = 0;
    let start = 0;
    for (let index = 0; index < units.length + WINDOW; index++) {
      if (index - start === WINDOW) {
        count(high, low);
        start = units.indexOf(10, start) + 1;
        if (start === 0) break;
      }
      const enters = index < units.length ? (units[index] as number) : 0;
      const leaves = index < WINDOW ? 0 : (units[index - WINDOW] as number);
      const lowSum = low * FACTOR + enters;
      const lowGone = LEAVING_LOW * leaves;
      const highSum = high * FACTOR + Math.floor(lowSum / TWO_TO_32);
      const highGone = LEAVING_HIGH * leaves + Math.floor(lowGone / TWO_TO_32);
      const lowRest = (lowSum >>> 0) - (lowGone >>> 0);
      low = lowRest >>> 0;
      high = ((highSum >>> 0) - (highGone >>> 0) - (lowRest < 0 ? 1 : 0)) >>> 0;
    }
  }

  of(line: number): string | undefined {
    const [high, low, count] = [this.#highs[line - 1], this.#lows[line - 1], this.#counts[line - 1]];
    return high === undefined || low === undefined ? undefined : `${hex(high, low)}:${count}`;
  }

  /** Keeps each line's hash, and counts the equal ones. A hash's lower half finds the lines that may be equal. */
  #counter(): (high: number, low: number) => void {
    const latest = new Map<number, number>();
    const before: number[] = [];
    return (high, low) => {
      const line = this.#highs.length;
      const last = latest.get(low) ?? -1;
      let equal = last;
      while (equal >= 0 && this.#highs[equal] !== high) equal = before[equal] as number;
      this.#highs.push(high);
      this.#lows.push(low);
      this.#counts.push(equal < 0 ? 1 : (this.#counts[equal] as number) + 1);
      before.push(last);
      latest.set(low, line);
    };
  }
}

/** The text as UTF-16 units without spaces and tabs, every line end as LF, and the mark of its end. */
function normalised(text: string): Uint16Array {
  const units = new Uint16Array(text.length + 1);
  let length = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 32 || unit === 9) continue;
    if (unit === 13) {
      if (text.charCodeAt(index + 1) === 10) index++;
      units[length++] = 10;
    } else {
      units[length++] = unit;
    }
  }
  units[length++] = END_OF_TEXT;
  return units.subarray(0, length);
}

function halves(value: bigint): [high: number, low: number] {
  return [Number((value >> 32n) & 0xffffffffn), Number(value & 0xffffffffn)];
}

/** Without leading zeros, as GitHub writes it. */
function hex(high: number, low: number): string {
  return high === 0 ? low.toString(16) : high.toString(16) + low.toString(16).padStart(8, '0');
}
