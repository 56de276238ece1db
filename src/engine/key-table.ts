const FIRST_CAPACITY = 1 << 10;
/** Never the hash of a key. */
const FREE = 0;

/** Who put a hash in that was not there. */
export const NOBODY = -1;

/**
 * Tells which keys came before, and who gave each first, in two to four dozen bytes a key: hashes of 53 bits in one
 * flat table. Two different keys with one hash are taken for the same once in many million runs; who asks must look twice.
 */
export class KeyTable {
  #hashes = new Float64Array(FIRST_CAPACITY);
  #givers = new Int32Array(FIRST_CAPACITY);
  #used = 0;

  /** Puts in a hash that somebody gives: a number from 0. Who gave it first, or NOBODY. */
  add(hash: number, giver: number): number {
    if (this.#used * 2 >= this.#hashes.length) this.#grow();
    const slot = slotOf(this.#hashes, hash);
    if (this.#hashes[slot] === hash) return this.#givers[slot] as number;
    this.#hashes[slot] = hash;
    this.#givers[slot] = giver;
    this.#used++;
    return NOBODY;
  }

  #grow(): void {
    const [hashes, givers] = [this.#hashes, this.#givers];
    this.#hashes = new Float64Array(hashes.length * 2);
    this.#givers = new Int32Array(hashes.length * 2);
    for (let index = 0; index < hashes.length; index++) {
      const hash = hashes[index] as number;
      if (hash === FREE) continue;
      const slot = slotOf(this.#hashes, hash);
      this.#hashes[slot] = hash;
      this.#givers[slot] = givers[index] as number;
    }
  }
}

/** The slot that has the hash, or the free one where it belongs. The length is a power of two. */
function slotOf(slots: Float64Array, hash: number): number {
  const mask = slots.length - 1;
  let slot = hash & mask;
  while (slots[slot] !== FREE && slots[slot] !== hash) slot = (slot + 1) & mask;
  return slot;
}

/** A seed that differs in all its bits from those of other names, in every run alike: equal keys of different rules or files get different hashes. */
export function seedOf(name: string): number {
  return hashOf(name, 0) | 0;
}

/** 53 bits of hash of a text: two multiplicative hashes side by side. */
export function hashOf(text: string, seed: number): number {
  let high = 0xdeadbeef ^ seed;
  let low = 0x41c6ce57 ^ seed;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (2 ** 21 - 1 & low) * 2 ** 32 + (high >>> 0) + 1;
}
