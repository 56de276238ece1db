import type { Attribute, Path } from '../model/image.js';
import type { Spelling, Word } from '../model/spelling.js';
import { ITEM, keysIn, stepsOf, wordsIn } from '../words/spelling.js';

/** What a key of a manifest is about. */
export type Meaning =
  | { readonly kind: 'attribute'; readonly name: Attribute; readonly word: Word }
  /** `isOwnKey`: the dialect has a key for this property alone, so that its values may have types. */
  | { readonly kind: 'property'; readonly name: string; readonly word: Word; readonly isOwnKey: boolean }
  /** Something between the manifest and its tool. */
  | { readonly kind: 'other' };

/** The keys that a map of a manifest may have. */
export interface Level {
  readonly keys: ReadonlyMap<string, Meaning>;
  /** All other keys are custom properties. */
  readonly isBag: boolean;
}

const OTHER: Meaning = { kind: 'other' };

/** The level at a path below the image; without keys where the dialect knows nothing. */
export function levelAt(spelling: Spelling, path: Path): Level {
  const below = spelledKeys(spelling).map(([key, meaning]) => [stepsOf(key), meaning] as const);
  const inside = path.reduce<readonly (readonly [readonly string[], Meaning])[]>((rest, step) => {
    const own = rest.filter(([[first]]) => first === String(step));
    // In lists, and in maps whose keys are names.
    const chosen = own.length > 0 ? own : rest.filter(([[first]]) => first === ITEM);
    return chosen.map(([steps, meaning]) => [steps.slice(1), meaning]);
  }, below);
  const keys = new Map<string, Meaning>();
  for (const [[first, ...deeper], meaning] of inside) {
    if (first !== undefined && first !== ITEM && !keys.has(first)) keys.set(first, deeper.length > 0 ? OTHER : meaning);
  }
  return { keys, isBag: inside.some(([steps, meaning]) => steps.length === 0 && meaning === BAG) };
}

/** What a key means there; undefined for one that the dialect does not know. */
export function meaningOf({ keys, isBag }: Level, key: string): Meaning | undefined {
  return keys.get(key) ?? (isBag ? { kind: 'property', name: key, word: key, isOwnKey: false } : undefined);
}

/** All levels as if they were one; for texts that cannot be read. */
export function anyLevel(spelling: Spelling): Level {
  const keys = new Map<string, Meaning>();
  for (const [spelled, meaning] of spelledKeys(spelling)) {
    const key = stepsOf(spelled).at(-1);
    if (key !== undefined && !keys.has(key)) keys.set(key, meaning);
  }
  return { keys, isBag: spelling.bags !== undefined };
}

const BAG: Meaning = { kind: 'other' };

/** Every key of the spelling with its meaning; what says most of the image comes first. */
function spelledKeys({ attributes, properties, source, release, bags = [], others = [] }: Spelling): (readonly [string, Meaning])[] {
  return [
    ...wordsIn(attributes).flatMap(([name, word]) => keysIn(word).map((key) => [key, { kind: 'attribute', name: name as Attribute, word }] as const)),
    ...wordsIn(properties).flatMap(([name, word]) => keysIn(word).map((key) => [key, { kind: 'property', name, word, isOwnKey: true }] as const)),
    ...[...wordsIn(source), ...wordsIn(release)].flatMap(([, word]) => keysIn(word).map((key) => [key, OTHER] as const)),
    ...bags.map((key) => [key, BAG] as const),
    ...others.map((key) => [key, OTHER] as const),
  ];
}
