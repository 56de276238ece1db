import type { Span } from './node.js';

/** JSON text that is not JSON. `offset` is where to look. */
export class JsonSyntaxError extends Error {
  readonly offset: number;
  constructor(reason: string, offset: number) {
    super(reason);
    this.offset = offset;
  }
}

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const ESCAPE = /[^"\\/bfnrtu]|u(?![0-9a-fA-F]{4})/y;
const [TAB, LF, CR, SPACE, QUOTE, BACKSLASH] = [9, 10, 13, 32, 34, 92];
/** What cannot be part of a number or a word. */
const ENDS_WORD = new Set(Array.from(' \t\n\r,:[]{}"', (character) => character.charCodeAt(0)));

/** Steps through JSON text from token to token, and says in words what is wrong. */
export class JsonScanner {
  readonly #text: string;
  readonly #end: number;
  /** Offset of what comes next. */
  at: number;

  constructor(text: string, start: number, end: number) {
    this.#text = text;
    this.#end = end;
    this.at = start;
  }

  fail(reason: string, offset = this.at): never {
    throw new JsonSyntaxError(reason, offset);
  }

  /** Passes blanks. Gives the character that comes then; empty at the end. */
  next(): string {
    for (; this.at < this.#end; this.at++) {
      const code = this.#text.charCodeAt(this.at);
      if (code !== SPACE && code !== LF && code !== CR && code !== TAB) return this.#text.charAt(this.at);
    }
    return '';
  }

  /** A key and its colon. */
  key(): { readonly text: string; readonly span: Span } {
    const first = this.next();
    if (first === '"') {
      const start = this.at;
      const text = this.string();
      const span = { start, end: this.at };
      if (this.next() !== ':') this.fail('":" was expected after the key');
      this.at++;
      return { text, span };
    }
    this.#refuseOtherLanguages(first, 'keys');
    return this.fail('a key in double quotes was expected here');
  }

  /** Passes a string, and gives it. */
  string(): string {
    const text = this.#text;
    const start = this.at++;
    let isPlain = true;
    for (; this.at < this.#end; this.at++) {
      const code = text.charCodeAt(this.at);
      if (code === QUOTE) {
        const end = ++this.at;
        return isPlain ? text.slice(start + 1, end - 1) : (JSON.parse(text.slice(start, end)) as string);
      }
      if (code < SPACE) {
        if (code === LF || code === CR) this.fail('the quote that opens here is not closed on its line', start);
        this.fail('a control character stands in a string; it must be written as an escape');
      }
      if (code === BACKSLASH) {
        isPlain = false;
        this.at++;
        ESCAPE.lastIndex = this.at;
        if (this.at < this.#end && ESCAPE.test(text)) this.fail('JSON knows no such escape; a backslash itself is written "\\\\"', this.at - 1);
      }
    }
    return this.fail('the quote that opens here is never closed', start);
  }

  /** Passes a number, true, false or null. */
  word(first: string): void {
    const start = this.at;
    this.#refuseOtherLanguages(first, 'strings');
    while (this.at < this.#end && !ENDS_WORD.has(this.#text.charCodeAt(this.at))) this.at++;
    const word = this.#text.slice(start, this.at);
    if (word === 'true' || word === 'false' || word === 'null' || NUMBER.test(word)) return;
    this.fail(whyNoWord(word), start);
  }

  #refuseOtherLanguages(first: string, what: string): void {
    if (first === "'" || first === '`') this.fail(`JSON ${what} stand in double quotes`);
    if (first === '/') this.fail('JSON has no comments; a file whose name ends in .jsonc may have them');
    if (first === '#') this.fail('JSON has no comments');
  }
}

const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['True', 'true'], ['False', 'false'], ['None', 'null'], ['TRUE', 'true'], ['FALSE', 'false'], ['Null', 'null'], ['NULL', 'null'],
  ['nil', 'null'],
]);

function whyNoWord(word: string): string {
  if (word === '') return 'a value was expected here';
  const spelling = SPELLINGS.get(word);
  if (spelling !== undefined) return `JSON spells this ${spelling}`;
  if (/^[+-]?(?:NaN|Infinity)$|^undefined$/.test(word)) return 'JSON has no such value';
  if (/^-?0[0-9]/.test(word)) return 'JSON numbers do not start with 0';
  if (/^[+-]?[.\d]/.test(word)) return 'JSON does not write numbers like this; a string stands in double quotes';
  return 'a string stands in double quotes, and this is no number, true, false or null';
}
