import type { Path } from '../model/image.js';
import type { ReadingProblem } from './document.js';
import { DuplicateKeys } from './duplicate-keys.js';
import { JsonScanner } from './json-scanner.js';
import type { Entry, Node } from './node.js';

interface Frame {
  readonly node: Node & { readonly span: { end: number } };
  /** The closing bracket. */
  readonly close: '}' | ']';
  /** How the node is reached from the one that holds it; undefined for the document itself. */
  readonly step: string | number | undefined;
  /** Of a map: the key whose value comes next. */
  key: { text: string; start: number; end: number } | undefined;
}

export interface JsonPlaces {
  readonly root: Node;
  readonly duplicates: readonly ReadingProblem[];
}

/**
 * The places of all values of a JSON text, and its duplicate keys. Iterative, so that depth costs memory
 * and no stack.
 *
 * @throws JsonSyntaxError where `JSON.parse` would throw too, with a reason in words.
 */
export function jsonPlaces(text: string, start = 0, end = text.length, document = 0): JsonPlaces {
  const scanner = new JsonScanner(text, start, end);
  const stack: Frame[] = [];
  const duplicates = new DuplicateKeys(document);
  const path = (): Path => stack.map(({ step }) => step).filter((step) => step !== undefined);
  let root: Node | undefined;

  /** Puts a node where it belongs. Gives the step that leads to it. */
  const place = (node: Node): string | number | undefined => {
    const frame = stack.at(-1);
    if (frame === undefined) {
      root = node;
      return undefined;
    }
    if (frame.key === undefined) return (frame.node.items as Node[]).push(node) - 1;
    const { text: key, start: from, end: to } = frame.key;
    (frame.node.entries as Entry[]).push({ key, keySpan: { start: from, end: to }, node });
    return key;
  };
  /** In a map, a key comes before each value. */
  const readKey = (): void => {
    const frame = stack.at(-1);
    if (frame?.close !== '}') return;
    if (scanner.next() === '') textEnds();
    frame.key = scanner.key();
  };
  /** Passes a value, or the opening of one; true when its first part comes next. */
  const readValue = (): boolean => {
    const first = scanner.next();
    const from = scanner.at;
    if (first === '{' || first === '[') {
      scanner.at++;
      const span = { start: from, end: from };
      const node = first === '{' ? { kind: 'map' as const, span, entries: [] } : { kind: 'list' as const, span, items: [] };
      const close = first === '{' ? '}' : ']';
      stack.push({ node, close, step: place(node), key: undefined });
      return scanner.next() !== close;
    }
    if (first === '') textEnds();
    if (first === '"') scanner.string();
    else scanner.word(first);
    place({ kind: 'scalar', span: { start: from, end: scanner.at } });
    return false;
  };
  const textEnds = (): never => {
    const frame = stack.at(-1);
    if (frame === undefined) return scanner.fail('the text is empty');
    return scanner.fail(`the ${frame.close === '}' ? '"{"' : '"["'} that opens here is never closed`, frame.node.span.start);
  };
  /** After a value: closes what ends here. True when another value comes, false at the end of the text. */
  const goOn = (): boolean => {
    for (;;) {
      const next = scanner.next();
      const frame = stack.at(-1);
      if (frame === undefined) {
        return next !== '' && scanner.fail('more text follows after the end of the document; a list of documents, one a line, is NDJSON');
      }
      if (next === '') textEnds();
      if (next === ',') {
        const comma = scanner.at++;
        if (scanner.next() === frame.close) scanner.fail('a comma stands before the closing bracket', comma);
        return true;
      }
      if (next !== frame.close) scanner.fail(`"," or "${frame.close}" was expected here`);
      frame.node.span.end = ++scanner.at;
      if (frame.node.kind === 'map') duplicates.gather(frame.node, path);
      stack.pop();
    }
  };

  do {
    do readKey(); while (readValue());
  } while (goOn());
  return { root: root as Node, duplicates: duplicates.found };
}
