import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { hashOf, KeyTable, NOBODY } from '../../src/engine/key-table.js';

test('a table knows what was put in and by whom, however much that is', () => {
  fc.assert(fc.property(fc.constantFrom(1, 5, 600, 5000), fc.integer({ min: 0, max: 2 ** 31 }), fc.constantFrom(1, 2 ** 10, 2 ** 32, 12_345_678_901), (count, first, step) => {
    const [table, known] = [new KeyTable(), new Map<number, number>()];
    for (let index = 0; index < count; index++) {
      // Hashes that fall on each other's places, and now and then one that is there.
      const hash = index % 7 === 6 ? first + 1 + (index >> 1) * step : first + 1 + index * step;
      assert.is(table.add(hash, index), known.get(hash) ?? NOBODY);
      if (!known.has(hash)) known.set(hash, index);
    }
    for (const [hash, giver] of known) assert.is(table.add(hash, count), giver);
  }), { numRuns: 40 });
});

test('equal keys have equal hashes of 53 bits, and others hardly ever', () => {
  fc.assert(fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 50 }), fc.nat(200), (texts, seed) => {
    const seen = new Map<number, string>();
    for (const text of texts) {
      const hash = hashOf(text, seed);
      assert.is(hash, hashOf(` ${text}`.slice(1), seed));
      assert.ok(Number.isSafeInteger(hash) && hash > 0);
      assert.is(seen.get(hash) ?? text, text);
      seen.set(hash, text);
    }
  }), { numRuns: 500 });
});

test.run();
