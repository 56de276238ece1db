import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { meantAttribute } from '../../src/words/meant-attribute.js';

const attributeOf = (name: string): string | undefined => meantAttribute(name)?.attribute;

test('knows other tools\' names, other ways of writing, and slips', () => {
  assert.is(attributeOf('is_public'), 'visibility');
  assert.is(attributeOf('min_disk_gb'), 'min_disk');
  assert.is(attributeOf('diskFormat'), 'disk_format');
  assert.is(attributeOf('Container-Format'), 'container_format');
  assert.is(attributeOf('disk_fromat'), 'disk_format');
  assert.is(attributeOf('contaner_fromat'), 'container_format');
  assert.is(attributeOf('visiblity'), 'visibility');
});

test('leaves properties alone that mean what they say', () => {
  for (const name of ['os_distro', 'hw_disk_bus', 'created_by', 'protection', 'max_disk', 'max_ram', 'vmware_disktype', 'os_type', 'checksums', 'tag', '', '__proto__', 'constructor']) {
    assert.is(attributeOf(name), undefined, name);
  }
});

test('does not keep what it saw for ever', () => {
  for (let index = 0; index < 20_000; index++) meantAttribute(`property_${index}`);
  assert.is(attributeOf('minDisk'), 'min_disk');
});

test.run();
