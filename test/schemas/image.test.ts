import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { compile, complaint, readSchema } from './schema.js';

const validate = compile(readSchema('image'));
const image = { name: 'cirros', disk_format: 'qcow2', container_format: 'bare', properties: { hw_disk_bus: 'virtio' } };

test('images', () => {
  for (const good of [
    {}, image, { ...image, name: null, tags: [], min_disk: 0, min_ram: 2 ** 31 - 1, protected: true, visibility: 'community' },
    { ...image, id: '6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e', size: null, created_at: '2026-01-02T03:04:05Z', locations: [{ url: 'file:///x', metadata: {} }] },
  ]) assert.is(complaint(validate, good), undefined);
});

test('what is no image', () => {
  for (const [bad, expected] of [
    [[], 'must be object'],
    [{ ...image, hw_disk_bus: 'virtio' }, 'must NOT have additional properties'],
    [{ ...image, disk_format: 'QCOW2' }, '/disk_format must be equal to one of the allowed values'],
    [{ ...image, min_ram: '512' }, '/min_ram must be integer'],
    [{ ...image, min_disk: -1 }, '/min_disk must be >= 0'],
    [{ ...image, name: 'x'.repeat(256) }, '/name must NOT have more than 255 characters'],
    [{ ...image, properties: { a: 1 } }, '/properties/a must be string'],
    [{ ...image, id: 'abc' }, '/id must match pattern'],
  ] as const) assert.match(complaint(validate, bad) ?? '', expected);
});

for (const [name, good, bad] of [
  ['create', image, { ...image, status: 'active' }],
  ['record', { ...image, id: '6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e', status: 'active', visibility: 'shared', created_at: '2026-01-02T03:04:05Z', updated_at: '2026-01-02T03:04:05Z' }, image],
] as const) {
  test(`an image to ${name}`, () => {
    const { $id } = readSchema('image');
    const narrowed = compile({ $ref: `${$id as string}#/$defs/${name}` }, ['image']);
    assert.is(complaint(narrowed, good), undefined);
    assert.ok(complaint(narrowed, bad));
  });
}

test.run();
