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
const ODD = [
  null, true, 0, -0, -1, 1.5, 2 ** 31 - 1, 2 ** 31, 2 ** 53, -(2 ** 31), Number.NaN, Infinity, '', [], ['a', 'b'], [1], [null], [['a']], ['x'.repeat(255)], ['x'.repeat(256)], {}, { length: 1 }, 'x', '1', 'true', 'Public', 'RAW', 'deactivated',
  '2023-02-29T10:00:00Z', '2024-02-29T10:00:00Z', '2024-02-30T10:00:00Z', '2024-05-00T10:00:00Z', '2024-00-01T10:00:00Z', '2024-13-01T10:00:00Z', '2024-05-01T24:00:00Z', '2024-05-01T23:59:59Z', '2024-05-01T10:60:00Z', '2024-05-01T10:00:60Z', '2024-05-01 10:00:00',
  '2024-05-01T10:00:00', '2024-05-01T10:00:00z', '2024-05-01T10:00:00Z\n', '20240501T100000Z', '6b7e6f3c1d2a4b5c8d9e0f1a2b3c4d5e', '6b7e6f3c1d2a-4b5c-8d9e-0f1a2b3c4d5e', '6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e\n', '6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5', '6B7E6F3C-1D2A-4B5C-8D9E-0F1A2B3C4D5E',
  ...[32, 64, 128, 255].flatMap((length) => ['x'.repeat(length), 'x'.repeat(length + 1), '🐧'.repeat(length), '🐧'.repeat(length + 1)]),
];
const value = fc.oneof(fc.constantFrom(...Object.values(RIGHT), ...ODD), fc.string());
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

test('no single value is surely right that the validator refuses', () => {
  for (const odd of [...ODD, ...Object.values(RIGHT)]) {
    for (const name of [...Object.keys(RIGHT), 'locations', 'other']) {
      if (isSurelyRight({ [name]: odd }, {})) assert.ok(validate({ [name]: odd, properties: {} }), `${name}: ${JSON.stringify(odd)}`);
    }
    const properties = typeof odd === 'string' ? { [odd]: 'x' } : { x: odd };
    if (isSurelyRight({}, properties as Record<string, unknown>)) assert.ok(validate({ properties }), JSON.stringify(properties));
  }
});

test('what images ordinarily have is surely right', () => {
  assert.ok(isSurelyRight(RIGHT, { os_type: 'linux' }));
  for (const name of Object.keys(RIGHT)) assert.not(isSurelyRight({ ...RIGHT, [name]: {} }, {}), name);
  assert.not(isSurelyRight(RIGHT, { os_type: 1 }));
});

test.run();
