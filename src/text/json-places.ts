import type { ReadingProblem } from './document.js';
import type { Entry, Node } from './node.js';

/** JSON text that is not JSON; `offset` is where reading had to stop. */
export class JsonSyntaxError extends Error {
  readonly offset: number;
  constructor(reason: string, offset: number) {
    super(reason);
    this.offset = offset;
  }
}

const WORD_END = /[\s,:[\]{}"]/;
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

interface Frame {
  readonly node: Node & { span: { start: number; end: number } };
  /** How the node is reached from the one that holds it; undefined for the document itself. */
  readonly step: string | number | undefined;
  key?: { text: string; start: number; end: number };
}

/**
 * The places of all values of a JSON text, and its duplicate keys. Iterative, so that depth costs memory
 * and no stack.
 *
 * @throws JsonSyntaxError where `JSON.parse` would throw too, with a reason in words.
 */
export function jsonPlaces(text: string, from = 0, to = text.length): { root: Node; duplicates: ReadingProblem[] } {
  let at = from;
  const stack: Frame[] = [];
  const duplicates: ReadingProblem[] = [];
  let root: Node | undefined;

  const fail = (reason: string, offset = at): never => {
    throw new JsonSyntaxError(reason, offset);
  };
  const blank = (): string => {
    for (; at < to; at++) {
      const code = text.charCodeAt(at);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return text[at] as string;
    }
    return '';
  };
  const place = (node: Node): string | number | undefined => {
    const frame = stack.at(-1);
    if (frame === undefined) {
      root = node;
      return undefined;
    }
    if (frame.key === undefined) return (frame.node.items as Node[]).push(node) - 1;
    const { text: key, start, end } = frame.key;
    (frame.node.entries as Entry[]).push({ key, keySpan: { start, end }, node });
    delete frame.key;
    return key;
  };

  for (;;) {
    // A value is expected here.
    const first = blank();
    const start = at;
    if (first === '{' || first === '[') {
      at++;
      const node = first === '{'
        ? { kind: 'map' as const, span: { start, end: start }, entries: [] }
        : { kind: 'list' as const, span: { start, end: start }, items: [] };
      const step = place(node);
      stack.push({ node, step });
      if (first === '[' && blank() !== ']') continue;
      if (first === '{' && blank() !== '}') {
        readKey();
        continue;
      }
    } else if (first === '"') {
      readString();
      place({ kind: 'scalar', span: { start, end: at } });
    } else {
      readWord(first);
      place({ kind: 'scalar', span: { start, end: at } });
    }
    // A value is complete: go on with its neighbours, close what ends.
    for (;;) {
      const frame = stack.at(-1);
      const next = blank();
      if (frame === undefined) {
        if (next !== '') fail('the document ends here, but more text follows');
        return { root: root as Node, duplicates };
      }
      const isMap = frame.node.kind === 'map';
      if (next === (isMap ? '}' : ']')) {
        at++;
        frame.node.span.end = at;
        if (isMap) findDuplicates(frame.node, stack, duplicates);
        stack.pop();
        continue;
      }
      const isEmpty = isMap ? frame.node.entries?.length === 0 : frame.node.items?.length === 0;
      if (next === ',' && !isEmpty) {
        const comma = at++;
        const after = blank();
        if (after === '}' || after === ']') fail('a comma stands before the closing bracket', comma);
        if (isMap) readKey();
        break;
      }
      if (next === '') fail(`the text ends, but ${isMap ? 'a "{"' : 'a "["'} is still open`);
      fail(`"," or "${isMap ? '}' : ']'}" was expected here`);
    }
  }

  function readKey(): void {
    const first = blank();
    if (first === '') fail('the text ends where a key was expected');
    if (first === "'") fail('JSON keys stand in double quotes');
    if (first === '/') fail('JSON has no comments');
    if (first !== '"') fail('a key in double quotes was expected here');
    const start = at;
    const key = readString();
    const end = at;
    if (blank() !== ':') fail('":" was expected after the key');
    at++;
    (stack.at(-1) as Frame).key = { text: key, start, end };
  }

  function readString(): string {
    const start = at++;
    let plain = true;
    for (; at < to; at++) {
      const code = text.charCodeAt(at);
      if (code === 34) {
        at++;
        return plain ? text.slice(start + 1, at - 1) : (JSON.parse(text.slice(start, at)) as string);
      }
      if (code < 32) fail(code === 10 || code === 13 ? 'a string must end on its line' : 'a control character must be written as an escape');
      if (code === 92) {
        plain = false;
        const escape = /^(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(text.slice(at + 1, at + 6));
        if (escape === null) fail('this is not an escape that JSON knows');
        else at += escape[0].length;
      }
    }
    return fail('the string has no closing quote', start);
  }

  function readWord(first: string): void {
    const start = at;
    if (first === '') fail(root === undefined && stack.length === 0 ? 'the text is empty' : 'the text ends where a value was expected');
    if (first === "'") fail('JSON strings stand in double quotes');
    if (first === '/') fail('JSON has no comments');
    while (at < to && !WORD_END.test(text[at] as string)) at++;
    const word = text.slice(start, at);
    if (word === 'true' || word === 'false' || word === 'null' || NUMBER.test(word)) return;
    at = start;
    if (word === '') fail('a value was expected here');
    if (/^(True|False|None)$/.test(word)) fail(`JSON spells this ${word === 'None' ? 'null' : word.toLowerCase()}`);
    if (/^(NaN|-?Infinity|undefined)$/.test(word)) fail('JSON has no such value');
    fail('strings stand in double quotes, and this is no number, true, false or null');
  }
}

function findDuplicates(map: Node, stack: readonly Frame[], duplicates: ReadingProblem[]): void {
  const seen = new Map<string, Entry>();
  for (const entry of map.entries ?? []) {
    const earlier = seen.get(entry.key);
    if (earlier !== undefined) {
      const path = stack.map((frame) => frame.step).filter((step) => step !== undefined);
      duplicates.push({
        kind: 'duplicate-key',
        reason: 'the key stands twice',
        span: entry.keySpan,
        key: entry.key,
        firstSpan: earlier.keySpan,
        path: [...path, entry.key],
      });
    }
    seen.set(entry.key, entry);
  }
}
