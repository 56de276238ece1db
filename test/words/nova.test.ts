import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { DEFAULT_CLOUD } from '../../src/facts/cloud.js';
import type { Cloud } from '../../src/model/cloud.js';
import { NovaView } from '../../src/words/nova.js';

/** `unknown`: names that the manifest writes with a value that nobody knows, such as a template. */
function view(properties: Record<string, string>, { unknown = [], ...cloud }: Partial<Cloud> & { unknown?: readonly string[] } = {}): NovaView {
  const isAbsent = (name: string) => !Object.hasOwn(properties, name.slice('properties.'.length)) && !unknown.includes(name.slice('properties.'.length));
  return new NovaView({ properties: Object.assign(Object.create(null), properties) }, { isAbsent, cloud: { ...DEFAULT_CLOUD, ...cloud } });
}

test('resolves letter case and aliases as Nova does', () => {
  assert.equal(view({ hw_architecture: 'AMD64' }).get('hw_architecture'), { value: 'x86_64', name: 'hw_architecture' });
  assert.is(view({ hw_vif_model: 'VirtualVmxnet3' }).get('hw_vif_model')?.value, 'vmxnet3');
  assert.is(view({ hw_mem_encryption: ' Yes ' }).get('hw_mem_encryption')?.value, 'true');
  assert.is(view({ hw_mem_encryption: 'enabled' }).get('hw_mem_encryption')?.value, 'false');
  assert.is(view({ hw_machine_type: 'Q35' }).get('hw_machine_type')?.value, 'Q35');
});

test('reads old names, and lets current ones win', () => {
  assert.equal(view({ architecture: 'i386' }).get('hw_architecture'), { value: 'i686', name: 'architecture' });
  assert.equal(view({ architecture: 'i386', hw_architecture: 'aarch64' }).get('hw_architecture'), { value: 'aarch64', name: 'hw_architecture' });
});

test('an adapter type of VMware is a bus and a model', () => {
  const scsi = view({ vmware_adaptertype: 'paraVirtual' });
  assert.equal(scsi.get('hw_disk_bus'), { value: 'scsi', name: 'vmware_adaptertype' });
  assert.equal(scsi.get('hw_scsi_model'), { value: 'vmpvscsi', name: 'vmware_adaptertype' });
  const ide = view({ vmware_adaptertype: 'ide' });
  assert.is(ide.get('hw_disk_bus')?.value, 'ide');
  assert.ok(ide.lacks('hw_scsi_model'));
  assert.ok(view({ vmware_adaptertype: '' }).lacks('hw_disk_bus'));
});

test('what Nova refuses and what nobody knows is neither set nor absent', () => {
  for (const one of [view({ hw_firmware_type: 'UEFI' }), view({}, { unknown: ['hw_firmware_type'] })]) {
    assert.is(one.get('hw_firmware_type'), undefined);
    assert.not.ok(one.lacks('hw_firmware_type'));
    assert.not.ok(one.is('hw_firmware_type', 'uefi'));
    assert.not.ok(one.isNot('hw_firmware_type', 'uefi'));
  }
  assert.not.ok(view({ architecture: 'x86_64' }, { unknown: ['hw_architecture'] }).get('hw_architecture'), 'the current name would win');
  assert.not.ok(view({}, { unknown: ['vmware_adaptertype'] }).lacks('hw_scsi_model'));
  assert.ok(view({}).isNot('hw_firmware_type', 'uefi'));
  assert.ok(view({ hw_firmware_type: 'bios' }).isNot('hw_firmware_type', 'uefi'));
});

test('names of objects\' own members are names like others', () => {
  assert.ok(view({}).lacks('constructor'));
  assert.is(view({}).get('__proto__'), undefined);
});

test('an older cloud does not read younger properties and words', () => {
  assert.ok(view({ hw_firmware_stateless: 'true' }, { release: 'zed' }).lacks('hw_firmware_stateless'));
  assert.is(view({ hw_vif_model: 'igb' }, { release: 'zed' }).get('hw_vif_model'), undefined);
  assert.is(view({ hw_vif_model: 'igb' }).get('hw_vif_model')?.value, 'igb');
});

test('integers are read as Python reads them', () => {
  assert.is(view({ hw_cpu_cores: ' 1_6 ' }).integer('hw_cpu_cores')?.value, 16);
  assert.is(view({ hw_cpu_cores: '1.5' }).integer('hw_cpu_cores'), undefined);
});

test('the emulated architecture counts, and may be unknown', () => {
  assert.is(view({ architecture: 'x86_64', hw_emulation_architecture: 'aarch64' }).architecture?.value, 'aarch64');
  assert.is(view({ architecture: 'x86_64' }, { unknown: ['hw_emulation_architecture'] }).architecture, undefined);
  assert.not.ok(view({}, { unknown: ['architecture'] }).leavesArchitectureOpen);
  assert.ok(view({}).leavesArchitectureOpen);
});

test('the image decides about the hypervisor, then the cloud', () => {
  assert.is(view({}).hypervisor, null);
  assert.ok(view({}).mayUseQemu);
  assert.not.ok(view({}, { hypervisor: 'vmware' }).mayUseQemu);
  assert.ok(view({ hypervisor_type: 'KVM' }, { hypervisor: 'vmware' }).mayUseQemu);
  assert.is(view({ hypervisor_type: 'xapi' }).hypervisor, 'xen');
});

test.run();
