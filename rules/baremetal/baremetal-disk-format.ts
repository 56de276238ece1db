import { DRIVERS } from '../../src/facts/bootable.js';
import { DISK_FORMATS } from '../../src/facts/formats.js';
import { defineRule } from '../../src/model/rule.js';

const IRONIC = DRIVERS.find(({ driver }) => driver === 'Ironic');

export default defineRule({
  id: 'baremetal-disk-format',
  topic: 'baremetal',
  summary: 'an image for bare metal has a disk format that Ironic deploys',
  severity: 'warning',
  consequence: { by: 'ironic', when: 'boot', effect: 'fails' },
  why: `Ironic looks at the bytes of an image and refuses formats that are not in \`[conductor] permitted_image_formats\`, by
default raw, gpt, qcow2 and iso, and those that are not what \`disk_format\` says. An image says that it is for bare metal by
\`hypervisor_type: baremetal\`, or by \`img_type\`, which only Ironic reads.`,
  source: ['ironic ironic/conf/conductor.py permitted_image_formats', 'ironic ironic/common/images.py'],
  messages: { refused: '{property} says that the image is for bare metal, but Ironic does not deploy disk_format "{disk}" by default. Convert the disk to raw or qcow2.' },
  examples: {
    bad: [
      { manifest: 'name: debian-12\ndisk_format: vmdk\ncontainer_format: bare\nhypervisor_type: baremetal\n' },
      { manifest: 'name: debian-12\ndisk_format: vhdx\ncontainer_format: bare\nimg_type: whole-disk\n' },
    ],
    good: [
      { manifest: 'name: debian-12\ndisk_format: qcow2\ncontainer_format: bare\nhypervisor_type: baremetal\n' },
      { manifest: 'name: debian-12\ndisk_format: vmdk\ncontainer_format: bare\nhypervisor_type: vmware\n' },
      { manifest: 'name: debian-12\ndisk_format: vmdk\ncontainer_format: bare\nhypervisor_type: ironic\n', note: 'told by "format-of-other-hypervisor"' },
      { manifest: 'name: ipa-kernel\ndisk_format: aki\ncontainer_format: aki\nhypervisor_type: baremetal\n', note: 'a kernel is not a disk' },
    ],
  },
  reads: ['properties.hypervisor_type', 'properties.img_hv_type', 'properties.img_type'],
  check({ disk_format: disk, properties }, { cloud, report }) {
    // A cloud that says it has Ironic is the business of "unbootable-disk-format".
    if (typeof disk !== 'string' || cloud.hypervisor === 'ironic') return;
    if (!DISK_FORMATS.some(({ name }) => name === disk) || IRONIC?.boots.includes(disk) !== false) return;
    const asked = ['img_hv_type', 'hypervisor_type'].find((name) => properties[name] !== undefined);
    const isBaremetal = asked !== undefined && properties[asked]?.toLowerCase() === 'baremetal';
    const property = isBaremetal ? asked : properties['img_type'] ? 'img_type' : undefined;
    // Another hypervisor that the image asks for is the business of "format-of-other-hypervisor".
    if (property === undefined || (asked !== undefined && !isBaremetal)) return;
    report({ message: 'refused', at: ['disk_format'], data: { property, disk }, related: [{ message: property, at: ['properties', property] }] });
  },
});
