import type { Position, Range } from '../model/finding.js';
import type { Span } from './node.js';

/** The character at an offset, both halves of it where it has two; at the end of the text the empty place after the last word. */
export function characterAt(text: string, offset: number): Span {
  const code = text.codePointAt(offset);
  if (code !== undefined) return { start: offset, end: offset + (code > 0xffff ? 2 : 1) };
  const end = text.trimEnd().length;
  return { start: end, end };
}

/** Where a text that is part of a larger one begins in it. */
export interface Beginning {
  /** Number of its first line. The part begins where a line begins. */
  readonly line: number;
  readonly offset: number;
}

const BEGINNING: Beginning = { line: 1, offset: 0 };

/** Turns offsets into lines and columns; the lines are indexed once, at the first question. */
export class Lines {
  readonly #text: string;
  readonly #beginning: Beginning;
  readonly #shift: number;
  #starts: number[] | undefined;

  /**
   * Of a part of a larger text, `position` tells where its offsets are in the whole, and lines have their numbers
   * there. `shift`: how many characters of the text stand before the offset 0.
   */
  constructor(text: string, beginning = BEGINNING, shift = 0) {
    this.#text = text;
    this.#beginning = beginning;
    this.#shift = shift;
  }

  /** Number of the last line. */
  get last(): number {
    return this.#beginning.line + this.#lineStarts().length - 1;
  }

  position(offset: number): Position {
    const starts = this.#lineStarts();
    const own = offset + this.#shift;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= own) low = middle;
      else high = middle - 1;
    }
    return { line: this.#beginning.line + low, column: own - (starts[low] as number) + 1, offset: this.#beginning.offset + own };
  }

  range(span: Span): Range {
    return { start: this.position(span.start), end: this.position(span.end) };
  }

  /** Offset at which a line starts. */
  startOf(line: number): number {
    return this.#beginning.offset + (this.#lineStarts()[line - this.#beginning.line] ?? this.#text.length);
  }

  /** The text of a line, without its line end. */
  line(number: number): string {
    const starts = this.#lineStarts();
    const index = number - this.#beginning.line;
    const start = starts[index];
    if (start === undefined) return '';
    let end = starts[index + 1] ?? this.#text.length;
    while (end > start && isLineEnd(this.#text.charCodeAt(end - 1))) end--;
    return this.#text.slice(start, end);
  }

  #lineStarts(): readonly number[] {
    return (this.#starts ??= startsIn(this.#text));
  }
}

/** Offsets at which lines start. A line ends with LF, CRLF or CR. */
function startsIn(text: string): number[] {
  const starts = [0];
  if (text.includes('\r')) {
    const breaks = /\r\n?|\n/g;
    while (breaks.exec(text) !== null) starts.push(breaks.lastIndex);
  } else {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  }
  return starts;
}

/** How many lines end in a text, or between two offsets. */
export function countLineEnds(text: string, start = 0, end = text.length): number {
  let count = 0;
  if (end - start > SHORT) {
    const own = text.slice(start, end);
    for (let at = own.indexOf('\n'); at >= 0; at = own.indexOf('\n', at + 1)) count++;
    for (let at = own.indexOf('\r'); at >= 0; at = own.indexOf('\r', at + 1)) if (text.charCodeAt(start + at + 1) !== LF) count++;
    return count;
  }
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === LF || (unit === CR && text.charCodeAt(at + 1) !== LF)) count++;
  }
  return count;
}

/** In longer texts, to search for line ends is faster than to look at each character. */
const SHORT = 64;

const [LF, CR] = [10, 13];

function isLineEnd(unit: number): boolean {
  return unit === LF || unit === CR;
}
