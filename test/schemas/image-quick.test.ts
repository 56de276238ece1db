import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { ATTRIBUTES } from '../../src/facts/attributes.js';
import { isSurelyRight } from '../../src/schema/generated/image-quick.js';
import { validate } from '../../src/schema/generated/image.js';

const RIGHT: Readonly<Record<string, unknown>> = {
  id: '6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e', name: 'a', status: 'active', visibility: 'public', protected: true, os_hidden: false, checksum: 'a', os_hash_algo: 'a',
  os_hash_value: 'a', owner: 'a', size: 1, virtual_size: 1, container_format: 'bare', disk_format: 'raw', created_at: '2024-05-01T10:00:00Z',
  updated_at: '2024-05-01T10:00:00Z', tags: ['a'], direct_url: 'a', min_ram: 1, min_disk: 1, self: 'a', file: 'a', schema: 'a', stores: 'a', store: 'a',
};
const value = fc.oneof(
  fc.constantFrom(...Object.values(RIGHT), null, 0, -1, 1.5, 2 ** 31, 2 ** 53, '', [], ['a', 'b'], [1], ['x'.repeat(256)], {}, '2023-02-29T10:00:00Z', '2024-05-01T24:00:00Z',
    '2024-05-01T10:00:60Z', '2024-05-01 10:00:00', 'x'.repeat(256), '🐧'.repeat(200), '6b7e6f3c1d2a4b5c8d9e0f1a2b3c4d5e', Number.NaN, Infinity),
  fc.string(),
);
const image = fc.record({
  attributes: fc.dictionary(fc.constantFrom(...ATTRIBUTES.map(({ name }) => name), 'locations', 'other'), value, { maxKeys: 4 }),
  properties: fc.dictionary(fc.oneof(fc.string(), fc.constant('x'.repeat(256))), fc.oneof(fc.string(), value), { maxKeys: 2 }),
});

test('what is surely right is so for the validator', () => {
  let sure = 0;
  fc.assert(fc.property(image, ({ attributes, properties }) => {
    if (!isSurelyRight(attributes, properties)) return;
    sure++;
    assert.ok(validate({ ...attributes, properties }), JSON.stringify(validate.errors));
  }), { numRuns: 5000 });
  assert.ok(sure > 100, `${sure} were sure`);
});

test('what images ordinarily have is surely right', () => {
  assert.ok(isSurelyRight(RIGHT, { os_type: 'linux' }));
  for (const name of Object.keys(RIGHT)) assert.not(isSurelyRight({ ...RIGHT, [name]: {} }, {}), name);
  assert.not(isSurelyRight(RIGHT, { os_type: 1 }));
});

test.run();
