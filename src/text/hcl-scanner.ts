import { UNKNOWN } from '../model/image.js';

/** HCL text that cannot be read; `offset` is where reading had to stop. */
export class HclSyntaxError extends Error {
  readonly offset: number;
  constructor(reason: string, offset: number) {
    super(reason);
    this.offset = offset;
  }
}

/** How deep brackets and templates may nest. */
export const DEEPEST = 100;
const NAME = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
const HEREDOC = /<<(-?)([\p{ID_Start}_][\p{ID_Continue}-]*)[ \t]*\r?\n/uy;
const ESCAPE = /\\(?:([nrt"\\])|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/y;
const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };
const CLOSERS: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')' };
/** What other languages have, and HCL has not. */
const FOREIGN: Readonly<Record<string, string>> = {
  "'": 'text stands in double quotes', ';': 'a line end, not ";", ends an attribute', '`': 'text stands in double quotes',
};

/** Walks over HCL's characters: blanks, comments, names, strings. */
export class HclScanner {
  readonly text: string;
  at = 0;
  /** End of the last thing that is neither blank nor comment, as far as expressions were skipped. */
  solidEnd = 0;
  #templates = 0;

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
      if (character === '' || character === '\n') this.fail('the text has no closing quote on its line', start);
      if (character === '\\') value += this.#escape();
      else if (this.#isTemplateStart(this.at)) {
        isKnown = false;
        this.#skipTemplate();
      } else {
        // `$${` and `%%{` stand for `${` and `%{`.
        const isDoubled = (character === '$' || character === '%') && this.text[this.at + 1] === character && this.text[this.at + 2] === '{';
        value += isDoubled ? `${character}{` : character;
        this.at += isDoubled ? 3 : 1;
      }
    }
    this.at++;
    return isKnown ? value.normalize('NFC') : UNKNOWN;
  }

  /** Templates hold expressions, which hold texts, which hold templates. */
  #skipTemplate(): void {
    if (++this.#templates > DEEPEST) this.fail('this nests too deep');
    this.at++;
    this.skipBracket();
    this.#templates--;
  }

  #escape(): string {
    ESCAPE.lastIndex = this.at;
    const [all = '', letter = '', short, long] = ESCAPE.exec(this.text) ?? [];
    const code = parseInt(short ?? long ?? '', 16);
    if (all === '' || code > 0x10ffff) this.fail('HCL has no such escape; a backslash itself is written twice');
    this.at += all.length;
    return ESCAPED[letter] ?? String.fromCodePoint(code);
  }

  #isTemplateStart(at: number): boolean {
    return (this.text[at] === '$' || this.text[at] === '%') && this.text[at + 1] === '{';
  }

  /** A heredoc (`<<EOT`), or undefined when none stands here. */
  heredoc(): string | typeof UNKNOWN | undefined {
    HEREDOC.lastIndex = this.at;
    const head = HEREDOC.exec(this.text);
    if (head === null) return undefined;
    const start = this.at;
    const lines: string[] = [];
    for (let from = HEREDOC.lastIndex; ; ) {
      if (from > this.text.length) this.fail(`the text that "${head[2]}" ends has no end`, start);
      const end = lineEnd(this.text, from);
      const line = this.text.slice(from, end);
      if (line.trim() === head[2]) {
        this.at = end;
        break;
      }
      lines.push(line.replace(/\r$/, ''));
      from = end + 1;
    }
    return literalText(head[1] === '-' ? unindented(lines) : lines);
  }

  /** Past a bracket and all that it holds. Iterative: depth costs no stack. */
  skipBracket(): void {
    const start = this.at;
    const closers: string[] = [];
    do {
      const character = this.next;
      const closer = CLOSERS[character];
      if (character === '') this.fail(`this "${this.text[start]}" is not closed`, start);
      if (character === '"') this.quoted();
      else if (closer !== undefined) {
        closers.push(closer);
        this.at++;
      } else if (character === '}' || character === ']' || character === ')') {
        if (closers.pop() !== character) this.fail(`this "${character}" closes nothing`);
        this.at++;
      } else if (this.heredoc() === undefined) {
        const before = this.at;
        this.skipBlanks({ lines: true });
        if (this.at === before) this.#skipOther(character);
      }
    } while (closers.length > 0);
  }

  /** Past the rest of an expression: to the end of its line, a comma, or the bracket that holds it. */
  skipExpression(): void {
    for (this.solidEnd = this.at; ; this.solidEnd = this.at) {
      this.skipBlanks({ lines: false });
      const character = this.next;
      if (character === '' || character === '\n' || character === ',' || character === '}' || character === ']' || character === ')') return;
      if (character === '"') this.quoted();
      else if (CLOSERS[character] !== undefined) this.skipBracket();
      else if (this.heredoc() === undefined) this.#skipOther(character);
    }
  }

  #skipOther(character: string): void {
    const reason = FOREIGN[character];
    if (reason !== undefined) this.fail(reason);
    this.at++;
  }
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** Without the blanks that all lines begin with. Lines of nothing but blanks neither count nor change. */
function unindented(lines: readonly string[]): readonly string[] {
  let indent = Infinity;
  for (const line of lines) if (line.trim() !== '') indent = Math.min(indent, line.length - line.trimStart().length);
  return lines.map((line) => (line.trim() === '' ? line : line.slice(indent)));
}

/** What a heredoc's lines mean, or UNKNOWN when they hold a template. */
function literalText(lines: readonly string[]): string | typeof UNKNOWN {
  const text = lines.map((line) => `${line}\n`).join('');
  const isTemplate = text.replace(/\$\$\{|%%\{/g, '').search(/[$%]\{/) >= 0;
  return isTemplate ? UNKNOWN : text.replace(/([$%])\1\{/g, '$1{').normalize('NFC');
}
