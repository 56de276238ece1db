import { DRIVERS } from '../../src/facts/bootable.js';
import { DISK_FORMATS } from '../../src/facts/formats.js';
import { defineRule } from '../../src/model/rule.js';

/** What nearly all clouds have, when nobody says. */
const USUAL = 'kvm';

export default defineRule({
  id: 'unbootable-disk-format',
  topic: 'format',
  summary: 'Nova boots the disk format',
  severity: 'warning',
  consequence: { by: 'nova', when: 'boot', effect: 'fails' },
  why: `Glance stores every format that it is configured for, but each of Nova's drivers boots only some of them. libvirt refuses
\`vhd\`, because qemu-img calls that format \`vpc\` and Nova compares the names, and \`ploop\`, which Nova cannot inspect.
Cinder converts more formats, so volumes can still be made of such an image. Set \`cloud.hypervisor\` if your cloud does not
run KVM or QEMU.`,
  source: ['nova nova/virt/images.py', 'nova nova/virt/vmwareapi/images.py', 'nova nova/virt/zvm/driver.py', 'ironic ironic/conf/conductor.py'],
  messages: {
    other: 'Nova\'s {driver} driver does not boot disk_format "{disk}". Convert the disk to {best}.',
    because: 'Nova\'s {driver} driver does not boot disk_format "{disk}": {reason}. Convert the disk to {best}.',
  },
  examples: {
    bad: [
      { manifest: 'name: windows-2022\ndisk_format: vhd\ncontainer_format: bare\n', note: 'a warning only if cloud.hypervisor is set' },
      { manifest: 'name: centos\ndisk_format: ploop\ncontainer_format: bare\n', cloud: { hypervisor: 'qemu' } },
      { manifest: 'name: debian-12\ndisk_format: qcow2\ncontainer_format: bare\n', cloud: { hypervisor: 'vmware' } },
    ],
    good: [
      { manifest: 'name: windows-2022\ndisk_format: vhdx\ncontainer_format: bare\n' },
      { manifest: 'name: debian-12\ndisk_format: qcow2\ncontainer_format: bare\n', cloud: { hypervisor: 'ironic' } },
      { manifest: 'name: ipa-kernel\ndisk_format: aki\ncontainer_format: aki\n', cloud: { hypervisor: 'ironic' } },
      { manifest: 'name: centos\ndisk_format: ploop\ncontainer_format: bare\n', cloud: { hypervisor: 'vz' } },
    ],
  },
  reads: ['disk_format'],
  check({ disk_format: disk, container_format: container }, { cloud, intent, report }) {
    if (typeof disk !== 'string' || !DISK_FORMATS.some(({ name }) => name === disk)) return;
    // A file that is packed is not booted as what disk_format says.
    if (typeof container === 'string' && container !== 'bare') return;
    const fact = DRIVERS.find(({ hypervisors }) => hypervisors.includes(cloud.hypervisor ?? USUAL));
    if (fact === undefined || fact.boots.includes(disk)) return;
    const reason = fact.because?.[disk];
    report({
      message: reason === undefined ? 'other' : 'because',
      at: ['disk_format'],
      data: { driver: fact.driver, disk, best: fact.boots[0] as string, reason: reason ?? '' },
      ...(cloud.hypervisor === null || intent === 'record' ? { severity: 'info' } : {}),
    });
  },
});
