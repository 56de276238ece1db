import { SHAPES } from '../../src/engine/value-shapes.js';
import type { Chance } from './chance.js';
import { FAMILIES, NUMBERED, OPTIONAL, SPARE } from './image-families.js';
import { oddValue } from './odd-values.js';

/*
 * Many images that are written alike but for a few values, as exports and catalogues are, and between them some that
 * are odd in all ways that somebody thought of: what a shortcut must notice.
 */

/** How records stand in their files. */
export type Form = 'list.json' | 'stream.ndjson' | 'list.yaml' | 'files.json' | 'files.yaml';
export const FORMS: readonly Form[] = ['list.json', 'stream.ndjson', 'list.yaml', 'files.json', 'files.yaml'];

type Entry = readonly [name: string, written: string];

/** Images that are written alike. */
interface Family {
  readonly image: Readonly<Record<string, unknown>>;
  readonly names: readonly string[];
  /** How its texts are quoted in YAML. */
  readonly style: string;
  /** What all of them have and ordinary images have not, as it is written. */
  readonly odd: Readonly<Record<string, string>>;
  /** A key that all of them have twice. */
  readonly twice: string | undefined;
  /** A comment before each, and what stands behind each. */
  readonly head: string;
  readonly tail: string;
  /** What each image says by itself, when the rest is merged in from an anchor. */
  readonly own: readonly string[] | undefined;
}

const isOneEach = (form: Form): boolean => form.startsWith('files');

/** Writes records of a few families, each family in its own way. */
export class ImageStream {
  readonly #chance: Chance;
  readonly #form: Form;
  readonly #isJson: boolean;
  readonly #families: readonly Family[];
  /** May this stream be broken in places? Where it is, no shortcut is left. */
  readonly #mayBreak: boolean;
  readonly #gap: string;
  readonly #lineEnd: string;
  readonly #anchored = new Set<Family>();
  /** Do comments hold findings back? */
  readonly #isRemarked: boolean;
  #number = 0;

  constructor(form: Form, chance: Chance, mayBreak: boolean) {
    this.#chance = chance;
    this.#form = form;
    this.#isJson = !form.endsWith('yaml');
    this.#mayBreak = mayBreak;
    this.#isRemarked = mayBreak || chance.is(0.1);
    this.#gap = form === 'stream.ndjson' ? chance.pick(['', ' ']) : chance.pick(['', ' ', '\n    ']);
    this.#lineEnd = chance.pick(['\n', '\n', '\r\n']);
    this.#families = Array.from({ length: chance.pick([1, 1, 2, 3]) }, () => this.#family());
  }

