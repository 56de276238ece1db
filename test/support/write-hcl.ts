import type { Chance } from './chance.js';
import type { Plain } from './values.js';

export interface HclStyles {
  /** Every line end. Default: LF. */
  readonly lineEnd?: string;
  readonly comments?: boolean;
}

/** Attributes as HCL text, in all styles as chance has it: comments, one line or many, commas, heredocs. */
export function writeHcl(attributes: { readonly [name: string]: Plain }, chance: Chance, { lineEnd = '\n', comments = true }: HclStyles = {}): string {
  return new HclWriter(chance, comments).body(attributes).replaceAll('\n', lineEnd);
}

class HclWriter {
  readonly #chance: Chance;
  readonly #hasComments: boolean;

  constructor(chance: Chance, hasComments: boolean) {
    this.#chance = chance;
    this.#hasComments = hasComments;
  }

  body(attributes: { readonly [name: string]: Plain }): string {
    const lines = Object.entries(attributes).map(([name, value]) => {
      const gap = this.#chance.pick(['', ' ', '    ', '\t']);
      return `${this.#above()}${this.#chance.pick(['', '  '])}${name}${gap}=${this.#blank()}${this.#value(value, true)}${this.#lineEnd()}`;
    });
    return lines.join('') + this.#chance.pick(['', '\n', '# end']);
  }

  #value(value: Plain, mayBeHeredoc = false): string {
    const chance = this.#chance;
    if (typeof value === 'string') {
      const heredoc = mayBeHeredoc && chance.is(0.3) ? this.#heredoc(value) : undefined;
      return heredoc ?? quotedHcl(value, chance);
    }
    if (typeof value === 'number') return this.#number(value);
    if (typeof value !== 'object' || value === null) return String(value);
    const hasLines = chance.is(0.5);
    const between = (): string => (hasLines ? `${this.#lineEnd()}${chance.pick(['', '  '])}` : this.#blank());
    if (Array.isArray(value)) {
      const items = value.map((item) => `${between()}${this.#value(item, hasLines)}${hasLines ? this.#lineEnd() : this.#blank()}`);
      return `[${items.join(',')}${items.length > 0 && chance.is(0.3) ? ',' : ''}${between()}]`;
    }
    const entries = Object.entries(value).map(([name, item]) => {
      const key = /^[a-z_][\w-]*$/i.test(name) && name !== 'for' && chance.is(0.7) ? name : quotedHcl(name, chance);
      return `${between()}${key}${this.#blank()}${chance.pick(['=', ':'])}${this.#blank()}${this.#value(item)}`;
    });
    const separator = (): string => (hasLines && chance.is(0.7) ? '' : ',');
    return `{${entries.map((entry, index) => entry + (index < entries.length - 1 ? separator() : '')).join('')}${between()}}`;
  }

  #number(value: number): string {
    const text = String(value);
    return /^\d+$/.test(text) && this.#chance.is(0.1) ? `0${text}` : text;
  }

  /** Only texts that end with a line end can be one. Nothing may stand on its last line. */
  #heredoc(text: string): string | undefined {
    if (!text.endsWith('\n') || /[\r\t\0-\x08]/.test(text) || /^\s*END\s*$/m.test(text)) return undefined;
    const escaped = text.replace(/([$%])(?=\{)/g, '$1$1');
    const isIndented = !/^[^\S\n]/m.test(text) && this.#chance.is(0.5);
    const lines = escaped.slice(0, -1).split('\n').map((line) => (isIndented && line.trim() !== '' ? `    ${line}` : line));
    return `<<${isIndented ? '-' : ''}END\n${lines.join('\n')}\n${this.#chance.pick(['', '  '])}END\n`;
  }

  #blank(): string {
    return this.#chance.pick(['', ' ', ' ', this.#hasComments ? ' /* x = "{" */ ' : '  ']);
  }

  #lineEnd(): string {
    return `${this.#hasComments ? this.#chance.pick(['', '', ' # a } "', ' // b ]', ' /* c */']) : ''}\n`;
  }

  #above(): string {
    return this.#hasComments ? this.#chance.pick(['', '', '\n', '# above\n', '/* over\nlines = 1 */ ']) : '';
  }
}

/** A text in quotes, with what must be escaped and some that need not be. */
export function quotedHcl(text: string, chance: Chance): string {
  const escaped = [...text].map((character, index, all) => {
    const short = ({ '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r' } as Record<string, string>)[character];
    if (short !== undefined) return short;
    if ((character === '$' || character === '%') && all[index + 1] === '{') return character.repeat(2);
    const code = character.codePointAt(0) as number;
    if (code < 32 || (code >= 0xd800 && code < 0xe000) || chance.is(0.05)) {
      return code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
    }
    return character;
  });
  return `"${escaped.join('')}"`;
}
