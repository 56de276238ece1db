import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Linter } from '../../../src/linter.js';

/** The text after all fixes of `missing-format`. */
async function fixed(text: string, path: string): Promise<string> {
  const linter = await Linter.create({ extends: [], rules: { 'missing-format': 'warning' } });
  assert.is((await linter.fixText(text, { path })).text, text, 'never without being asked');
  return (await linter.fixText(text, { path, level: 'all' })).text;
}

test('a container_format that is missing is added as its neighbours are written', async () => {
  assert.is(await fixed('name: debian-12\ndisk_format: qcow2 # from the publisher\nos_distro: debian\n', 'x.yaml'),
    'name: debian-12\ndisk_format: qcow2 # from the publisher\nos_distro: debian\ncontainer_format: bare\n');
  assert.is(await fixed('[{"name": "debian-12", "disk_format": "qcow2", "tags": [], "min_disk": 3}]', 'x.json'),
    '[{"name": "debian-12", "disk_format": "qcow2", "container_format": "bare", "tags": [], "min_disk": 3}]');
  assert.is(await fixed('resource "openstack_images_image_v2" "debian" {\n  name        = "debian-12"\n  disk_format = "qcow2"\n\n  properties = {\n    os_distro = "debian"\n  }\n}\n', 'main.tf'),
    'resource "openstack_images_image_v2" "debian" {\n  name        = "debian-12"\n  disk_format = "qcow2"\n  container_format = "bare"\n\n  properties = {\n    os_distro = "debian"\n  }\n}\n');
  assert.is(await fixed('heat_template_version: 2021-04-16\nresources:\n  debian:\n    type: OS::Glance::WebImage\n    properties:\n      name: debian-12\n      disk_format: qcow2\n      location: https://images.acme.dev/d.qcow2\n', 'x.yaml'),
    'heat_template_version: 2021-04-16\nresources:\n  debian:\n    type: OS::Glance::WebImage\n    properties:\n      name: debian-12\n      disk_format: qcow2\n      location: https://images.acme.dev/d.qcow2\n      container_format: bare\n');
});

test('one that is null is written, and Amazon formats go together', async () => {
  assert.is(await fixed('name: x\ndisk_format: ami\ncontainer_format: null\nmin_disk: 1\n', 'x.yaml'), 'name: x\ndisk_format: ami\ncontainer_format: ami\nmin_disk: 1\n');
  const both = 'name: x\nmin_disk: 1\nos_distro: debian\n';
  assert.is(await fixed(both, 'x.yaml'), both, 'nobody can guess the disk_format');
});

test.run();
