import type { Finding } from '../model/finding.js';

const TWO_TO_32 = 2 ** 32;
const OFFSET: readonly [high: number, low: number] = [0xcbf29ce4, 0x84222325];
const PRIME_LOW = 0x1b3;

/**
 * Names each finding by what it is about: file, image, rule, message and place. Lines do not count, so the name
 * outlives edits elsewhere; of an image with a name or an id, neither does its number. Equal names are numbered,
 * so that each is unique within a report.
 */
export function fingerprinter(): (finding: Finding) => string {
  const seen = new Map<string, number>();
  return ({ file, image, document, rule, messageId, pointer }) => {
    const isNamed = image !== null && (image.name ?? image.id) !== null;
    const about = isNamed
      ? [image.name, image.id, pointer.replace(/(?<=\/)\d+(?=\/|$)/g, '*')]
      : [document, pointer];
    const key = hash64(JSON.stringify([file, rule, messageId, ...about]));
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? key : `${key}:${count}`;
  };
}

/** FNV-1a, 64 bits, of the text in UTF-8: 16 hexadecimal digits. Kept in two exact halves; the prime is 2^40 + 0x1b3. */
export function hash64(text: string): string {
  let [high, low] = OFFSET;
  for (const byte of new TextEncoder().encode(text)) {
    low = (low ^ byte) >>> 0;
    const product = low * PRIME_LOW;
    high = (high * PRIME_LOW + Math.floor(product / TWO_TO_32) + ((low << 8) >>> 0)) >>> 0;
    low = product >>> 0;
  }
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}
