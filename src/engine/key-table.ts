const FIRST_CAPACITY = 1 << 10;
/** Never the hash of a key. */
const FREE = 0;

/**
 * Tells which keys came before, in eight to sixteen bytes a key: hashes of 53 bits in one flat table. Two
 * different keys with one hash are taken for the same once in many million runs; who asks must look twice.
 */
export class KeyTable {
  #slots = new Float64Array(FIRST_CAPACITY);
  #used = 0;

  /** Puts a hash in. Says whether it was there already. */
  add(hash: number): boolean {
    if (this.#used * 2 >= this.#slots.length) this.#grow();
    const slot = slotOf(this.#slots, hash);
    if (this.#slots[slot] === hash) return true;
    this.#slots[slot] = hash;
    this.#used++;
    return false;
  }

  #grow(): void {
    const larger = new Float64Array(this.#slots.length * 2);
    for (const hash of this.#slots) if (hash !== FREE) larger[slotOf(larger, hash)] = hash;
    this.#slots = larger;
  }
}

/** The slot that has the hash, or the free one where it belongs. The length is a power of two. */
function slotOf(slots: Float64Array, hash: number): number {
  const mask = slots.length - 1;
  let slot = hash & mask;
  while (slots[slot] !== FREE && slots[slot] !== hash) slot = (slot + 1) & mask;
  return slot;
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
