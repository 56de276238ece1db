import type { Reader, Reading, ReadingProblem, TextDocument } from './document.js';
import { editJson } from './json-edit.js';
import { jsonPlaces, JsonSyntaxError } from './json-places.js';
import type { Node } from './node.js';

export const jsonReader: Reader = {
  format: 'json',
  read(text) {
    return readRecord(text, 0, text.length, 0);
  },
  edit: editJson,
};

/** Each line one JSON document. Blank lines are allowed. */
export const ndjsonReader: Reader = {
  format: 'ndjson',
  read(text) {
    const documents: TextDocument[] = [];
    const problems: ReadingProblem[] = [];
    for (let start = 0; start < text.length; ) {
      const newline = text.indexOf('\n', start);
      const end = newline < 0 ? text.length : newline;
      if (text.slice(start, end).trim() !== '') {
        const reading = readRecord(text, start, end, documents.length);
        documents.push(...reading.documents);
        problems.push(...reading.problems);
      }
      start = end + 1;
    }
    return { documents, problems };
  },
  edit: editJson,
};

function readRecord(text: string, start: number, end: number, index: number): Reading {
  const record = start === 0 && end === text.length ? text : text.slice(start, end);
  let value: unknown;
  try {
    value = JSON.parse(record);
  } catch {
    return { documents: [], problems: [explainSyntaxError(text, start, end)] };
  }
  let node: Node | undefined;
  const document: TextDocument = {
    index,
    value,
    places: () => (node ??= jsonPlaces(text, start, end).root),
  };
  // JSON.parse keeps the last of equal keys without a word; equal counts prove that there are none.
  const problems = countKeysInText(record) === countKeysInValue(value) ? [] : jsonPlaces(text, start, end).duplicates;
  return { documents: [document], problems };
}

function explainSyntaxError(text: string, start: number, end: number): ReadingProblem {
  try {
    jsonPlaces(text, start, end);
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    const at = Math.min(error.offset, Math.max(start, end - 1));
    return { kind: 'syntax', reason: error.message, span: { start: at, end: Math.min(at + 1, end) } };
  }
  return { kind: 'syntax', reason: 'this is not JSON', span: { start, end: Math.min(start + 1, end) } };
}

/** Keys written in a valid JSON text, by hops from quote to quote. */
export function countKeysInText(text: string): number {
  let count = 0;
  for (let open = text.indexOf('"'); open >= 0; ) {
    let close = text.indexOf('"', open + 1);
    while (isEscaped(text, close)) close = text.indexOf('"', close + 1);
    let next = close + 1;
    let code = text.charCodeAt(next);
    while (code === 32 || code === 10 || code === 13 || code === 9) code = text.charCodeAt(++next);
    if (code === 58) count++;
    open = text.indexOf('"', next);
  }
  return count;
}

function isEscaped(text: string, quote: number): boolean {
  let backslashes = 0;
  while (text.charCodeAt(quote - 1 - backslashes) === 92) backslashes++;
  return backslashes % 2 === 1;
}

/** Keys that a parsed value has. Iterative: depth must not cost stack. */
export function countKeysInValue(value: unknown): number {
  let count = 0;
  const open: unknown[] = [value];
  for (let item = open.pop(); item !== undefined; item = open.pop()) {
    if (typeof item !== 'object' || item === null) continue;
    if (Array.isArray(item)) {
      for (const child of item) if (typeof child === 'object' && child !== null) open.push(child);
    } else {
      for (const key in item) {
        count++;
        const child = (item as Record<string, unknown>)[key];
        if (typeof child === 'object' && child !== null) open.push(child);
      }
    }
  }
  return count;
}
