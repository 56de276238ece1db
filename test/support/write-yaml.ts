import { CORE_SCHEMA, load, YAML11_SCHEMA } from 'js-yaml';
import type { Chance } from './chance.js';
import type { Plain } from './values.js';

export interface YamlStyles {
  /** How often values that were written before come as aliases. Default: never. */
  readonly aliases?: number;
  /** Every line end. Default: LF. */
  readonly lineEnd?: string;
  readonly comments?: boolean;
}

/** A value as YAML text, in all styles as chance has it: block and flow, every kind of quotes, comments, anchors. */
export function writeYaml(value: Plain, chance: Chance, styles: YamlStyles = {}): string {
  return new YamlWriter(chance, styles).document(value).replaceAll('\n', styles.lineEnd ?? '\n');
}

class YamlWriter {
  readonly #chance: Chance;
  readonly #styles: Required<Pick<YamlStyles, 'aliases' | 'comments'>>;
  readonly #anchors = new Map<string, string>();

  constructor(chance: Chance, { aliases = 0, comments = true }: YamlStyles) {
    this.#chance = chance;
    this.#styles = { aliases, comments };
  }

  document(value: Plain): string {
    const start = this.#chance.pick(['', '', '---\n', '--- # start\n', '# first\n\n', '%YAML 1.2\n---\n']);
    const end = this.#chance.pick(['', '\n', '\n\n', '\n# last\n', '\n...\n']);
    const written = this.#block(value, 0, 'root');
    // A text of nothing is no document at all.
    return `${!start.includes('---') && /^\s*(#.*)?$/.test(written) ? '---\n' : start}${written.replace(/^ /, '')}${written.endsWith('\n') ? '' : end}`;
  }

  /** A value after its key or dash, where more indentation than `indent` goes on. Begins with a blank or a line end. */
  #block(value: Plain, indent: number, place: 'root' | 'key' | 'item'): string {
    const chance = this.#chance;
    const alias = this.#alias(value);
    if (alias !== undefined) return ` ${alias}`;
    const [anchor, done] = this.#anchor(value);
    const isCollection = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
    let text: string;
    if (isCollection && chance.is(0.7)) text = this.#blockCollection(value, indent, place, anchor);
    else if (typeof value === 'string' && chance.is(0.3) && isForBlockScalar(value)) text = ` ${anchor}${this.#blockScalar(value, indent, place)}`;
    else {
      const flow = this.#flow(value, place === 'root' ? 0 : indent + 1, false);
      const isOnNextLine = place !== 'root' && flow !== '' && chance.is(0.1);
      text = `${isOnNextLine ? `${anchor === '' ? '' : ` ${anchor}`}${this.#lineEnd()}${' '.repeat(indent + 2)}` : ` ${anchor}`}${flow}`;
      if (flow === '' && anchor === '') text = '';
    }
    done();
    return text;
  }

  #blockCollection(value: Plain[] | { [key: string]: Plain }, indent: number, place: 'root' | 'key' | 'item', anchor: string): string {
    const chance = this.#chance;
    const step = chance.pick([1, 2, 4]);
    const inner = place === 'root' ? 0 : place === 'key' && Array.isArray(value) && chance.is(0.5) ? indent : indent + step;
    // `- - a` and `- a: 1`: the first part stands on the line of the dash.
    const isCompact = place === 'item' && anchor === '' && chance.is(0.6);
    const column = isCompact ? indent + 1 + step : inner;
    const lines = Array.isArray(value)
      ? value.map((item) => `-${this.#block(item, column, 'item')}`)
      : Object.keys(value).map((name) => this.#entry(name, value[name] as Plain, column));
    const body = lines.reduce((above, line) => `${above}${above.endsWith('\n') ? '' : '\n'}${' '.repeat(column)}${line}`);
    if (isCompact) return `${' '.repeat(step)}${body}`;
    if (place === 'root') return anchor === '' ? body : `${anchor}\n${body}`;
    return `${anchor === '' ? '' : ` ${anchor.trim()}`}${this.#lineEnd()}${' '.repeat(column)}${body}`;
  }

  #entry(name: string, value: Plain, indent: number): string {
    const key = this.#key(name);
    if (this.#chance.is(0.08)) {
      const written = this.#block(value, indent, 'item');
      return `? ${key}${this.#lineEnd()}${' '.repeat(indent)}:${written}${written.includes('\n') ? '' : this.#comment()}`;
    }
    const written = this.#block(value, indent, 'key');
    // js-yaml takes no tab before brackets.
    const gap = /^ [\w"']/.test(written) && this.#chance.is(0.1) ? this.#chance.pick([' ', '\t']) : '';
    return `${key}${this.#chance.is(0.1) ? ' ' : ''}:${gap}${written}${written.includes('\n') ? '' : this.#comment()}`;
  }

