import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { ATTRIBUTES } from '../../src/facts/attributes.js';
import { compile, complaint, readSchema } from './schema.js';

const schema = readSchema('manifest');
const validate = compile(schema, ['image']);
const flat = { name: 'cirros', disk_format: 'qcow2', container_format: 'bare', min_disk: 1, hw_disk_bus: 'virtio' };
const nested = { ...flat, min_ram: null, is_protected: false, properties: { hw_qemu_guest_agent: true, hw_cpu_cores: 2 }, location: null };
const record = {
  ...flat, id: '6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e', status: 'active', created_at: '2026-01-02T03:04:05Z', os_admin_user: null,
};

for (const [name, image] of Object.entries({ flat, nested, record })) {
  test(`an image alone, in lists and wrapped: ${name}`, () => {
    for (const manifest of [image, [image], [], [image, flat], { images: [image], next: '/v2/images' }, { image }]) {
      assert.is(complaint(validate, manifest), undefined);
    }
  });
}

test('properties of the unlikely names `image` and `images`', () => {
  assert.is(complaint(validate, { ...flat, image: 'x', images: 'y' }), undefined);
});

test('what is wrong is told where it is', () => {
  for (const [bad, expected] of [
    ['cirros', 'must be object'],
    [null, 'must be object'],
    [[flat, 'cirros'], '/1 must be object'],
    [{ ...flat, min_disk: '1' }, '/min_disk must be integer'],
    [[{ ...flat, disk_format: 'QCOW2' }], '/0/disk_format must be equal to one of the allowed values'],
    [{ images: [flat, { ...flat, hw_cpu_cores: 2 }] }, '/images/1/hw_cpu_cores must be string'],
    [{ image: { ...flat, protected: 'yes' } }, '/image/protected must be boolean'],
    [{ ...flat, os_admin_user: null }, '/os_admin_user must be string'],
    [{ ...nested, min_disk: '1' }, '/min_disk must be integer'],
    [{ ...flat, properties: 'x' }, '/properties must be object,null'],
  ] as const) assert.is(complaint(validate, bad), expected);
});

test('all base attributes of Glance are there', () => {
  const { attributes } = schema['$defs'] as Record<string, { properties: object }>;
  assert.equal(Object.keys(attributes?.properties ?? {}).sort(), ATTRIBUTES.filter(({ onCreate }) => onCreate !== 'unknown').map(({ name }) => name).sort());
});

test.run();
