import { countKeysInText, countKeysInValue } from './count-keys.js';
import type { Reader, Reading, ReadingProblem, TextDocument } from './document.js';
import { editJson } from './json-edit.js';
import { jsonPlaces, type JsonPlaces } from './json-places.js';
import { JsonSyntaxError } from './json-scanner.js';
import { characterAt } from './position.js';

export const jsonReader: Reader = {
  format: 'json',
  read: (text) => readRecord(text, afterMark(text), text.length, 0),
  edit: editJson,
};

/** Each line one JSON document. Blank lines are allowed, and a broken line does not hide the others. */
export const ndjsonReader: Reader = {
  format: 'ndjson',
  read(text) {
    const documents: TextDocument[] = [];
    const problems: ReadingProblem[] = [];
    let index = 0;
    for (let start = afterMark(text); start < text.length; ) {
      const newline = text.indexOf('\n', start);
      const end = newline < 0 ? text.length : newline;
      if (!isBlank(text, start, end)) {
        const reading = readRecord(text, start, end, index++);
        for (const document of reading.documents) documents.push(document);
        for (const problem of reading.problems) problems.push(problem);
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
    return { documents: [], problems: [explain(text, start, end, index)] };
  }
  let places: JsonPlaces | undefined;
  const placesOf = (): JsonPlaces => (places ??= jsonPlaces(text, start, end, index));
  // JSON.parse keeps the last of equal keys without a word; equal counts prove that there are none.
  const problems = countKeysInText(record) === countKeysInValue(value) ? [] : placesOf().duplicates;
  return { documents: [{ index, value, places: () => placesOf().root }], problems };
}

function explain(text: string, start: number, end: number, document: number): ReadingProblem {
  try {
    jsonPlaces(text, start, end, document);
  } catch (error) {
    if (error instanceof JsonSyntaxError) {
      return { kind: 'syntax', reason: error.message, document, span: characterAt(text, Math.min(error.offset, end)) };
    }
  }
  return { kind: 'syntax', reason: 'it is too large or nests too deep to be read', document, span: characterAt(text, start) };
}

/** Where the text begins, after a byte order mark. */
function afterMark(text: string): number {
  return text.charCodeAt(0) === 0xfeff ? 1 : 0;
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code !== 32 && code !== 9 && code !== 13) return false;
  }
  return true;
}
