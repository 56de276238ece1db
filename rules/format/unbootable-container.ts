import { PACKED_CONTAINERS } from '../../src/facts/bootable.js';
import { defineRule } from '../../src/model/rule.js';

export default defineRule({
  id: 'unbootable-container',
  topic: 'format',
  summary: 'Nova can boot what the container format says',
  severity: 'warning',
  consequence: { by: 'nova', when: 'boot', effect: 'fails' },
  why: `Nova downloads the file of an image and takes it for the disk that \`disk_format\` names; it does not look at
\`container_format\`, and unpacks nothing. The one exception is its VMware driver, which takes the disk out of \`ova\`.
Glance, for its part, inspects nothing but \`bare\` images. Other containers have other users: Cinder compresses images of
volumes, Zun keeps its containers in Glance. Set \`cloud.hypervisor\` to tell which driver your cloud has.`,
  source: [
    'nova nova/virt/images.py', 'nova nova/virt/vmwareapi/images.py', 'cinder cinder/image/image_utils.py', 'zun zun/image/glance/driver.py',
  ],
  messages: { packed: '{fact}' },
  examples: {
    bad: [
      { manifest: 'name: debian-12\ndisk_format: qcow2\ncontainer_format: ovf\n' },
      { manifest: 'name: volume-backup\ndisk_format: raw\ncontainer_format: compressed\n' },
      { manifest: 'name: alpine\ndisk_format: raw\ncontainer_format: docker\n' },
      { manifest: 'name: appliance\ndisk_format: vmdk\ncontainer_format: ova\n', cloud: { hypervisor: 'kvm' } },
    ],
    good: [
      { manifest: 'name: debian-12\ndisk_format: qcow2\ncontainer_format: bare\n' },
      { manifest: 'name: appliance\ndisk_format: vmdk\ncontainer_format: ova\n', cloud: { hypervisor: 'vmware' } },
      { manifest: 'name: ipa-kernel\ndisk_format: aki\ncontainer_format: aki\n' },
    ],
  },
  reads: ['container_format'],
  check({ container_format: container }, { cloud, intent, report }) {
    const fact = PACKED_CONTAINERS.find(({ name }) => name === container);
    if (fact === undefined) return;
    const { bootsOn = [], hasOtherUse, says } = fact;
    if (cloud.hypervisor !== null && bootsOn.includes(cloud.hypervisor)) return;
    const isKnownToFail = bootsOn.length > 0 && cloud.hypervisor !== null;
    const isWeak = intent === 'record' || (hasOtherUse && !isKnownToFail);
    report({
      message: 'packed',
      at: ['container_format'],
      data: { fact: says },
      ...(isWeak ? { severity: 'info' } : {}),
      // A file that is called so may well be a plain disk.
      ...(hasOtherUse ? {} : { consequence: { by: 'nova', when: 'boot', effect: 'ignored' } }),
    });
  },
});
