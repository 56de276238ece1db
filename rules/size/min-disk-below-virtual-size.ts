import { defineRule } from '../../src/model/rule.js';
import { bytes, wholeGib } from '../../src/words/units.js';

export default defineRule({
  id: 'min-disk-below-virtual-size',
  topic: 'size',
  summary: 'min_disk holds the disk that the image describes',
  severity: 'error',
  consequence: { by: 'nova', when: 'boot', effect: 'fails' },
  inRecord: { severity: 'warning', consequence: { by: 'nova', when: 'boot', effect: 'fails' } },
  why: `\`min_disk\` counts GiB and is what Nova's API holds against the flavor; \`virtual_size\` counts bytes and is looked at
only on the host, after the download. Between the two, a flavor is accepted and the server ends in ERROR. Cinder checks both,
and refuses such a volume at once.`,
  source: [
    'nova nova/compute/api.py', 'nova nova/virt/libvirt/imagebackend.py', 'cinder cinder/image/image_utils.py',
  ],
  messages: {
    tooSmall: 'min_disk is {minDisk} GiB, but the disk in the image has {virtualSize}: a flavor with less than {needed} GiB passes Nova\'s '
      + 'check, and the server fails on the host. Write {needed}.',
  },
  examples: {
    bad: [
      {
        manifest: `id: 6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e
name: debian-12
status: active
created_at: "2026-01-02T03:04:05Z"
disk_format: qcow2
container_format: bare
size: 344195072
virtual_size: 3221225472
min_disk: 2
`,
      },
      {
        manifest: `id: 6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e
name: ubuntu-24.04
status: active
created_at: "2026-01-02T03:04:05Z"
disk_format: qcow2
container_format: bare
size: 612368384
virtual_size: 3758096385
min_disk: 3
`,
        note: '3.5 GiB need 4',
      },
    ],
    good: [
      {
        manifest: `id: 6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e
name: debian-12
status: active
created_at: "2026-01-02T03:04:05Z"
disk_format: qcow2
container_format: bare
size: 344195072
virtual_size: 3221225472
min_disk: 3
`,
      },
      {
        manifest: `id: 6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e
name: ipa-kernel
status: active
created_at: "2026-01-02T03:04:05Z"
disk_format: aki
container_format: aki
size: 8388608
virtual_size: null
min_disk: 0
`,
      },
    ],
  },
  reads: ['virtual_size'],
  check({ min_disk: minDisk = 0, size, virtual_size: virtualSize, disk_format: disk }, { report }) {
    if (minDisk <= 0 || typeof virtualSize !== 'number' || disk === 'aki' || disk === 'ari') return;
    const needed = wholeGib(virtualSize);
    // Nova's API knows the size: when that alone is too much, `min-disk-below-size` says what happens.
    if (needed <= minDisk || needed <= wholeGib(size ?? 0)) return;
    report({
      message: 'tooSmall',
      at: ['min_disk'],
      data: { minDisk, virtualSize: bytes(virtualSize), needed },
      fix: { safe: false, description: `Write ${needed}`, change: { replace: needed } },
      related: [{ message: 'the disk in the image', at: ['virtual_size'] }],
    });
  },
});
