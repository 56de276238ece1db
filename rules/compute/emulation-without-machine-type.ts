import { MACHINES } from '../../src/facts/machines.js';
import { defineRule } from '../../src/model/rule.js';
import { NovaView } from '../../src/words/nova.js';
import { show } from '../../src/words/show.js';

const USUAL_HOST = 'x86_64';

export default defineRule({
  id: 'emulation-without-machine-type',
  topic: 'compute',
  summary: 'an image whose CPU is to be emulated names a machine type of that CPU',
  severity: 'warning',
  consequence: { by: 'nova', when: 'boot', effect: 'fails' },
  why: `\`hw_emulation_architecture\` changes the emulator, but Nova still takes the default machine type of the host's architecture,
\`pc\` on x86. The emulator of another architecture has no such machine, and the server ends in ERROR.`,
  source: ['nova nova/virt/libvirt/driver.py _check_emulation_arch', 'nova nova/virt/libvirt/utils.py get_machine_type', 'nova doc/source/admin/hw-emulation-architecture.rst'],
  messages: { noEmulatedMachine: 'hw_emulation_architecture is {architecture}, but hw_machine_type is missing: Nova takes a machine of the host\'s architecture and servers fail to start. Add hw_machine_type {machine}.' },
  examples: {
    bad: [{ manifest: 'name: debian-arm64\ndisk_format: qcow2\ncontainer_format: bare\nhw_emulation_architecture: aarch64\nhw_firmware_type: uefi\n' }],
    good: [
      { manifest: 'name: debian-arm64\ndisk_format: qcow2\ncontainer_format: bare\nhw_emulation_architecture: aarch64\nhw_firmware_type: uefi\nhw_machine_type: virt\n' },
      { manifest: 'name: debian-arm64\ndisk_format: qcow2\ncontainer_format: bare\narchitecture: aarch64\nhw_firmware_type: uefi\n' },
    ],
  },
  reads: ['properties.hw_emulation_architecture'],
  check(image, context) {
    const nova = new NovaView(image, context);
    const emulated = nova.get('hw_emulation_architecture');
    if (emulated === undefined || !nova.mayUseQemu || !nova.lacks('hw_machine_type')) return;
    const host = nova.lacks('hw_architecture') ? USUAL_HOST : nova.get('hw_architecture')?.value;
    const [machine, hosts] = [emulated.value, host].map((one) => MACHINES.find(({ architectures }) => architectures.includes(one ?? '')));
    if (machine === undefined || hosts === undefined || machine === hosts) return;
    context.report({
      message: 'noEmulatedMachine',
      at: ['properties', emulated.name],
      data: { architecture: show(emulated.value), machine: show(machine.name) },
    });
  },
});
