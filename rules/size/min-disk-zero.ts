import { defineRule } from '../../src/model/rule.js';
import { bytes, wholeGib } from '../../src/words/units.js';

export default defineRule({
  id: 'min-disk-zero',
  topic: 'size',
  summary: 'min_disk is set where Nova\'s API cannot see how large the disk is',
  severity: 'warning',
  consequence: { by: 'nova', when: 'boot', effect: 'fails' },
  why: `With \`min_disk\` 0, Nova's API has only the size of the stored file to hold against a flavor. The disk in a qcow2, VMDK, VDI
or VHD file is mostly much larger, which is found on the host, after scheduling and download: the server ends in ERROR.
\`virtual_size\` tells what \`min_disk\` should be. A raw image needs none: its file is the disk.`,
  source: ['nova nova/compute/api.py', 'nova nova/virt/libvirt/imagebackend.py'],
  messages: {
    zero: 'min_disk is 0, but the disk in the image has {virtualSize}: a flavor with less than {needed} GiB passes Nova\'s check, and the '
      + 'server fails on the host. Write {needed}.',
  },
  examples: {
    bad: [{
      manifest: `id: 6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e
name: debian-12
status: active
created_at: "2026-01-02T03:04:05Z"
disk_format: qcow2
container_format: bare
size: 344195072
virtual_size: 3221225472
min_disk: 0
`,
    }],
    good: [
      {
        manifest: `id: 6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e
name: cirros-0.6.3
status: active
created_at: "2026-01-02T03:04:05Z"
disk_format: qcow2
container_format: bare
size: 21692416
virtual_size: 117440512
min_disk: 0
`,
        note: 'no flavor has less than 1 GiB',
      },
      {
        manifest: `id: 6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e
name: rocky-9
status: active
created_at: "2026-01-02T03:04:05Z"
disk_format: raw
container_format: bare
size: 8589934592
virtual_size: 8589934592
min_disk: 0
`,
      },
    ],
  },
  reads: ['virtual_size'],
  check({ min_disk: minDisk, size, virtual_size: virtualSize, disk_format: disk }, { report }) {
    if (minDisk !== 0 || typeof virtualSize !== 'number' || disk === 'aki' || disk === 'ari') return;
    const needed = wholeGib(virtualSize);
    if (needed <= Math.max(1, wholeGib(size ?? 0))) return;
    report({
      message: 'zero',
      at: ['min_disk'],
      data: { virtualSize: bytes(virtualSize), needed },
      fix: { safe: false, description: `Write ${needed}`, change: { replace: needed } },
      related: [{ message: 'the disk in the image', at: ['virtual_size'] }],
    });
  },
});
