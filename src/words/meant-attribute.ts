import { propertyFact } from '../facts/properties/index.js';
import { MISNAMED, UNMISTAKABLE, type MisnamedFact } from '../facts/misnamed.js';
import { lazy } from './lazy.js';
import { bare, editDistance } from './nearest.js';

const BY_NAME: ReadonlyMap<string, MisnamedFact> = new Map(MISNAMED.map((fact) => [fact.name, fact]));
const FOLDED = lazy(() => UNMISTAKABLE.map(bare));
/** From this length on, two slips leave a name recognisable. */
const LONG = 11;

/** Property names repeat from image to image, and comparing is slow. Bounded: input decides what they are. */
const SEEN_LIMIT = 5000;
const seen = new Map<string, MisnamedFact | undefined>();

/** The attribute that a custom property was surely meant to be; undefined for properties that are what they seem. */
export function meantAttribute(property: string): MisnamedFact | undefined {
  if (seen.has(property)) return seen.get(property);
  if (seen.size >= SEEN_LIMIT) seen.clear();
  // What somebody reads is what it seems.
  const meant = BY_NAME.get(property) ?? (propertyFact(property) === undefined ? guess(property) : undefined);
  seen.set(property, meant);
  return meant;
}

function guess(property: string): MisnamedFact | undefined {
  const folded = bare(property);
  const attribute = UNMISTAKABLE.find((_, index) => folded === FOLDED()[index])
    ?? UNMISTAKABLE.find((name) => editDistance(property, name, 3) <= (name.length < LONG ? 1 : 2));
  return attribute === undefined ? undefined : { name: property, attribute };
}
