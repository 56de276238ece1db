import type { TextFormat } from './document.js';

/** How the records in a part of a list or a stream are told apart, without reading them. */
export interface Records {
  /** Where the first record starts; -1 when that cannot be told. */
  first(text: string): number;
  /** Where a record ends that starts there. Of a record that is not known, a guess. */
  endOf(text: string, start: number): number;
  /** Where the record after it starts; the end of the text after the last one, -1 when something else stands there. */
  next(text: string, end: number): number;
}

/** NDJSON: lines. */
const lines: Records = {
  first: () => 0,
  endOf(text, start) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    return text.charCodeAt(end - 1) === CR ? end - 1 : end;
  },
  next(text, end) {
    const newline = text.indexOf('\n', end);
    return newline < 0 ? text.length : newline + 1;
  },
};

/** Items of a JSON list, with commas between them. */
const items: Records = {
  first: (text) => passBlank(text, 0),
  endOf(text, start) {
    const lineStart = text.lastIndexOf('\n', start) + 1;
    const opening = `\n${text.slice(lineStart, start + 1)}`;
    for (let at = text.indexOf(opening, start + 1); at >= 0; at = text.indexOf(opening, at + 1)) {
      const comma = passBlankBack(text, at) - 1;
      if (text.charCodeAt(comma) === COMMA) return comma;
    }
    return passBlankBack(text, text.length);
  },
  next(text, end) {
    const at = passBlank(text, end);
    if (at === text.length) return at;
    const start = text.charCodeAt(at) === COMMA ? passBlank(text, at + 1) : text.length;
    // Behind a comma, an item must stand.
    return start === text.length ? -1 : start;
  },
};

/** Items of a YAML list that begin in the first column. */
const dashes: Records = {
  first: (text) => (text.startsWith('- ') ? 0 : -1),
  endOf(text, start) {
    const next = text.indexOf('\n- ', start);
    return next < 0 ? text.length : next + 1;
  },
  next: (_, end) => end,
};

const RECORDS: { readonly [F in TextFormat]?: Records } = { ndjson: lines, json: items, yaml: dashes };

/** Undefined when records of the format are not told apart. */
export function recordsOf(format: TextFormat): Records | undefined {
  return RECORDS[format];
}

const [TAB, LF, CR, SPACE, COMMA] = [9, 10, 13, 32, 44];

function isBlank(code: number): boolean {
  return code === SPACE || code === LF || code === CR || code === TAB;
}

function passBlank(text: string, from: number): number {
  let at = from;
  while (isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** Where the blanks begin that stand before `end`. */
function passBlankBack(text: string, end: number): number {
  let at = end;
  while (at > 0 && isBlank(text.charCodeAt(at - 1))) at--;
  return at;
}
