import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { FORMAT_RULES } from '../../../rules/format/index.js';
import { DEFAULT_CLOUD } from '../../../src/facts/cloud.js';
import type { Example } from '../../../src/model/rule.js';
import { RuleTester } from '../../../src/tester/rule-tester.js';

const tester = new RuleTester();
const PLAIN = ['vhdx', 'vmdk', 'raw', 'qcow2', 'vdi', 'iso'];

async function findings(example: Example): Promise<string[]> {
  const found = await Promise.all(FORMAT_RULES.map((rule) => tester.findings(rule, example)));
  return found.flat().map(({ rule, severity, consequence: { by, when, effect } }) => `${rule} ${severity} ${by} ${when} ${effect}`).sort();
}

const body = (disk: string, container: string, name = 'debian-12'): string =>
  `name: ${name}\ndisk_format: ${disk}\ncontainer_format: ${container}\nkernel_id: 0b3c4d5e-6f70-4182-93a4-b5c6d7e8f901\n`;
const record = (disk: string, container: string): string =>
  `${body(disk, container)}status: active\ncreated_at: "2026-01-02T03:04:05Z"\n`;

test('a plain disk in no container is what everybody expects', async () => {
  for (const disk of PLAIN) {
    assert.equal(await findings({ manifest: body(disk, 'bare') }), [], disk);
    assert.equal(await findings({ manifest: record(disk, 'bare') }), [], disk);
  }
});

test('each of the Amazon formats goes with itself', async () => {
  for (const format of ['aki', 'ari', 'ami']) assert.equal(await findings({ manifest: body(format, format) }), [], format);
});

test('no pair of formats that Glance allows is an error', async () => {
  for (const disk of DEFAULT_CLOUD.diskFormats) {
    for (const container of DEFAULT_CLOUD.containerFormats) {
      for (const manifest of [body(disk, container), record(disk, container)]) {
        assert.equal((await findings({ manifest })).filter((found) => found.includes(' error ')), [], manifest);
      }
    }
  }
});

test('a kernel in no container depends on the release', async () => {
  const manifest = body('aki', 'bare');
  const refused = ['mixed-amazon-formats warning glance upload rejected'];
  const offered = ['mixed-amazon-formats info reader always unclear'];
  assert.equal(await findings({ manifest }), refused);
  assert.equal(await findings({ manifest, cloud: { release: '2025.1' } }), refused);
  assert.equal(await findings({ manifest, cloud: { release: '2024.2' } }), offered);
  assert.equal(await findings({ manifest: record('aki', 'bare') }), offered);
  const asDisk = body('raw', 'bare', 'deploy-vmlinuz');
  assert.equal(await findings({ manifest: asDisk }), ['kernel-as-disk warning glance upload rejected']);
  assert.equal(await findings({ manifest: asDisk, cloud: { release: '2026.1' } }), ['kernel-as-disk info reader always unclear']);
});

test('names of kernels and ramdisks', async () => {
  const isFound = async (name: string): Promise<boolean> => (await findings({ manifest: body('raw', 'bare', name) })).length > 0;
  for (const name of ['vmlinuz-6.1.0', 'ipa-kernel', 'deploy_vmlinuz', 'ironic-python-agent.kernel', 'initrd.img-6.1', 'bm-deploy-ramdisk']) {
    assert.ok(await isFound(name), name);
  }
  for (const name of ['kernel-dev-box', 'linuxkernel', 'my-initrdless-image', 'ramdisk-builder', 'debian-12']) assert.not(await isFound(name), name);
});

test('what packages hold boots where a driver unpacks them', async () => {
  const manifest = body('vmdk', 'ova');
  assert.equal(await findings({ manifest }), ['unbootable-container info nova boot fails']);
  assert.equal(await findings({ manifest, cloud: { hypervisor: 'kvm' } }), ['unbootable-container warning nova boot fails']);
  assert.equal(await findings({ manifest, cloud: { hypervisor: 'vmware' } }), []);
  assert.equal(await findings({ manifest: body('qcow2', 'ovf') }), ['unbootable-container warning nova boot ignored']);
  assert.equal(await findings({ manifest: record('qcow2', 'ovf') }), ['unbootable-container info nova boot ignored']);
});

test('a disk format that is not KVM\'s is a hint, until the cloud is known to be KVM', async () => {
  assert.equal(await findings({ manifest: body('vhd', 'bare') }), ['unbootable-disk-format info nova boot fails']);
  assert.equal(await findings({ manifest: body('vhd', 'bare'), cloud: { hypervisor: 'kvm' } }), ['unbootable-disk-format warning nova boot fails']);
});

test('names that are unknown or mean something to JavaScript', async () => {
  for (const word of ['__proto__', 'constructor', 'toString']) {
    assert.equal(await findings({ manifest: body(word, word) }), [
      'unknown-container-format error glance create rejected', 'unknown-disk-format error glance create rejected',
    ], word);
    assert.equal(await findings({ manifest: body('qcow2', 'bare', `disk.${word}`) }), [], word);
  }
});

test('what is not known is not judged', async () => {
  assert.equal(await findings({ manifest: body('!var disk', '!var container') }), []);
  assert.equal(await findings({ manifest: 'name: a\ndisk_format: ami\ncontainer_format: ami\nkernel_id: !var kernel\n' }), []);
});

test.run();
