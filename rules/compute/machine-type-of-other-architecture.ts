import { MACHINES } from '../../src/facts/machines.js';
import { defineRule } from '../../src/model/rule.js';
import { NovaView } from '../../src/words/nova.js';
import { show } from '../../src/words/show.js';

export default defineRule({
  id: 'machine-type-of-other-architecture',
  topic: 'compute',
  summary: 'hw_machine_type is a machine of the image\'s architecture',
  severity: 'error',
  consequence: { by: 'nova', when: 'boot', effect: 'fails' },
  inRecord: { severity: 'warning', consequence: { by: 'nova', when: 'boot', effect: 'fails' } },
  why: `Each QEMU emulates the machines of one architecture: q35 and pc are PCs, virt is for Arm, pseries for Power, s390-ccw-virtio for
IBM Z. libvirt refuses a guest whose machine the emulator does not have, and the server ends in ERROR.`,
  source: ['nova nova/virt/libvirt/host.py', 'nova doc/source/admin/hw-machine-type.rst', 'libvirt src/qemu/qemu_capabilities.c'],
  messages: { other: 'hw_machine_type is {machine}, but the architecture is {architecture}, which has no such machine: servers fail to start. Write {right}, or remove it.' },
  examples: {
    bad: [
      { manifest: 'name: debian-arm64\ndisk_format: qcow2\ncontainer_format: bare\narchitecture: aarch64\nhw_machine_type: q35\n' },
      { manifest: 'name: debian\ndisk_format: qcow2\ncontainer_format: bare\nhw_architecture: x86_64\nhw_machine_type: virt-8.2\n' },
    ],
    good: [
      { manifest: 'name: debian\ndisk_format: qcow2\ncontainer_format: bare\narchitecture: x86_64\nhw_machine_type: pc-q35-rhel9.4.0\n' },
      { manifest: 'name: debian-arm64\ndisk_format: qcow2\ncontainer_format: bare\narchitecture: aarch64\nhw_machine_type: virt\n' },
      { manifest: 'name: emulated\ndisk_format: qcow2\ncontainer_format: bare\narchitecture: x86_64\nhw_emulation_architecture: aarch64\nhw_machine_type: virt\n', note: 'the emulated architecture counts' },
      { manifest: 'name: odd\ndisk_format: qcow2\ncontainer_format: bare\narchitecture: aarch64\nhw_machine_type: sbsa-ref\n' },
    ],
  },
  reads: ['properties.hw_machine_type'],
  check(image, context) {
    const nova = new NovaView(image, context);
    const [machine, architecture] = [nova.get('hw_machine_type'), nova.architecture];
    if (machine === undefined || architecture === undefined || !nova.mayUseQemu) return;
    const family = MACHINES.find(({ named }) => named.test(machine.value));
    const right = MACHINES.find(({ architectures }) => architectures.includes(architecture.value));
    if (family === undefined || right === undefined || family.architectures.includes(architecture.value)) return;
    context.report({
      message: 'other',
      at: ['properties', machine.name],
      data: { machine: show(machine.value), architecture: show(architecture.value), right: show(right.name) },
      related: [{ message: 'the architecture is set here', at: ['properties', architecture.name] }],
    });
  },
});