  /** Files by their names: the first records are ordinary ones, of the others so many are odd. */
  files(ordinary: number, others: number, oddness: number): Readonly<Record<string, string>> {
    const records: string[] = [];
    for (let count = 0; count < ordinary; count++) records.push(this.#record(0));
    for (let count = 0; count < others; count++) records.push(this.#record(oddness));
    const mark = this.#chance.is(0.03) ? '\ufeff' : '';
    const ending = this.#form.slice(this.#form.indexOf('.') + 1);
    // What is known of a list must not be taken for true of a file of one image, which may be none to anybody.
    const alone = isOneEach(this.#form) ? records : Array.from({ length: 4 }, () => this.#record(oddness));
    const texts = {
      ...(isOneEach(this.#form) ? {} : { [this.#form]: this.#together(records), [`foreign.${ending}`]: this.#foreign(oddness) }),
      ...Object.fromEntries(alone.map((record, index) => [`${index}.${ending}`, this.#alone(record)])),
    };
    return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, mark + text.replaceAll('\n', this.#lineEnd)]));
  }

  /** The first record makes a manifest of another dialect of the whole. */
  #foreign(oddness: number): string {
    const first = { name: 'first', disk_format: 'raw', container_format: 'bare', properties: { os_type: 'linux' } };
    const entries = Object.entries(first).map(([name, value]): Entry => [name, JSON.stringify(value)]);
    return this.#together([this.#joined(entries), ...Array.from({ length: 10 }, () => this.#record(oddness / 4))]);
  }

  #family(): Family {
    const chance = this.#chance;
    const image = { ...chance.pick(chance.is(0.15) ? SPARE : FAMILIES) } as Record<string, unknown>;
    for (const name of OPTIONAL) if (chance.is(0.2)) delete image[name];
    const names = Object.keys(image);
    const own = this.#form === 'list.yaml' && chance.is(0.08) ? names.filter((name) => name in NUMBERED) : undefined;
    const style = chance.pick(['plain', 'plain', 'single', 'double']);
    const name = chance.pick(names);
    const odd: Record<string, string> = {
      ...(chance.is(0.1) ? { [name]: oddValue(this.#written(NUMBERED[name]?.make(0) ?? image[name], style), this.#isJson, this.#mayBreak, chance) } : {}),
      ...(chance.is(0.15) && 'build' in image ? { build: chance.pick(this.#isJson ? UNSPELLED : [...UNSPELLED, 'yes', 'Off', '1_000', '0o7', '12:30', '-0x1f', '2024-05-01 10:00:00']) } : {}),
    };
    const isLocal = this.#mayBreak || isOneEach(this.#form);
    const twice = isLocal && chance.is(0.05) ? chance.pick(names) : undefined;
    const head = this.#isJson || chance.is(0.8) ? '' : chance.pick(['# remark\n', ...(isLocal ? ['# glance-lint-disable-next-line missing-name\n'] : [])]);
    const tail = this.#form === 'files.yaml' && chance.is(0.1) ? chance.pick(['\n---\nname: other\ndisk_format: raw', '\n...', '\n---']) : '';
    return { image, style, odd, twice, head, tail, names: chance.is(0.3) ? names.sort() : names, own };
  }

  #together(records: readonly string[]): string {
    const chance = this.#chance;
    const comma = (): string => (this.#mayBreak && chance.is(0.02) ? chance.pick([',,', '', ',\n,']) : ',');
    switch (this.#form) {
      case 'list.json':
        return `[\n${records.map((record, index) => `  ${record}${index === records.length - 1 ? '' : comma()}`).join('\n')}${this.#mayBreak && chance.is(0.3) ? ',' : ''}\n]${chance.pick(['', '\n'])}`;
      case 'stream.ndjson':
        return `${records.map((record) => `${record}${chance.is(0.02) ? chance.pick(['\n', '\n  ', ' ']) : ''}`).join('\n')}${chance.pick(['', '\n', '\n\n'])}`;
      default:
        return `${chance.pick(['', '', '', '---\n', '# images\n'])}${records.map((record) => `${item(record)}${chance.is(0.03) ? this.#between() : ''}`).join('')}`;
    }
  }

  #alone(record: string): string {
    const chance = this.#chance;
    if (this.#form === 'list.yaml') return item(record);
    const remark = !this.#isJson && chance.is(0.02) ? chance.pick(['# remark\n', '---\n', '# glance-lint-disable-next-line missing-name\n']) : '';
    return `${remark}${record}${chance.is(isOneEach(this.#form) ? 0.05 : 0.5) ? '' : '\n'}`;
  }

  #between(): string {
    if (this.#mayBreak && this.#chance.is(0.1)) return this.#chance.pick(['---\n', '...\n']);
    if (this.#isRemarked && this.#chance.is(0.3)) return this.#chance.pick(['# glance-lint-disable-next-line\n', '# glance-lint-disable missing-name\n', '# glance-lint-disable\n']);
    return this.#chance.pick(['\n', '# remark\n', '  # remark\n', '\n\n']);
  }

  #record(oddness: number): string {
    const chance = this.#chance;
    const family = chance.pick(this.#families);
    const { image, style, odd, twice, head, tail, names, own } = family;
    const number = this.#number++;
    const isAnchor = own !== undefined && (!this.#anchored.has(family) || chance.is(oddness / 4));
    this.#anchored.add(family);
    let entries = names.filter((name) => isAnchor || own?.includes(name) !== false)
      .map((name): Entry => [name, odd[name] ?? this.#written(NUMBERED[name]?.make(number) ?? image[name], style)]);
    if (number > 0 && chance.is(oddness / 4)) {
      // The same as an earlier one in what others are compared by.
      const earlier = Math.floor(chance.next() * number);
      const same = chance.pick(['id', 'name', 'checksum', 'os_hash_value', 'size']);
      entries = entries.map(([name, written]) => [name, name === same ? this.#written(NUMBERED[name]?.make(earlier), style) : written]);
    }
    for (let changes = chance.is(oddness) ? chance.pick([1, 1, 2]) : 0; changes > 0; changes--) entries = this.#changed(entries);
    const again = entries.find(([name]) => name === twice);
    if (again !== undefined) entries.push(again);
    const anchor = `base${this.#families.indexOf(family)}`;
    if (isAnchor) return `&${anchor}\n${this.#joined(entries)}`;
    return head + this.#joined(own === undefined ? entries : [['<<', `*${anchor}`], ...entries]) + tail;
  }

  #changed(entries: readonly Entry[]): Entry[] {
    const chance = this.#chance;
    // Mostly one of those that differ anyway: there it must be noticed.
    const varying = entries.flatMap(([name], index) => (name in SHAPES ? [index] : []));
    const at = varying.length > 0 && chance.is(0.6) ? chance.pick(varying) : Math.floor(chance.next() * entries.length);
    const [name = 'name', written = '""'] = entries[at] ?? [];
    const value = oddValue(written, this.#isJson, this.#mayBreak, chance);
    switch (chance.pick(['value', 'value', 'value', 'value', 'value', 'gone', 'moved', 'new', 'twice', 'space'])) {
      case 'gone': return entries.filter((_, index) => index !== at);
      case 'moved': return [...entries.slice(at), ...entries.slice(0, at)];
      case 'new': return [...entries, [chance.pick(NEW_NAMES.filter((one) => this.#mayBreak || !entries.some(([known]) => known === one))), value]];
      case 'twice': return this.#mayBreak ? [...entries, [name, chance.is(0.5) ? written : value]] : [...entries];
      case 'space': return entries.map((entry, index) => (index === at ? [name, `${written} `] : entry));
      default: return entries.map((entry, index) => (index === at ? [name, value] : entry));
    }
  }

  #joined(entries: readonly Entry[]): string {
    const chance = this.#chance;
    if (this.#isJson) {
      const isOnLines = this.#gap.startsWith('\n');
      const parts = entries.map(([name, written]) => `${isOnLines ? this.#gap : ''}${JSON.stringify(name)}:${this.#gap === '' ? '' : ' '}${written}`);
      return `{${parts.join(isOnLines ? ',' : `,${this.#gap}`)}${isOnLines ? '\n  ' : ''}}`;
    }
    return entries.map(([name, written]) => {
      const remark = chance.is(0.004) ? chance.pick(['# remark\n', this.#isRemarked ? '# glance-lint-disable-next-line\n' : '\n']) : '';
      return `${remark}${/^(?:\w+|<<)$/.test(name) && name !== 'no' ? name : JSON.stringify(name)}: ${written}`;
    }).join('\n');
  }

  #written(value: unknown, style: string): string {
    if (!this.#isJson && typeof value === 'string') {
      if (style === 'plain' && /^(?:[a-z][\w.-]*(?: [\w.-]+)*|[0-9a-f]{8}-.*)$/i.test(value)) return value;
      if (style === 'single') return `'${value}'`;
    }
    return JSON.stringify(value);
  }
}

const UNSPELLED = ['"a\ufffd"', '"b\ufffd"', '"\ufffd\ufffd"'];
/** Keys that ordinary images do not have; some of them make it another kind of manifest. */
const NEW_NAMES = ['os_type', 'hw_disk_bus', 'locations', 'size', 'properties', 'a b', 'owner_specified.x', 'versions', 'is_protected', '__proto__', 'no'];

/** A record as an item of a YAML list. */
function item(record: string): string {
  return `- ${record.replaceAll('\n', '\n  ').replaceAll('\n  \n', '\n\n')}\n`;
}
