import { EXCERPT_WIDTH } from '../engine/excerpts.js';
import type { Excerpt, Range } from '../model/finding.js';
import { printable, runnerCommands } from './printable.js';

/** What is shown of a long line, and how much of it before the span. */
const WIDTH = 240;
const LEAD = 60;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text that is text in HTML, within elements and within quoted attributes. */
export function escapeHtml(text: string): string {
  return escapeEntities(printable(text));
}

function escapeEntities(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] as string);
}

/** Characters of a manifest. What must be made visible looks other than if it were written so. */
export function code(text: string): string {
  const isPlain = printable(text.replaceAll('\t', ' ')).length === text.length;
  if (isPlain) return text.split('\t').map(escapeHtml).join('\t');
  const commands = runnerCommands(text);
  let index = 0;
  return Array.from(text, (character) => {
    const shown = character === '\t' ? character : commands.has(index) ? '\\u0023' : printable(character);
    index += character.length;
    return shown === character ? escapeEntities(shown) : `<span class="shown">${escapeEntities(shown)}</span>`;
  }).join('');
}

/** The lines around a finding, the span marked; nothing when they are not known. */
export function frame({ firstLine, firstColumn, lines: excerpt }: Excerpt, { start, end }: Range): string {
  if (excerpt.length === 0) return '';
  const lastLine = end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
  const lines = excerpt.slice(0, Math.max(excerpt.findLastIndex((line) => line.trim() !== ''), start.line - firstLine) + 1);
  const from = start.column - firstColumn;
  const left = from > WIDTH - LEAD ? from - LEAD : 0;
  const isRest = firstColumn > 1;
  const shown = lines.map((line, index) => {
    const number = firstLine + index;
    if (number < start.line || number > lastLine) return lineOf(number, cut(line, left, isRest));
    const first = number === start.line ? from : Math.max(0, line.search(/\S/));
    const last = Math.max(first, number === end.line ? end.column - firstColumn : line.length);
    const marked = cut(line, left, isRest, first, last);
    return lineOf(number, marked, ' hit');
  });
  if (lastLine >= firstLine + excerpt.length) shown.push(lineOf('', '…'));
  return `<pre class="frame">${shown.join('')}</pre>`;
}

function lineOf(number: number | '', inside: string, kind = ''): string {
  return `<span class="line${kind}" data-line="${number}">${inside}\n</span>`;
}

/** A line from a column on, with a mark around a part of it. `isRest`: what stands before the line is not at hand. */
function cut(line: string, left: number, isRest: boolean, first?: number, last = 0): string {
  const right = left + WIDTH;
  const part = (from: number, to: number): string => code(line.slice(whole(line, Math.max(from, left)), whole(line, Math.min(to, right))));
  const inside = first === undefined ? part(0, line.length) : `${part(0, first)}<mark>${part(first, last)}</mark>${part(last, line.length)}`;
  // Where an excerpt ends, half a character may have been left out.
  const goesOn = line.length > right || line.length >= EXCERPT_WIDTH - 1;
  return `${isRest || (left > 0 && line !== '') ? '…' : ''}${inside}${goesOn ? '…' : ''}`;
}

/** An index that is not in the middle of a character. */
function whole(line: string, index: number): number {
  const unit = line.charCodeAt(index);
  const isLater = unit >= 0xdc00 && unit <= 0xdfff && line.charCodeAt(index - 1) >= 0xd800 && line.charCodeAt(index - 1) <= 0xdbff;
  return isLater ? index - 1 : index;
}
