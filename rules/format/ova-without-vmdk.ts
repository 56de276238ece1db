import { AMAZON_FORMATS } from '../../src/facts/formats.js';
import { defineRule } from '../../src/model/rule.js';

export default defineRule({
  id: 'ova-without-vmdk',
  topic: 'format',
  summary: 'an OVA package holds a VMDK disk',
  severity: 'warning',
  consequence: { by: 'nova', when: 'boot', effect: 'fails' },
  why: `An \`ova\` image is a tar file with a description and disks in it. The only part of Nova that unpacks it is the VMware
driver, and that expects a VMDK disk. With any other driver the file is a tar where a disk should be. An image that says
\`ova\` and another disk format is mostly a plain disk with the wrong container format.`,
  source: ['nova nova/virt/vmwareapi/images.py'],
  messages: {
    notVmdk: 'container_format "ova" is a package with a VMDK disk in it, but disk_format is "{disk}". Write "bare" if the file is the disk '
      + 'itself, or disk_format "vmdk" if it is a package.',
  },
  examples: {
    bad: [{ manifest: 'name: appliance\ndisk_format: qcow2\ncontainer_format: ova\n' }],
    good: [
      { manifest: 'name: appliance\ndisk_format: vmdk\ncontainer_format: ova\n' },
      { manifest: 'name: appliance\ndisk_format: vmdk\ncontainer_format: bare\n', note: 'the disk alone, taken out of the package' },
    ],
  },
  reads: ['container_format'],
  check({ disk_format: disk, container_format: container }, { cloud, report }) {
    if (container !== 'ova' || typeof disk !== 'string' || disk === 'vmdk') return;
    // What no cloud knows, or is no disk at all, is another rule's business.
    if (!cloud.diskFormats.includes(disk) || AMAZON_FORMATS.has(disk)) return;
    report({ message: 'notVmdk', at: ['container_format'], data: { disk } });
  },
});
