import { defineRule } from '../../src/model/rule.js';
import { NovaView } from '../../src/words/nova.js';
import { show } from '../../src/words/show.js';

export default defineRule({
  id: 'encryption-without-q35',
  topic: 'compute',
  summary: 'an image that asks for memory encryption names no machine type other than q35',
  severity: 'error',
  consequence: { by: 'nova', when: 'boot', effect: 'rejected' },
  inRecord: { severity: 'warning', consequence: { by: 'nova', when: 'boot', effect: 'rejected' } },
  why: `Encrypted guests need the PCI Express bus of QEMU's q35 machine. When the image names a machine type without \`q35\` in
it, Nova's API answers 400. An image without a machine type gets the one of the host.`,
  source: ['nova nova/virt/hardware.py'],
  messages: { otherMachine: 'hw_mem_encryption is on, but hw_machine_type is {machine}: Nova takes only q35 machines for it and refuses every server.' },
  examples: {
    bad: [{ manifest: 'name: sev\ndisk_format: qcow2\ncontainer_format: bare\nhw_mem_encryption: "yes"\nhw_firmware_type: uefi\nhw_machine_type: pc-i440fx-8.2\n' }],
    good: [
      { manifest: 'name: sev\ndisk_format: qcow2\ncontainer_format: bare\nhw_mem_encryption: "yes"\nhw_firmware_type: uefi\nhw_machine_type: pc-q35-9.0\n' },
      { manifest: 'name: sev\ndisk_format: qcow2\ncontainer_format: bare\nhw_mem_encryption: "yes"\nhw_firmware_type: uefi\n', note: 'the host\'s machine type decides' },
    ],
  },
  reads: ['properties.hw_mem_encryption'],
  check(image, context) {
    const nova = new NovaView(image, context);
    const machine = nova.get('hw_machine_type');
    if (!nova.is('hw_mem_encryption', 'true') || machine === undefined || machine.value.includes('q35')) return;
    context.report({
      message: 'otherMachine',
      at: ['properties', machine.name],
      data: { machine: show(machine.value) },
      fix: { safe: false, description: 'Write "q35"', change: { replace: 'q35' } },
      related: [{ message: 'encryption is asked for here', at: ['properties', 'hw_mem_encryption'] }],
    });
  },
});
