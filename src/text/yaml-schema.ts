import {
  CORE_SCHEMA, defineMappingTag, defineScalarTag, defineSequenceTag, mapTag, mergeTag, NOT_RESOLVED, Schema, YAML11_SCHEMA,
} from 'js-yaml';
import { UNKNOWN } from '../model/image.js';

/** Tags that a program of its own gives a meaning to (`!vault`, `!Ref`, `!!python/…`): the value is not known here. */
const foreignTags = [
  defineScalarTag('', { matchByTagPrefix: true, resolve: () => UNKNOWN, identify: () => false }),
  defineSequenceTag<object, unknown>('', {
    matchByTagPrefix: true, create: () => ({}), addItem: () => {}, finalize: () => UNKNOWN, identify: () => false,
  }),
  defineMappingTag<object, unknown>('', {
    matchByTagPrefix: true, create: () => ({}), addPair: () => '', has: () => false, keys: () => [], get: () => undefined,
    finalize: () => UNKNOWN, identify: () => false,
  }),
];

/** js-yaml's error for what cannot be a key of a plain object. */
export const COMPLEX_KEY = 'a collection is a key';

/** What a key is in a plain object; undefined when it is not known. */
export function keyText(key: unknown): string | undefined {
  if (key === UNKNOWN) return undefined;
  return key instanceof Date ? key.toISOString() : String(key);
}

/**
 * Entries constructed so far whose map had the key already: it is written twice, or a merge key brought it. A
 * construction that leaves this as it was has met no duplicate key.
 */
export let repeatedKeys = 0;

/** Mappings as plain objects. An entry whose key is not known is left out; of equal keys the last one counts. */
const knownKeys = defineMappingTag<Record<string, unknown>>('tag:yaml.org,2002:map', {
  create: mapTag.create,
  addPair(map, key, value) {
    if (typeof key === 'object' && key !== null && !(key instanceof Date)) return COMPLEX_KEY;
    const text = typeof key === 'string' ? key : keyText(key);
    if (text === undefined) return '';
    if (Object.hasOwn(map, text)) repeatedKeys++;
    return mapTag.addPair(map, text, value);
  },
  has: mapTag.has,
  keys: mapTag.keys,
  get: mapTag.get,
  identify: mapTag.identify,
});

/** What a plain scalar without a tag means. */
export function resolvePlain(schema: Schema, written: string): unknown {
  for (const tag of schema.tags) {
    if (tag.nodeKind !== 'scalar' || !tag.implicit) continue;
    const value = tag.resolve(written, false, tag.tagName);
    if (value !== NOT_RESOLVED) return value;
  }
  return written;
}

/** YAML 1.2, with the merge keys of 1.1 because everybody uses them. */
export const YAML_12 = CORE_SCHEMA.withTags(knownKeys, mergeTag, foreignTags);

/** What would not be plain values. */
const ODD_TYPES = new Set(['binary', 'omap', 'pairs', 'set'].map((name) => `tag:yaml.org,2002:${name}`));

/** YAML 1.1 as PyYAML reads it: `yes` is true, `010` is 8, a date is a `Date`. */
export const YAML_11 = new Schema([
  ...YAML11_SCHEMA.tags.filter(({ tagName }) => !ODD_TYPES.has(tagName)),
  knownKeys,
  ...foreignTags,
]);
