import type { Consequence } from '../model/finding.js';
import type { Image, Intent } from '../model/image.js';

export type DigestAttribute = 'checksum' | 'os_hash_value';

export function isHex(text: string): boolean {
  return /^[0-9a-f]+$/i.test(text);
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
