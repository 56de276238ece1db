import type { Excerpt, Range } from '../model/finding.js';
import type { Lines } from '../text/index.js';
import { own } from '../text/own.js';

const LINES_BEFORE = 2;
const LINES_AFTER = 1;
/** Longer lines are cut in excerpts, around the finding. */
export const EXCERPT_WIDTH = 320;
/** How many lines are remembered. Findings come in about the order of their lines. */
const MOST_LINES = 64;

/**
 * Makes excerpts of one text. There may be a million findings: those in one line share an excerpt, and excerpts that
 * overlap share lines.
 */
export class Excerpts {
  readonly #lines: Lines;
  /** Lines from their beginning on, by number. */
  readonly #shown = new Map<number, string>();
  #latest: Excerpt | undefined;

  constructor(lines: Lines) {
    this.#lines = lines;
  }

  /** The lines around a range. */
  around({ start, end }: Range): Excerpt {
    const firstLine = Math.max(1, start.line - LINES_BEFORE);
    const last = Math.min(this.#lines.last, Math.min(end.line, start.line + 3) + LINES_AFTER);
    const from = start.column <= EXCERPT_WIDTH / 2 ? 0 : start.column - 1 - EXCERPT_WIDTH / 2;
    const latest = this.#latest;
    if (latest?.firstLine === firstLine && latest.firstColumn === from + 1 && latest.lines.length === last - firstLine + 1) return latest;
    const lines: string[] = [];
    const starts: number[] = [];
    for (let line = firstLine; line <= last; line++) {
      lines.push(this.#lineFrom(line, from));
      starts.push(this.#lines.startOf(line) + from);
    }
    return (this.#latest = { firstLine, firstColumn: from + 1, lines, starts });
  }

  #lineFrom(line: number, from: number): string {
    const cut = (): string => own(withoutHalves(this.#lines.line(line), from));
    if (from > 0) return cut();
    const known = this.#shown.get(line);
    if (known !== undefined) return known;
    if (this.#shown.size >= MOST_LINES) this.#shown.clear();
    const shown = cut();
    this.#shown.set(line, shown);
    return shown;
  }
}

/** A line from a column on. Half a character at the beginning becomes a blank, so that columns stay; one at the end is left out. */
function withoutHalves(line: string, from: number): string {
  const end = from + EXCERPT_WIDTH;
  const isHalf = (at: number): boolean => at > 0 && (line.codePointAt(at - 1) ?? 0) > 0xffff;
  const shown = line.slice(from, isHalf(end) ? end - 1 : end);
  return isHalf(from) ? ` ${shown.slice(1)}` : shown;
}
