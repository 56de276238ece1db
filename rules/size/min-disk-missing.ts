import { DISK_FORMATS } from '../../src/facts/formats.js';
import { defineRule } from '../../src/model/rule.js';

const GROWING = new Set(DISK_FORMATS.filter(({ hasVirtualSize }) => hasVirtualSize).map(({ name }) => name));

export default defineRule({
  id: 'min-disk-missing',
  topic: 'size',
  summary: 'an image whose file is smaller than its disk says how large a disk it needs',
  severity: 'info',
  consequence: { by: 'nova', when: 'boot', effect: 'fails' },
  intents: ['create'],
  presets: ['strict'],
  why: `The file of a qcow2, VMDK, VDI or VHD image is mostly much smaller than the disk in it. Nova's API does not look at the disk,
so without \`min_disk\` it accepts flavors that are too small, and the server ends in ERROR on the host. \`qemu-img info\`
tells the virtual size; \`min_disk\` is that in GiB, rounded up.`,
  source: ['nova nova/compute/api.py', 'nova nova/virt/libvirt/imagebackend.py'],
  messages: {
    missing: 'min_disk is {state}, so Nova cannot refuse flavors that are too small for the disk in this {disk} file. Write its virtual size '
      + 'in GiB, rounded up.',
  },
  examples: {
    bad: [
      { manifest: 'name: debian-12\ndisk_format: qcow2\ncontainer_format: bare\n' },
      { manifest: 'name: debian-12\ndisk_format: vmdk\ncontainer_format: bare\nmin_disk: 0\n' },
    ],
    good: [
      { manifest: 'name: debian-12\ndisk_format: qcow2\ncontainer_format: bare\nmin_disk: 3\n' },
      { manifest: 'name: debian-12\ndisk_format: raw\ncontainer_format: bare\n', note: 'the file is the disk' },
      { manifest: 'name: ipa-kernel\ndisk_format: aki\ncontainer_format: aki\nmin_disk: 0\n' },
    ],
  },
  reads: ['disk_format'],
  check({ disk_format: disk, min_disk: minDisk, virtual_size: virtualSize }, { isAbsent, report }) {
    if (typeof disk !== 'string' || !GROWING.has(disk) || typeof virtualSize === 'number') return;
    if (isAbsent('min_disk')) report({ message: 'missing', at: [], data: { disk, state: 'not set' } });
    else if (minDisk === 0) report({ message: 'missing', at: ['min_disk'], data: { disk, state: '0' } });
  },
});
