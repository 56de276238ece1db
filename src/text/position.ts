import type { Position, Range } from '../model/finding.js';
import type { Span } from './node.js';

/** The character at an offset, both halves of it where it has two; at the end of the text the empty place after the last word. */
export function characterAt(text: string, offset: number): Span {
  const code = text.codePointAt(offset);
  if (code !== undefined) return { start: offset, end: offset + (code > 0xffff ? 2 : 1) };
  const end = text.trimEnd().length;
  return { start: end, end };
}

/** Turns offsets into lines and columns; the lines are indexed once, at the first question. */
export class Lines {
  readonly #text: string;
  #starts: number[] | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** Offsets at which lines start. A line ends with LF, CRLF or CR. */
  get starts(): readonly number[] {
    if (this.#starts === undefined) {
      this.#starts = [0];
      const breaks = /\r\n?|\n/g;
      while (breaks.exec(this.#text) !== null) this.#starts.push(breaks.lastIndex);
    }
    return this.#starts;
  }

  position(offset: number): Position {
    const starts = this.starts;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] as number) + 1, offset };
  }

  range(span: Span): Range {
    return { start: this.position(span.start), end: this.position(span.end) };
  }

  /** The text of a line (numbered from 1), without its line end. */
  line(number: number): string {
    const start = this.starts[number - 1];
    if (start === undefined) return '';
    let end = this.starts[number] ?? this.#text.length;
    while (end > start && isLineEnd(this.#text.charCodeAt(end - 1))) end--;
    return this.#text.slice(start, end);
  }
}

function isLineEnd(unit: number): boolean {
  return unit === 10 || unit === 13;
}