  #key(name: string): string {
    const plain = isPlain(name) && this.#chance.is(0.7) ? name : undefined;
    return plain ?? this.#quoted(name);
  }

  /** Flow style, all of it on lines with at least `indent` blanks. */
  #flow(value: Plain, indent: number, isInFlow: boolean): string {
    const chance = this.#chance;
    if (isInFlow) {
      const alias = this.#alias(value);
      if (alias !== undefined) return `${alias} `;
    }
    const gap = (): string => {
      if (chance.is(0.6)) return '';
      if (chance.is(0.5)) return ' ';
      return `${this.#lineEnd()}${' '.repeat(indent + chance.pick([0, 1, 3]))}`;
    };
    if (value === null) return chance.pick(isInFlow ? ['null', '~', 'Null'] : ['null', '~', '']);
    if (typeof value === 'boolean') return chance.pick(value ? ['true', 'True'] : ['false', 'FALSE']);
    if (typeof value === 'number') return String(value);
    if (typeof value === 'string') return this.#folded(isPlain(value) && chance.is(0.6) ? value : this.#quoted(value), indent);
    const comma = (count: number): string => (count > 0 && chance.is(0.2) ? `${gap()},${gap()}` : gap());
    if (Array.isArray(value)) {
      return `[${value.map((item) => `${gap()}${this.#flow(item, indent, true)}${gap()}`).join(',')}${comma(value.length)}]`;
    }
    const entries = Object.keys(value).map((name) => {
      const item = value[name] as Plain;
      if (item === null && chance.is(0.4)) return `${gap()}${this.#key(name)}${chance.pick([gap(), ':', ' :', ': '])}`;
      return `${gap()}${this.#key(name)}${chance.is(0.1) ? ' ' : ''}: ${gap()}${this.#flow(item, indent, true)}${gap()}`;
    });
    return `{${entries.join(',')}${comma(entries.length)}}`;
  }

  #quoted(text: string): string {
    if (/^[\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe]*$/.test(text) && this.#chance.is(0.5)) return `'${text.replaceAll("'", "''")}'`;
    return JSON.stringify(text).replace(/[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
  }

  /** A blank between two words can be a line end as well. */
  #folded(written: string, indent: number): string {
    return written.replace(/(?<=[a-z]) (?=[a-z])/g, () => (this.#chance.is(0.3) ? `\n${' '.repeat(indent + this.#chance.pick([1, 2]))}` : ' '));
  }

  #blockScalar(text: string, indent: number, place: 'root' | 'key' | 'item'): string {
    const step = ' '.repeat(place === 'root' ? this.#chance.pick([1, 2]) : indent + this.#chance.pick([1, 2, 3]));
    const chomping = !text.endsWith('\n') ? '-' : text.endsWith('\n\n') || this.#chance.is(0.2) ? '+' : '';
    const lines = text.replace(/\n$/, '').split('\n').map((line) => (line === '' ? '' : `${step}${line}`));
    const isFoldable = !text.replace(/\n+$/, '').includes('\n');
    return `${isFoldable ? this.#chance.pick(['|', '>']) : '|'}${chomping}${this.#comment()}\n${lines.join('\n')}${text.endsWith('\n') ? '\n' : ''}`;
  }

  #alias(value: Plain): string | undefined {
    const name = this.#anchors.get(JSON.stringify(value));
    return name !== undefined && this.#chance.is(this.#styles.aliases) ? `*${name}` : undefined;
  }

  /** An anchor with its blank, and what to do when the anchored value is complete. */
  #anchor(value: Plain): [string, () => void] {
    if (!this.#chance.is(this.#styles.aliases / 2)) return ['', () => {}];
    const name = this.#chance.pick(['a', 'b', 'base', 'x-1', 'ä']) + (this.#anchors.size % 7);
    for (const [key, other] of this.#anchors) if (other === name) this.#anchors.delete(key);
    return [`&${name} `, () => this.#anchors.set(JSON.stringify(value), name)];
  }

  #lineEnd(): string {
    return `${this.#comment()}\n${this.#styles.comments && this.#chance.is(0.05) ? ' # {a: [comment]}\n' : ''}`;
  }

  #comment(): string {
    return this.#styles.comments && this.#chance.is(0.1) ? this.#chance.pick([' # comment', '  # }', ' #', ' # "x\': |', '\t# tab']) : '';
  }
}

function isPlain(text: string): boolean {
  if (!/^[A-Za-z0-9_./😀-😎]([\w./+:?'"é😀-😎-]| [\w./+])*$/u.test(text) || /:( |$)/.test(text) || text.startsWith('...')) return false;
  return [CORE_SCHEMA, YAML11_SCHEMA].every((schema) => load(`- ${text}`, { schema }) instanceof Array && (load(`- ${text}`, { schema }) as unknown[])[0] === text);
}

function isForBlockScalar(text: string): boolean {
  return /^[\x21-\x7e\xa1-\u2027][\x20-\x7e\xa0-\u2027\n]*$/.test(text) && !/ \n|\n | $|\n#/.test(text) && !text.startsWith('#') && !/^(---|\.\.\.)/m.test(text);
}
