import { countKeysInText, countKeysInValue } from './count-keys.js';
import type { Reader, Reading, ReadingProblem, TextDocument } from './document.js';
import { checkJson } from './json-check.js';
import { editJson } from './json-edit.js';
import { jsonItemPlaces, jsonPlaces } from './json-places.js';
import { JsonSyntaxError } from './json-scanner.js';
import type { Node } from './node.js';
import { characterAt } from './position.js';

export const jsonReader: Reader = {
  format: 'json',
  read: (text) => readRecord(text, afterMark(text), text.length, 0),
  edit: editJson,
};

/** Some items of a long list, as they stand between its brackets. What is wrong with them is not said. */
export const jsonItemsReader: Reader = {
  format: 'json',
  read(text) {
    try {
      const value: unknown = JSON.parse(`[${text}]`);
      if (countKeysInText(text) !== countKeysInValue(value)) return UNREADABLE;
      let places: Node | undefined;
      return { documents: [{ index: 0, value, places: () => (places ??= jsonItemPlaces(text)) }], problems: [] };
    } catch {
      return UNREADABLE;
    }
  },
  edit: editJson,
};

const UNREADABLE: Reading = { documents: [], problems: [{ kind: 'syntax', reason: 'it is not a list of items', document: 0, span: { start: 0, end: 0 } }] };

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
    const problems = check(text, start, end, index);
    return { documents: [], problems: problems.some(({ kind }) => kind === 'syntax') ? problems : [tooLarge(start, index)] };
  }
  let places: Node | undefined;
  return {
    documents: [{ index, value, places: () => (places ??= jsonPlaces(text, start)) }],
    // JSON.parse keeps the last of equal keys without a word; equal counts prove that there are none.
    problems: countKeysInText(record) === countKeysInValue(value) ? [] : check(text, start, end, index),
  };
}

/** What is wrong with a record, in words. */
function check(text: string, start: number, end: number, document: number): readonly ReadingProblem[] {
  try {
    return checkJson(text, start, end, document);
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) return [tooLarge(start, document)];
    return [{ kind: 'syntax', reason: error.message, document, span: characterAt(text, Math.min(error.offset, end)) }];
  }
}

function tooLarge(start: number, document: number): ReadingProblem {
  return { kind: 'syntax', reason: 'it is too large to be read', document, span: { start, end: start } };
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
