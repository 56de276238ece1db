import { HASHES } from '../facts/hashes.js';
import type { Consequence } from '../model/finding.js';
import type { Image, Intent } from '../model/image.js';

export type DigestAttribute = 'checksum' | 'os_hash_value';

interface Read {
  readonly text: string;
  readonly isHex: boolean;
  readonly hasCapitals: boolean;
}

/** Several rules ask about the two digests of one image, one after the other. */
let last: Read = { text: '', isHex: false, hasCapitals: false };
let lastButOne = last;

function read(text: string): Read {
  if (text === last.text) return last;
  if (text === lastButOne.text) return lastButOne;
  lastButOne = last;
  const isLower = /^[0-9a-f]+$/.test(text);
  const isHex = isLower || /^[0-9a-f]+$/i.test(text);
  last = { text, isHex, hasCapitals: isHex && !isLower };
  return last;
}

export function isHex(text: string): boolean {
  return read(text).isHex;
}

/** Hexadecimal digits, and some of them capitals? */
export function isUpperHex(text: string): boolean {
  return read(text).hasCapitals;
}

const OF_NOTHING = new Map(HASHES.flatMap((fact) => (fact.ofNothing === undefined ? [] : [[fact.digits, fact] as const])));

/** The algorithm whose digest of an empty file this is, if it is one. */
export function algorithmOfNothing(digest: string): string | undefined {
  const fact = OF_NOTHING.get(digest.length);
  // The first digit tells most others apart, whether it is a capital or not.
  if (fact === undefined || fact.ofNothing?.charCodeAt(0) !== (digest.charCodeAt(0) | 32)) return undefined;
  return digest.toLowerCase() === fact.ofNothing ? fact.name : undefined;
}

/** The same character throughout. */
export function isOneCharacter(text: string): boolean {
  return (text.length < 2 || text.charCodeAt(0) === text.charCodeAt(1)) && /^(.)\1*$/.test(text);
}

/** A digest written with its algorithm before it: `sha256:9f86d0…`. */
export function splitDigest(text: string): { readonly prefix: string; readonly digest: string } | undefined {
  const match = /^\s*([A-Za-z][\w-]{0,15})\s*[:=]\s*([0-9a-fA-F]+)\s*$/.exec(text);
  return match === null ? undefined : { prefix: match[1] as string, digest: match[2] as string };
}

/**
 * What comes of a digest that no bytes can have. Glance takes none from outside: it refuses `checksum` and
 * hides `os_hash_value`. In a record the digest is what downloads are held against: os_hash_value where
 * there is one, checksum otherwise.
 */
export function digestConsequence(attribute: DigestAttribute, image: Image, intent: Intent): Consequence {
  if (intent === 'create') return { by: 'glance', when: 'create', effect: attribute === 'checksum' ? 'rejected' : 'ignored' };
  if (attribute === 'checksum' && typeof image.os_hash_value === 'string') return { by: 'reader', when: 'always', effect: 'unclear' };
  return { by: 'client', when: 'always', effect: 'fails' };
}
