import { MISNAMED, UNMISTAKABLE, type MisnamedFact } from '../facts/misnamed.js';
import { bare, editDistance } from './nearest.js';

const BY_NAME: ReadonlyMap<string, MisnamedFact> = new Map(MISNAMED.map((fact) => [fact.name, fact]));
/** From this length on, two slips leave a name recognisable. */
const LONG = 11;

/** Property names repeat from image to image, and comparing is slow. Bounded: input decides what they are. */
const SEEN_LIMIT = 5000;
const seen = new Map<string, MisnamedFact | undefined>();

/** The attribute that a custom property was surely meant to be; undefined for properties that are what they seem. */
export function meantAttribute(property: string): MisnamedFact | undefined {
  if (seen.has(property)) return seen.get(property);
  if (seen.size >= SEEN_LIMIT) seen.clear();
  const meant = BY_NAME.get(property) ?? guess(property);
  seen.set(property, meant);
  return meant;
}

function guess(property: string): MisnamedFact | undefined {
  const folded = bare(property);
  const attribute = UNMISTAKABLE.find((name) => folded === bare(name))
    ?? UNMISTAKABLE.find((name) => editDistance(property, name, 3) <= (name.length < LONG ? 1 : 2));
  return attribute === undefined ? undefined : { name: property, attribute };
}
