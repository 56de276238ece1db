import { MACHINES } from '../../src/facts/machines.js';
import { defineRule } from '../../src/model/rule.js';
import { NovaView } from '../../src/words/nova.js';
import { show } from '../../src/words/show.js';

export default defineRule({
  id: 'secure-boot-without-q35',
  topic: 'compute',
  summary: 'an x86 image that requires secure boot runs on a q35 machine',
  severity: 'error',
  consequence: { by: 'nova', when: 'boot', effect: 'fails' },
  inRecord: { severity: 'warning', consequence: { by: 'nova', when: 'boot', effect: 'fails' } },
  why: `On x86_64 secure boot needs system management mode, which only QEMU's q35 machines have. With any other machine type
the server ends in ERROR: "Secure Boot is not supported by host". Nova's own default for x86_64 is \`pc\`, unless the cloud
sets \`[libvirt] hw_machine_type\`.`,
  source: ['nova nova/virt/libvirt/driver.py', 'nova nova/virt/libvirt/utils.py', 'nova doc/source/admin/secure-boot.rst'],
  messages: {
    otherMachine: 'os_secure_boot is "required", but hw_machine_type is {machine}: on x86_64 secure boot works only on q35 machines, so servers fail to start.',
    noMachine: 'os_secure_boot is "required", but hw_machine_type is missing: servers fail to start on x86_64 hosts, unless the cloud\'s default is q35. Add hw_machine_type "q35".',
  },
  examples: {
    bad: [
      { manifest: 'name: windows\ndisk_format: qcow2\ncontainer_format: bare\narchitecture: x86_64\nhw_firmware_type: uefi\nhw_machine_type: pc\nos_secure_boot: required\n' },
      { manifest: 'name: windows\ndisk_format: qcow2\ncontainer_format: bare\narchitecture: amd64\nhw_firmware_type: uefi\nos_secure_boot: required\n', note: 'depends on the cloud, so only a warning' },
    ],
    good: [
      { manifest: 'name: windows\ndisk_format: qcow2\ncontainer_format: bare\narchitecture: x86_64\nhw_firmware_type: uefi\nhw_machine_type: pc-q35-8.2\nos_secure_boot: required\n' },
      { manifest: 'name: debian\ndisk_format: qcow2\ncontainer_format: bare\narchitecture: aarch64\nhw_firmware_type: uefi\nos_secure_boot: required\n' },
    ],
  },
  reads: ['properties.os_secure_boot'],
  check(image, context) {
    const nova = new NovaView(image, context);
    if (!nova.mayUseQemu || !nova.is('os_secure_boot', 'required') || !nova.is('hw_firmware_type', 'uefi')) return;
    const isX86 = nova.architecture?.value === 'x86_64';
    const machine = nova.get('hw_machine_type');
    if (machine !== undefined) {
      const isPc = MACHINES.some(({ name, named }) => name === 'pc' && named.test(machine.value));
      if (machine.value.includes('q35') || !(isX86 || (isPc && nova.leavesArchitectureOpen))) return;
      context.report({
        message: 'otherMachine',
        at: ['properties', machine.name],
        data: { machine: show(machine.value) },
        fix: { safe: false, description: 'Write "q35"', change: { replace: 'q35' } },
        related: [{ message: 'secure boot is required here', at: ['properties', 'os_secure_boot'] }],
      });
    } else if (nova.lacks('hw_machine_type') && (isX86 || nova.leavesArchitectureOpen)) {
      context.report({ message: 'noMachine', at: ['properties', 'os_secure_boot'], severity: isX86 ? 'warning' : 'info' });
    }
  },
});
