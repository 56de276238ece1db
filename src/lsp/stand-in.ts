import type { TextFormat } from '../text/index.js';
import { solidBefore, type Cursor } from './cursor.js';

/** A name that nobody else uses. */
export const STAND_IN = 'glance_lint_stand_in';

/** A text with a stand-in for the word at the cursor, so that it can be read while the word is being typed. */
export interface Probe {
  readonly text: string;
  /** Where the stand-in begins. */
  readonly offset: number;
}

/** The ways in which the text may become whole; the likelier one first. */
export function probes(text: string, cursor: Cursor, format: TextFormat): readonly Probe[] {
  const { kind, word, quote, isClosed, hasSeparator } = cursor;
  const start = word.start - quote.length;
  const end = isClosed ? word.end + quote.length : quote === '' ? word.end : lineEnd(text, word.end);
  const needsQuotes = format !== 'yaml' && (kind === 'value' || format !== 'hcl');
  const mark = quote !== '' ? quote : needsQuotes ? '"' : '';
  const name = `${mark}${STAND_IN}${mark}`;
  const probe = (before: string, middle: string, after = ''): Probe => ({
    text: `${text.slice(0, start)}${before}${middle}${after}${text.slice(end)}`,
    offset: start + before.length + mark.length,
  });
  const isJson = format !== 'yaml' && format !== 'hcl';
  const after = isJson && solidAfter(text, end) === '"' ? ',' : '';
  // Right behind its colon, a YAML value would be part of the key.
  if (kind === 'value') return [probe(format === 'yaml' && text[start - 1] === ':' ? ' ' : '', name, after)];
  if (hasSeparator) return [probe('', name)];
  const before = isJson && !'{[, '.includes(solidBefore(text, start)) ? ',' : '';
  const separator = format === 'hcl' ? ' =' : ':';
  return [probe(before, `${name}${separator} 0`, after), ...(isJson ? [probe(before, name, after)] : [])];
}

function lineEnd(text: string, from: number): number {
  const found = text.slice(from).search(/[\r\n]/);
  return found < 0 ? text.length : from + found;
}

function solidAfter(text: string, offset: number): string {
  return /\S/.exec(text.slice(offset))?.[0] ?? '';
}
