import { DISK_FORMATS } from '../../src/facts/formats.js';
import { defineRule } from '../../src/model/rule.js';
import { bytes, wholeGib } from '../../src/words/units.js';

const GROWING = new Set(DISK_FORMATS.filter(({ hasVirtualSize }) => hasVirtualSize).map(({ name }) => name));

export default defineRule({
  id: 'virtual-size-below-size',
  topic: 'size',
  summary: 'the file needs no larger flavor than the disk in it',
  severity: 'info',
  consequence: { by: 'nova', when: 'boot', effect: 'rejected' },
  why: `Nova and Cinder hold the size of the file against the flavor or the volume, not only the size of the disk in it. A qcow2 file
that keeps internal snapshots, or that was written over and over, can be larger than its disk, and then asks for a larger flavor
than it needs.`,
  source: ['nova nova/compute/api.py', 'cinder cinder/volume/volume_utils.py'],
  messages: {
    larger: 'The file has {size}, but the disk in it has only {virtualSize}: Nova refuses flavors with less than {needed} GiB all the same. '
      + '`qemu-img convert` drops what is not needed.',
  },
  examples: {
    bad: [{
      manifest: `id: 6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e
name: build-server
status: active
created_at: "2026-01-02T03:04:05Z"
disk_format: qcow2
container_format: bare
size: 13314621440
virtual_size: 10737418240
`,
    }],
    good: [{
      manifest: `id: 6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e
name: cirros
status: active
created_at: "2026-01-02T03:04:05Z"
disk_format: qcow2
container_format: bare
size: 117571584
virtual_size: 117440512
`,
      note: 'tables and headers make a full qcow2 file a little larger than its disk',
    }],
  },
  reads: ['virtual_size'],
  check(image, { report }) {
    const { disk_format: disk } = image;
    if (typeof disk !== 'string' || !GROWING.has(disk)) return;
    const { size, virtual_size: virtualSize } = image;
    if (!size || typeof virtualSize !== 'number' || virtualSize <= 0) return;
    const needed = wholeGib(size);
    if (needed <= wholeGib(virtualSize)) return;
    report({
      message: 'larger',
      at: ['size'],
      data: { size: bytes(size), virtualSize: bytes(virtualSize), needed },
      related: [{ message: 'the disk in the image', at: ['virtual_size'] }],
    });
  },
});
