import { defineRule } from '../../src/model/rule.js';
import { NovaView } from '../../src/words/nova.js';

export default defineRule({
  id: 'stateless-firmware-without-uefi',
  topic: 'compute',
  summary: 'an image with stateless firmware boots by UEFI',
  severity: 'warning',
  consequence: { by: 'nova', when: 'boot', effect: 'ignored' },
  why: `\`hw_firmware_stateless\` is about the variables of UEFI firmware. Without \`hw_firmware_type=uefi\` the guest boots by
BIOS and Nova passes over the property.`,
  source: ['nova nova/virt/libvirt/driver.py', 'nova nova/virt/hardware.py'],
  messages: { noUefi: 'hw_firmware_stateless has no effect, because hw_firmware_type is not "uefi". Add hw_firmware_type "uefi", or remove it.' },
  examples: {
    bad: [
      { manifest: 'name: debian\ndisk_format: qcow2\ncontainer_format: bare\narchitecture: x86_64\nhw_firmware_stateless: "true"\n' },
      { manifest: 'name: debian\ndisk_format: qcow2\ncontainer_format: bare\nhw_firmware_stateless: "true"\nhw_firmware_type: bios\n' },
    ],
    good: [
      { manifest: 'name: debian\ndisk_format: qcow2\ncontainer_format: bare\nhw_firmware_stateless: "true"\nhw_firmware_type: uefi\n' },
      { manifest: 'name: debian\ndisk_format: qcow2\ncontainer_format: bare\nhw_firmware_stateless: "true"\narchitecture: aarch64\n', note: 'aarch64 always boots by UEFI' },
      { manifest: 'name: debian\ndisk_format: qcow2\ncontainer_format: bare\nhw_firmware_stateless: "false"\n' },
    ],
  },
  reads: ['properties.hw_firmware_stateless'],
  check(image, context) {
    const nova = new NovaView(image, context);
    if (!nova.is('hw_firmware_stateless', 'true') || !nova.isNot('hw_firmware_type', 'uefi')) return;
    if (nova.lacks('hw_firmware_type') && nova.architecture?.value === 'aarch64') return;
    context.report({ message: 'noUefi', at: ['properties', 'hw_firmware_stateless'] });
  },
});
