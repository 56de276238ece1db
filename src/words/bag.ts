/**
 * A plain object whose prototype has nothing in it: `constructor` and `__proto__` are names like all others. Faster
 * than `Object.create(null)`, which makes a hash table of every object.
 */
const Bag = function Bag() {} as unknown as { new (): Record<string, unknown>; prototype: object };
Bag.prototype = Object.create(null) as object;

export function bag<T = unknown>(): Record<string, T> {
  return new Bag() as Record<string, T>;
}
