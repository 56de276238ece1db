import type { Excerpt, Range } from '../model/finding.js';
import { cells, type Cell } from './display-width.js';
import type { Paint } from './paint.js';
import { isPlain, printable, runnerCommands } from './printable.js';

const TAB = 4;
const LEAST_ROOM = 20;
/** What is shown before a span that is itself too long to be shown. */
const LEAD = 10;

/** A line as it is shown; columns count from 0. */
interface Line {
  readonly width: number;
  /** Where the character at an index is shown. */
  columnOf(index: number): number;
  /** What is shown from a column to before another. */
  slice(from: number, to: number): string;
}

/**
 * The lines around a finding with their numbers, the span underlined:
 *
 *     > 3 | disk_format: QCOW2
 *         |              ^^^^^
 *
 * Columns are a terminal's: tabs are blown up, wide characters take two, what must not be printed is escaped. Lines
 * that are too long are cut, all at the same columns, so that the span is seen.
 */
export function codeFrame({ firstLine, firstColumn, lines: excerpt }: Excerpt, { start, end }: Range, width: number, paint: Paint): string[] {
  if (excerpt.length === 0) return [];
  const lastLine = end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
  const lines = excerpt.slice(0, Math.max(excerpt.findLastIndex((line) => line.trim() !== ''), start.line - firstLine) + 1);
  const digits = String(firstLine + lines.length - 1).length;
  const room = Math.max(LEAST_ROOM, width - digits - '  >  | '.length);
  const spans = lines.map((line, index) => {
    const number = firstLine + index;
    if (number < start.line || number > lastLine) return undefined;
    return {
      from: number === start.line ? start.column - firstColumn : Math.max(0, line.search(/\S/)),
      to: number === end.line ? end.column - firstColumn : line.length,
    };
  });
  const laid = lines.map(layOut);
  const left = leftOf(laid, spans, room);
  const framed: string[] = [];
  for (const [index, line] of laid.entries()) {
    const span = spans[index];
    const number = String(firstLine + index).padStart(digits);
    const gutter = span === undefined ? paint(`    ${number} |`, 'dim') : paint(`  > ${number} |`, 'red', 'bold');
    framed.push(`${gutter} ${visible(line, left, room, firstColumn > 1)}`.trimEnd());
    if (span === undefined) continue;
    const from = Math.max(0, line.columnOf(span.from) - left);
    const to = Math.min(room, line.columnOf(span.to) - left);
    framed.push(`${paint(`    ${' '.repeat(digits)} |`, 'dim')} ${' '.repeat(from)}${paint('^'.repeat(Math.max(1, to - from)), 'red', 'bold')}`);
  }
  if (lastLine >= firstLine + excerpt.length) framed.push(paint(`  > ${' '.repeat(digits)} | …`, 'dim'));
  return framed;
}

function layOut(text: string): Line {
  return isPlain(text) ? plainLine(text) : cellLine(text);
}

/** A line without anything odd, as nearly all are: columns are indices. */
function plainLine(text: string): Line {
  return { width: text.length, columnOf: (index) => Math.min(index, text.length), slice: (from, to) => text.slice(from, to) };
}

function cellLine(text: string): Line {
  const commands = runnerCommands(text);
  const placed: (Cell & { readonly column: number; readonly index: number })[] = [];
  let column = 0;
  let index = 0;
  for (const cell of cells(text, (character, at) => (character === '\t' ? ' ' : commands.has(at) ? '\\u0023' : printable(character)))) {
    const width = text[index] === '\t' ? TAB - (column % TAB) : cell.width;
    placed.push({ ...cell, text: text[index] === '\t' ? ' '.repeat(width) : cell.text, width, column, index });
    column += width;
    index += cell.length;
  }
  return {
    width: column,
    columnOf: (at) => placed.find((cell) => cell.index + cell.length > at)?.column ?? column,
    slice(from, to) {
      const inside = placed.filter((cell) => cell.column >= from && cell.column + cell.width <= to);
      // A wide character that is cut in half leaves a blank.
      return ' '.repeat(Math.max(0, (inside[0]?.column ?? from) - from)) + inside.map((cell) => cell.text).join('');
    },
  };
}

/** The first column to show: 0 unless the span would be out of sight. */
function leftOf(lines: readonly Line[], spans: readonly ({ readonly from: number; readonly to: number } | undefined)[], room: number): number {
  const first = spans.findIndex((span) => span !== undefined);
  const line = lines[first];
  const span = spans[first];
  if (line === undefined || span === undefined) return 0;
  const [from, to] = [line.columnOf(span.from), line.columnOf(span.to)];
  if (to < room) return 0;
  return Math.max(0, from - Math.max(LEAD, Math.floor((room - (to - from)) / 2)));
}

/** What is to be seen of a line, with `…` where it goes on. `isRest`: what stands before it is not at hand. */
function visible(line: Line, left: number, room: number, isRest: boolean): string {
  const isCutLeft = isRest || (left > 0 && line.width > 0);
  const isCutRight = line.width > left + room;
  const shown = line.slice(left + (isCutLeft ? 1 : 0), left + room - (isCutRight ? 1 : 0));
  return `${isCutLeft ? '…' : ''}${shown}${isCutRight ? '…' : ''}`;
}
