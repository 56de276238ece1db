import { ATTRIBUTES } from '../facts/attributes.js';
import { UNKNOWN, type Attribute, type ImageRelease, type ImageSource, type Path } from '../model/image.js';
import type { DialectTraits } from '../model/rule.js';
import type { Key, Spelling, Word } from '../model/spelling.js';
import { pythonText } from '../words/python.js';
import { ITEM, keysIn, stepsOf, wordsIn } from '../words/spelling.js';
import type { ImageBuilder } from './image-builder.js';
import { isMapping, type Mapping } from './shapes.js';
import { literal } from './template.js';

/** What stands under a key of the manifest; undefined for nothing, and for null, which says as much. */
export interface Found {
  readonly value: unknown;
  readonly path: Path;
}

export type Lookup = (key: Key) => Found | undefined;

/** What the dialect's tool makes of values before Glance sees them. Default: nothing. */
export interface Conversions {
  attribute?(name: Attribute, value: unknown): unknown;
  property?(value: unknown, name: string): unknown;
}

/** Looks keys up in a map, `a.b` step by step. */
export function lookupIn(values: Mapping, base: Path): Lookup {
  return (key) => {
    let value: unknown = values;
    let path = base;
    for (const step of key.split('.')) {
      if (!isMapping(value) || !Object.hasOwn(value, step)) return undefined;
      value = value[step];
      path = [...path, step];
    }
    return value === null || value === undefined ? undefined : { value, path };
  };
}

/** Puts into `image` what a manifest says in the words of a spelling. */
export function readSpelling(image: ImageBuilder, spelling: Spelling, find: Lookup, convert: Conversions = {}): void {
  for (const [name, word] of wordsIn<Attribute>(spelling.attributes)) {
    const told = meaning(word, find);
    if (told !== undefined) image.attribute(name, convert.attribute === undefined ? told.value : convert.attribute(name, told.value), told.path, typeof word !== 'string');
  }
  for (const [name, word] of wordsIn(spelling.properties)) {
    const told = meaning(word, find);
    if (told !== undefined) image.property(name, convert.property === undefined ? told.value : convert.property(told.value, name), told.path, typeof word !== 'string');
  }
  for (const key of spelling.bags ?? []) readBag(image, find(key), convert);
  for (const [name, word] of wordsIn<keyof ImageSource>(spelling.source)) {
    if (typeof word === 'object' && 'holds' in word) readDigest(image, find(word.key));
    else {
      const told = meaning(word, find);
      if (told !== undefined) image.source(name, told.value, told.path, typeof word !== 'string');
    }
  }
  for (const [name, word] of wordsIn<keyof ImageRelease>(spelling.release)) {
    const told = meaning(word, find);
    // A day without quotes.
    if (told !== undefined) image.release(name, told.value instanceof Date ? pythonText(told.value) : told.value, told.path, typeof word !== 'string');
  }
}

/** What the tool sends of itself. Only formats: they go together with others, so that one left out counts. */
export function fillIn(image: ImageBuilder, { defaults = {} }: Spelling): void {
  for (const name of ['disk_format', 'container_format'] as const) image.attribute(name, defaults[name]);
}

/** The attributes for which a dialect has no word: their absence tells nothing. */
export function unspelled({ attributes }: Spelling): readonly Attribute[] {
  return ATTRIBUTES.map(({ name }) => name).filter((name) => attributes[name] === undefined);
}

/** What a word says in Glance's terms. */
function meaning(word: Word, find: Lookup): Found | undefined {
  if (typeof word === 'string') return find(word);
  if ('isOwnKey' in word) return undefined;
  if ('joined' in word) return joined(word.joined.map(find));
  const found = find(word.key);
  if (found === undefined) return undefined;
  if ('names' in word) return { ...found, value: UNKNOWN };
  if ('holds' in word) return found;
  return { ...found, value: typeof found.value === 'boolean' ? (found.value ? word.whenTrue : word.whenFalse) : UNKNOWN };
}

