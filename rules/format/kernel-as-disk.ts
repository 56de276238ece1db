import { BOOT_FILES } from '../../src/facts/file-names.js';
import type { Image } from '../../src/model/image.js';
import { defineRule } from '../../src/model/rule.js';
import { isOlderThan } from '../../src/facts/releases.js';
import { show } from '../../src/words/show.js';

export default defineRule({
  id: 'kernel-as-disk',
  topic: 'format',
  summary: 'kernels and ramdisks are not registered as disks',
  severity: 'warning',
  consequence: { by: 'glance', when: 'upload', effect: 'rejected' },
  inRecord: { severity: 'info', consequence: { by: 'reader', when: 'always', effect: 'unclear' } },
  why: `Kernels and ramdisks, as Ironic and direct kernel boot use them, are images, too. Registered as \`raw\` in \`bare\` they
look like disks: Horizon offers them for new servers, and since 2026.2 Glance refuses to store most x86 kernels so, because
their first sector ends like a partition table and holds none. In the containers \`aki\` and \`ari\` they are not inspected
and not offered.`,
  source: ['glance glance/location.py', 'glance glance/common/config.py', 'horizon openstack_dashboard/dashboards/project/images/images/tables.py'],
  messages: {
    refused: 'The name {name} says kernel, but the formats say disk: since 2026.2 Glance inspects such a file and refuses most x86 kernels '
      + 'as damaged disks. Write "aki" for disk_format and container_format.',
    offered: 'The name {name} says {what}, but the formats say disk: Horizon offers it for new servers. Write "{format}" for disk_format and '
      + 'container_format.',
  },
  examples: {
    bad: [
      { manifest: 'name: ironic-agent.kernel\ndisk_format: raw\ncontainer_format: bare\n' },
      { manifest: 'name: deploy-vmlinuz\ndisk_format: raw\ncontainer_format: bare\n', cloud: { release: '2025.2' } },
      { manifest: 'name: ipa-centos9-stable.initramfs\ndisk_format: raw\ncontainer_format: bare\n' },
    ],
    good: [
      { manifest: 'name: deploy-vmlinuz\ndisk_format: aki\ncontainer_format: aki\n' },
      {
        manifest: 'name: ubuntu-24.04-hwe-kernel\ndisk_format: raw\ncontainer_format: bare\nmin_disk: 8\nos_distro: ubuntu\n',
        note: 'a disk with another kernel in it',
      },
      { manifest: 'name: kernel-developer-workstation\ndisk_format: raw\ncontainer_format: bare\n' },
    ],
  },
  reads: ['name'],
  check(image, { cloud, intent, report }) {
    if (image.disk_format !== 'raw' || image.container_format !== 'bare' || isDescribedAsDisk(image)) return;
    const { name, size } = image;
    if (typeof name !== 'string') return;
    const fact = BOOT_FILES.find(({ named }) => named.test(name));
    if (fact === undefined || (typeof size === 'number' && size > fact.atMost)) return;
    const isRefused = fact.what === 'kernel' && intent === 'create' && !isOlderThan(cloud.release, '2026.2');
    report({
      message: isRefused ? 'refused' : 'offered',
      at: ['disk_format'],
      data: { name: show(name), what: fact.what, format: fact.format },
      ...(isRefused ? {} : { severity: 'info', consequence: { by: 'reader', when: 'always', effect: 'unclear' } }),
    });
  },
});

/** Nobody gives a kernel a minimal disk, or says which system is installed on it. */
function isDescribedAsDisk(image: Image): boolean {
  const { properties } = image;
  return properties['os_distro'] !== undefined || properties['os_version'] !== undefined || (image.min_disk ?? 0) > 0;
}
