import { UNKNOWN } from '../model/image.js';

/** HCL text that cannot be read; `offset` is where reading had to stop. */
export class HclSyntaxError extends Error {
  readonly offset: number;
  constructor(reason: string, offset: number) {
    super(reason);
    this.offset = offset;
  }
}

const NAME = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
const HEREDOC = /<<(-?)([\p{ID_Start}_][\p{ID_Continue}-]*)[ \t]*\r?\n/uy;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };
const CLOSERS: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')' };

/** Walks over HCL's characters: blanks, comments, names, strings. */
export class HclScanner {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  fail(reason: string, offset = this.at): never {
    throw new HclSyntaxError(reason, Math.min(offset, this.text.length));
  }

  get next(): string {
    return this.text[this.at] ?? '';
  }

  /** Past blanks and comments. Line ends too, unless they end something. */
  skipBlanks({ lines }: { readonly lines: boolean }): void {
    const { text } = this;
    for (;;) {
      const character = text[this.at];
      if (character === ' ' || character === '\t' || (lines && (character === '\n' || character === '\r'))) this.at++;
      else if (character === '\r' && text[this.at + 1] === '\n') this.at++;
      else if (character === '#' || text.startsWith('//', this.at)) this.at = lineEnd(text, this.at);
      else if (text.startsWith('/*', this.at)) {
        const end = text.indexOf('*/', this.at + 2);
        if (end < 0) this.fail('the comment has no end');
        this.at = end + 2;
      } else return;
    }
  }

  /** A name, or undefined when none stands here. */
  name(): string | undefined {
    NAME.lastIndex = this.at;
    const match = NAME.exec(this.text);
    if (match === null) return undefined;
    this.at = NAME.lastIndex;
    return match[0];
  }

  /** A quoted string: its value, or UNKNOWN when it holds a template. */
  quoted(): string | typeof UNKNOWN {
    const start = this.at++;
    let value = '';
    let isKnown = true;
    for (;;) {
      const character = this.next;
      if (character === '"') break;
      if (character === '' || character === '\n') this.fail('the string has no closing quote on its line', start);
      if (character === '\\') value += this.#escape();
      else if (this.#isTemplateStart()) {
        isKnown = false;
        this.at++;
        this.skipBracket();
      } else {
        // `$${` and `%%{` stand for `${` and `%{`.
        const isDoubled = /^(\$\$\{|%%\{)/.test(this.text.slice(this.at, this.at + 3));
        value += isDoubled ? `${character}{` : character;
        this.at += isDoubled ? 3 : 1;
      }
    }
    this.at++;
    return isKnown ? value : UNKNOWN;
  }

  #escape(): string {
    const start = this.at;
    const letter = this.text[start + 1] ?? '';
    const plain = ESCAPES[letter];
    if (plain !== undefined) {
      this.at += 2;
      return plain;
    }
    const unicode = /^\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/.exec(this.text.slice(start, start + 10));
    const code = parseInt(unicode?.[1] ?? unicode?.[2] ?? '', 16);
    if (unicode === null || code > 0x10ffff) return this.fail('this is not an escape that HCL knows', start);
    this.at += unicode[0].length;
    return String.fromCodePoint(code);
  }

  #isTemplateStart(): boolean {
    return (this.next === '$' || this.next === '%') && this.text[this.at + 1] === '{';
  }

  /** A heredoc (`<<EOT`), or undefined when none stands here. */
  heredoc(): string | typeof UNKNOWN | undefined {
    HEREDOC.lastIndex = this.at;
    const head = HEREDOC.exec(this.text);
    if (head === null) return undefined;
    const start = this.at;
    const lines: string[] = [];
    for (let from = HEREDOC.lastIndex; ; ) {
      if (from >= this.text.length) this.fail(`the text that ends with "${head[2]}" has no end`, start);
      const end = lineEnd(this.text, from);
      const line = this.text.slice(from, end).replace(/\r$/, '');
      if (line.trim() === head[2]) {
        this.at = end;
        break;
      }
      lines.push(line);
      from = end + 1;
    }
    const indent = head[1] === '-' ? Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length)) : 0;
    const text = lines.map((line) => `${line.slice(Number.isFinite(indent) ? indent : 0)}\n`).join('');
    return /[$%]\{/.test(text) ? UNKNOWN : text;
  }

  /** Past a bracket and all that it holds. Iterative: depth costs no stack. */
  skipBracket(): void {
    const start = this.at;
    const closers: string[] = [];
    do {
      const character = this.next;
      const closer = CLOSERS[character];
      if (character === '') this.fail(`the "${this.text[start]}" is not closed`, start);
      if (character === '"') this.quoted();
      else if (closer !== undefined) {
        closers.push(closer);
        this.at++;
      } else if (character === '}' || character === ']' || character === ')') {
        if (closers.pop() !== character) this.fail(`"${character}" closes nothing here`);
        this.at++;
      } else if (this.heredoc() === undefined) {
        const before = this.at;
        this.skipBlanks({ lines: true });
        if (this.at === before) this.at++;
      }
    } while (closers.length > 0);
  }

  /** Past the rest of an expression: to the end of its line, a comma, or the bracket that holds it. */
  skipExpression(): void {
    for (;;) {
      this.skipBlanks({ lines: false });
      const character = this.next;
      if (character === '' || character === '\n' || character === ',' || character === '}' || character === ']' || character === ')') return;
      if (character === '"') this.quoted();
      else if (CLOSERS[character] !== undefined) this.skipBracket();
      else if (this.heredoc() === undefined) this.at++;
    }
  }
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
