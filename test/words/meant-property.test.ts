import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { PROPERTIES } from '../../src/facts/properties/index.js';
import { meantProperty } from '../../src/words/meant-property.js';

test('slips and other words for a property are recognised', () => {
  assert.equal(meantProperty('hw_disk_buss'), { name: 'hw_disk_bus', isMisspelt: true });
  assert.equal(meantProperty('HW-DISK-BUS'), { name: 'hw_disk_bus', isMisspelt: true });
  assert.equal(meantProperty('hw:cpu_policy'), { name: 'hw_cpu_policy', isMisspelt: true });
  assert.equal(meantProperty('os_versoin'), { name: 'os_version', isMisspelt: true });
  assert.equal(meantProperty('hw_memory_encryption'), { name: 'hw_mem_encryption', isMisspelt: false });
});

test('names that people use for themselves mean nothing else', () => {
  for (const name of [
    'os_name', 'os_edition', 'os_codename', 'os_release', 'os_flavor', 'os_build', 'os_arch', 'os_distro_major', 'os_encrypt_key_id',
    'image_name', 'image_version', 'image_date', 'version', 'kernel', 'ramdisk', 'mapping_id', 'distro', 'login_username', 'build_date',
    'hw_supported_disk_buses', 'hw_disk_bus2', 'com.example.hw_disk_bus', '__os_type', 'osType', 'constructor', '', 'x'.repeat(1000),
  ]) assert.is(meantProperty(name), undefined, name);
});

test('no known property is a slip of another one', () => {
  for (const { name, pattern } of PROPERTIES) {
    const meant = pattern === undefined ? meantProperty(name) : undefined;
    if (meant !== undefined) assert.is(meant.name, name);
  }
});

test.run();
