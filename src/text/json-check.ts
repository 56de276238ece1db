import type { Path } from '../model/image.js';
import type { ReadingProblem } from './document.js';
import { DuplicateKeys } from './duplicate-keys.js';
import { JsonScanner } from './json-scanner.js';
import type { Span } from './node.js';

interface Frame {
  readonly close: '}' | ']';
  /** Offset of the opening bracket. */
  readonly start: number;
  /** The key or number of the value that is being read. */
  step: string | number;
  /** Of a map: its keys so far. */
  readonly keys: Map<string, Span> | undefined;
}

/** More would not fit the memory. */
const DEEPEST = 1_000_000;

/**
 * Goes through a JSON text. Gives its duplicate keys, which JSON.parse drops silently. Iterative, so that depth
 * costs no stack.
 *
 * @throws JsonSyntaxError where `JSON.parse` would throw too, with a reason in words.
 */
export function checkJson(text: string, start = 0, end = text.length, document = 0): readonly ReadingProblem[] {
  const scanner = new JsonScanner(text, start, end);
  const duplicates = new DuplicateKeys(document);
  const stack: Frame[] = [];
  const pathToMap = (): Path => stack.slice(0, -1).map(({ step }) => step);

  const textEnds = (): never => {
    const frame = stack.at(-1);
    if (frame === undefined) return scanner.fail('the text is empty');
    return scanner.fail(`the "${frame.close === '}' ? '{' : '['}" that opens here is never closed`, frame.start);
  };
  /** In a map, a key comes before each value. */
  const readKey = (): void => {
    const frame = stack.at(-1);
    if (frame?.keys === undefined) return;
    if (scanner.next() === '') textEnds();
    const { text: key, span } = scanner.key();
    frame.step = key;
    const first = frame.keys.get(key);
    if (first === undefined) frame.keys.set(key, span);
    else duplicates.add(key, span, first, pathToMap);
  };
  /** Passes a value, or the opening of one; true when its first part comes next. */
  const readValue = (): boolean => {
    const first = scanner.next();
    if (first === '') textEnds();
    if (first === '{' || first === '[') {
      if (stack.length === DEEPEST) scanner.fail(`it nests more than ${DEEPEST} levels deep`);
      const close = first === '{' ? '}' : ']';
      stack.push({ close, start: scanner.at++, step: 0, keys: first === '{' ? new Map() : undefined });
      return scanner.next() !== close;
    }
    if (first === '"') scanner.string();
    else scanner.word(first);
    return false;
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
        if (typeof frame.step === 'number') frame.step++;
        return true;
      }
      if (next !== frame.close) scanner.fail(`"," or "${frame.close}" was expected here`);
      scanner.at++;
      stack.pop();
    }
  };

  do {
    do readKey(); while (readValue());
  } while (goOn());
  return duplicates.found;
}