/** The parts together, at the place of the last one; undefined when one is missing. */
function joined(parts: readonly (Found | undefined)[]): Found | undefined {
  const last = parts.at(-1);
  if (last === undefined || parts.includes(undefined)) return undefined;
  const values = parts.map((part) => part?.value);
  return { path: last.path, value: values.every((value) => typeof value === 'string') ? values.join('') : UNKNOWN };
}

/** `algorithm:digest`, where the digest may also be the address of a list of digests. */
function readDigest(image: ImageBuilder, found: Found | undefined): void {
  if (typeof found?.value !== 'string') return;
  const { value, path } = found;
  // A colon may also stand within a template.
  const colon = value.search(/(?<=^[^:{]+):/);
  if (colon < 0 && literal(value) !== value) {
    image.source('digest', UNKNOWN, path, true);
    return;
  }
  const rest = value.slice(colon + 1);
  if (colon >= 0) image.source('algorithm', value.slice(0, colon), path, true);
  image.source(rest.includes('://') ? 'digests_url' : 'digest', rest, path, true);
}

function readBag(image: ImageBuilder, found: Found | undefined, { property: convert }: Conversions): void {
  if (found === undefined) return;
  const { value: values, path } = found;
  if (isMapping(values)) for (const name in values) image.property(name, convert === undefined ? values[name] : convert(values[name], name), [...path, name]);
  if (!Array.isArray(values)) return;
  for (const [index, item] of values.entries()) {
    const at = typeof item === 'string' ? item.indexOf('=') : -1;
    if (at > 0) image.property((item as string).slice(0, at), (item as string).slice(at + 1), [...path, index], true);
  }
}

/** The keys that are known at each level: key → what is known below it; undefined: anything. */
type KnownKeys = Map<string, KnownKeys | undefined>;

const knownKeys = new WeakMap<Spelling, KnownKeys>();

function knownIn(spelling: Spelling): KnownKeys {
  let known = knownKeys.get(spelling);
  if (known === undefined) {
    known = new Map();
    for (const key of keysOf(spelling)) {
      const steps = stepsOf(key);
      let level = known;
      for (const [index, step] of steps.entries()) {
        const isLast = index === steps.length - 1;
        const below: KnownKeys | undefined = level.get(step) ?? (isLast ? undefined : new Map());
        level.set(step, below);
        if (below !== undefined) level = below;
      }
    }
    knownKeys.set(spelling, known);
  }
  return known;
}

/** All keys that a spelling names. */
export function keysOf({ attributes, properties, source, release, bags = [], others = [] }: Spelling): Key[] {
  const words = [attributes, properties, source, release].flatMap((group) => wordsIn(group)).map(([, word]) => word);
  return [...words.flatMap(keysIn), ...bags, ...others];
}

/** Tells of the keys in a map that the spelling does not know, if it knows them all; `below` leads to the map's level in it. */
export function readStrays(image: ImageBuilder, spelling: Spelling, values: Mapping, path: Path, below: readonly string[] = []): void {
  if (spelling.others === undefined) return;
  const level = below.reduce<KnownKeys | undefined>((known, step) => known?.get(step), knownIn(spelling));
  if (level !== undefined) straysAt(image, level, values, path);
}

function straysAt(image: ImageBuilder, level: KnownKeys, values: Mapping, path: Path): void {
  for (const key in values) {
    const value = values[key];
    const below = level.get(key);
    if (!level.has(key)) image.stray(key, [...path, key], [...level.keys()]);
    else if (below !== undefined && !below.has(ITEM) && isMapping(value)) straysAt(image, below, value, [...path, key]);
  }
}

/** What a dialect of one table says of absence: nothing about what it has no word for. */
export function traitsOf(spelling: Spelling, open: NonNullable<DialectTraits['leavesOpen']> = []): Pick<DialectTraits, 'leavesOpen'> {
  return { leavesOpen: [...unspelled(spelling), ...open] };
}
