import { defineRule } from '../../src/model/rule.js';
import { NovaView } from '../../src/words/nova.js';
import { show } from '../../src/words/show.js';

export default defineRule({
  id: 'encryption-without-uefi',
  topic: 'compute',
  summary: 'an image that asks for memory encryption boots by UEFI',
  severity: 'error',
  consequence: { by: 'nova', when: 'boot', effect: 'rejected' },
  inRecord: { severity: 'warning', consequence: { by: 'nova', when: 'boot', effect: 'rejected' } },
  why: `Encrypted guests need UEFI firmware. Nova's API compares the two properties before it looks for a host and answers
400 when \`hw_firmware_type\` is not \`uefi\`. It looks at the image only: no flavor and no default of the cloud can help.`,
  source: ['nova nova/virt/hardware.py'],
  messages: {
    noFirmware: 'hw_mem_encryption is on, but hw_firmware_type is missing: Nova refuses every server from this image. Add hw_firmware_type "uefi".',
    otherFirmware: 'hw_mem_encryption is on, but hw_firmware_type is {firmware}: Nova refuses every server from this image. Encryption needs "uefi".',
  },
  examples: {
    bad: [
      { manifest: 'name: sev\ndisk_format: qcow2\ncontainer_format: bare\nhw_mem_encryption: "true"\nhw_machine_type: q35\n' },
      { manifest: 'name: sev\ndisk_format: qcow2\ncontainer_format: bare\nhw_mem_encryption: "True"\nhw_firmware_type: bios\n' },
    ],
    good: [
      { manifest: 'name: sev\ndisk_format: qcow2\ncontainer_format: bare\nhw_mem_encryption: "true"\nhw_firmware_type: uefi\nhw_machine_type: q35\n' },
      { manifest: 'name: plain\ndisk_format: qcow2\ncontainer_format: bare\nhw_mem_encryption: "false"\n' },
      { manifest: 'name: plain\ndisk_format: qcow2\ncontainer_format: bare\nhw_mem_encryption: "enabled"\n', note: 'Nova reads an unknown word as no' },
    ],
  },
  reads: ['properties.hw_mem_encryption'],
  check(image, context) {
    const nova = new NovaView(image, context);
    if (!nova.is('hw_mem_encryption', 'true') || !nova.isNot('hw_firmware_type', 'uefi')) return;
    const firmware = nova.get('hw_firmware_type');
    if (firmware === undefined) {
      context.report({ message: 'noFirmware', at: ['properties', 'hw_mem_encryption'] });
    } else {
      context.report({
        message: 'otherFirmware',
        at: ['properties', firmware.name],
        data: { firmware: show(firmware.value) },
        fix: { safe: false, description: 'Write "uefi"', change: { replace: 'uefi' } },
        related: [{ message: 'encryption is asked for here', at: ['properties', 'hw_mem_encryption'] }],
      });
    }
  },
});
