import { defineRule } from '../../src/model/rule.js';
import { NovaView } from '../../src/words/nova.js';

/** Boots by UEFI where the image does not say otherwise. */
const UEFI_BY_NATURE = 'aarch64';
const X86: readonly (string | undefined)[] = ['x86_64', 'i686'];

export default defineRule({
  id: 'secure-boot-without-uefi',
  topic: 'compute',
  summary: 'an image that requires secure boot boots by UEFI',
  severity: 'error',
  consequence: { by: 'nova', when: 'boot', effect: 'unsafe' },
  inRecord: { severity: 'warning', consequence: { by: 'nova', when: 'boot', effect: 'unsafe' } },
  why: `Nova's libvirt driver looks at \`os_secure_boot\` only after it found \`hw_firmware_type=uefi\`. Without that an x86 guest
boots by BIOS, without secure boot and without an error, although the image says \`required\`. On aarch64 UEFI is the
default.`,
  source: ['nova nova/virt/libvirt/driver.py', 'nova doc/source/admin/secure-boot.rst'],
  messages: {
    boots: 'os_secure_boot is "required", but hw_firmware_type is not "uefi": guests boot by BIOS, without secure boot and without an error. Set hw_firmware_type to "uefi".',
    bootsOnX86: 'os_secure_boot is "required", but hw_firmware_type is missing: guests on x86 hosts boot by BIOS, without secure boot and without an error. Add hw_firmware_type "uefi".',
  },
  examples: {
    bad: [
      { manifest: 'name: gardenlinux\ndisk_format: qcow2\ncontainer_format: bare\narchitecture: x86_64\nos_secure_boot: required\n' },
      { manifest: 'name: gardenlinux\ndisk_format: qcow2\ncontainer_format: bare\nos_secure_boot: required\nhw_machine_type: q35\n' },
      { manifest: 'name: gardenlinux\ndisk_format: qcow2\ncontainer_format: bare\nos_secure_boot: required\n', note: 'an aarch64 host would do, so only a warning' },
      { manifest: 'name: gardenlinux\ndisk_format: qcow2\ncontainer_format: bare\narchitecture: aarch64\nos_secure_boot: required\nhw_firmware_type: bios\n' },
    ],
    good: [
      { manifest: 'name: gardenlinux\ndisk_format: qcow2\ncontainer_format: bare\narchitecture: x86_64\nos_secure_boot: required\nhw_firmware_type: uefi\nhw_machine_type: q35\n' },
      { manifest: 'name: gardenlinux\ndisk_format: qcow2\ncontainer_format: bare\narchitecture: aarch64\nos_secure_boot: required\n' },
      { manifest: 'name: windows\ndisk_format: qcow2\ncontainer_format: bare\nos_secure_boot: optional\n' },
    ],
  },
  reads: ['properties.os_secure_boot'],
  check(image, context) {
    const nova = new NovaView(image, context);
    if (!nova.mayUseQemu || !nova.is('os_secure_boot', 'required') || !nova.isNot('hw_firmware_type', 'uefi')) return;
    const isUnset = nova.lacks('hw_firmware_type');
    const machine = nova.get('hw_machine_type')?.value ?? '';
    const mayBeArm = nova.leavesArchitectureOpen ? machine.startsWith('virt') : nova.architecture?.value === UEFI_BY_NATURE;
    if (isUnset && (mayBeArm || machine.startsWith('hyperv'))) return;
    const isCertain = !isUnset || X86.includes(nova.architecture?.value) || machine.includes('q35');
    const at = ['properties', 'os_secure_boot'];
    context.report(isCertain ? { message: 'boots', at } : { message: 'bootsOnX86', at, severity: 'warning' });
  },
});
