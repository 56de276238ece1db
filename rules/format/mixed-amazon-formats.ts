import { AMAZON_FORMATS } from '../../src/facts/formats.js';
import { defineRule } from '../../src/model/rule.js';
import { isOlderThan } from '../../src/facts/releases.js';

export default defineRule({
  id: 'mixed-amazon-formats',
  topic: 'format',
  summary: 'aki, ari and ami stand in disk_format and container_format together',
  severity: 'warning',
  consequence: { by: 'reader', when: 'always', effect: 'unclear' },
  inRecord: { severity: 'info', consequence: { by: 'reader', when: 'always', effect: 'unclear' } },
  why: `\`aki\`, \`ari\` and \`ami\` belong into both formats. Glance's first API insisted on it, the second one accepts any mix,
and then the two formats are read by different people: since 2025.1 Glance inspects the bytes of \`bare\` images and
refuses many kernels among them, because they look like partitioned disks; it does not inspect any other container. Horizon takes the container format as its sign: \`aki\` and \`ari\` are not offered for new servers, everything
else is.`,
  source: [
    'glance glance/location.py', 'horizon openstack_dashboard/dashboards/project/images/images/tables.py',
    'heat heat/engine/resources/openstack/glance/image.py',
  ],
  messages: {
    inspected: 'disk_format "aki" with container_format "bare": since 2025.1 Glance inspects bare images, and refuses most x86 '
      + 'kernels, because they look like partitioned disks. Write "aki" for both.',
    partition: 'disk_format "ami" with container_format "bare": since 2025.1 Glance inspects bare images, and refuses this one if it has a '
      + 'boot sector. Write "ami" for both, or "raw" for a whole disk.',
    offered: 'disk_format "{disk}" with container_format "bare": Horizon offers it for new servers, although it holds {content}. Write '
      + '"{disk}" for both.',
    crossed: 'disk_format says "{disk}" ({content}), container_format says "{container}" ({other}): nobody can tell what the image holds. '
      + 'Write the same for both.',
    wrapped: 'container_format "{container}" is for {other}, but disk_format is "{disk}": Glance does not inspect such an image{hidden}. '
      + 'Write "bare" for a disk.',
  },
  examples: {
    bad: [
      { manifest: 'name: ipa-kernel\ndisk_format: aki\ncontainer_format: bare\n' },
      { manifest: 'name: ipa-ramdisk\ndisk_format: ari\ncontainer_format: bare\n' },
      { manifest: 'name: cirros-rootfs\ndisk_format: ami\ncontainer_format: bare\n' },
      { manifest: 'name: ipa-ramdisk\ndisk_format: ari\ncontainer_format: aki\n', note: 'copied from the kernel' },
      { manifest: 'name: debian-12\ndisk_format: qcow2\ncontainer_format: aki\n' },
      { manifest: 'name: debian-12\ndisk_format: raw\ncontainer_format: ami\n' },
    ],
    good: [
      { manifest: 'name: ipa-kernel\ndisk_format: aki\ncontainer_format: aki\n' },
      { manifest: 'name: ipa-ramdisk\ndisk_format: ari\ncontainer_format: ari\n' },
      { manifest: 'name: debian-12\ndisk_format: qcow2\ncontainer_format: bare\n' },
    ],
  },
  reads: ['disk_format', 'container_format'],
  check({ disk_format: disk, container_format: container }, { cloud, intent, report }) {
    if (typeof disk !== 'string' || typeof container !== 'string' || disk === container) return;
    const content = AMAZON_FORMATS.get(disk);
    const other = AMAZON_FORMATS.get(container);
    const at = ['container_format'];
    if (container === 'bare' && content !== undefined) {
      const isInspected = intent === 'create' && disk !== 'ari' && !isOlderThan(cloud.release, '2025.1');
      report({
        message: !isInspected ? 'offered' : disk === 'aki' ? 'inspected' : 'partition',
        at,
        data: { disk, content },
        ...(isInspected ? { consequence: { by: 'glance', when: 'upload', effect: 'rejected' } } : {}),
        ...(isInspected && disk === 'aki' ? {} : { severity: 'info' }),
        fix: { safe: false, description: `Write "${disk}"`, change: { replace: disk } },
      });
    } else if (other !== undefined && content !== undefined) {
      report({ message: 'crossed', at, data: { disk, container, content, other } });
    } else if (other !== undefined) {
      const hidden = container === 'ami' ? '' : ', and Horizon does not offer it for new servers';
      report({
        message: 'wrapped',
        at,
        data: { disk, container, other, hidden },
        fix: { safe: false, description: 'Write "bare"', change: { replace: 'bare' } },
      });
    }
  },
});
