import { defineRule } from '../../src/model/rule.js';
import { bytes, wholeGib } from '../../src/words/units.js';

export default defineRule({
  id: 'min-disk-below-size',
  topic: 'size',
  summary: 'min_disk holds the file of the image',
  severity: 'warning',
  consequence: { by: 'nova', when: 'boot', effect: 'rejected' },
  why: `Nova and Cinder hold the size of the stored file against the flavor's disk or the volume, beside \`min_disk\`. If the file
alone is larger than \`min_disk\` GiB, \`min_disk\` promises too much: who chooses a flavor by it gets an error.`,
  source: ['nova nova/compute/api.py', 'cinder cinder/volume/volume_utils.py'],
  messages: {
    tooSmall: 'min_disk is {minDisk} GiB, but the file alone has {size}: Nova refuses flavors with less than {needed} GiB. Write at least '
      + '{needed}.',
  },
  examples: {
    bad: [{
      manifest: `id: 6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e
name: rocky-9
status: active
created_at: "2026-01-02T03:04:05Z"
disk_format: raw
container_format: bare
size: 10737418240
virtual_size: null
min_disk: 8
`,
    }],
    good: [
      {
        manifest: `id: 6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e
name: rocky-9
status: active
created_at: "2026-01-02T03:04:05Z"
disk_format: raw
container_format: bare
size: 10737418240
virtual_size: null
min_disk: 0
`,
        note: 'Nova still refuses flavors that are smaller than the file',
      },
      {
        manifest: `id: 6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e
name: rocky-9
status: active
created_at: "2026-01-02T03:04:05Z"
disk_format: raw
container_format: bare
size: 10737418240
virtual_size: 10737418240
min_disk: 10
`,
      },
    ],
  },
  reads: ['size'],
  check({ min_disk: minDisk = 0, size, virtual_size: virtualSize, disk_format: disk }, { report }) {
    if (minDisk <= 0 || typeof size !== 'number' || disk === 'aki' || disk === 'ari') return;
    const needed = wholeGib(size);
    // A disk that is larger still is said by `min-disk-below-virtual-size`, with the number that holds both.
    if (needed <= minDisk || wholeGib(virtualSize ?? 0) > needed) return;
    report({
      message: 'tooSmall',
      at: ['min_disk'],
      data: { minDisk, size: bytes(size), needed },
      fix: { safe: false, description: `Write ${needed}`, change: { replace: needed } },
      related: [{ message: 'the size of the file', at: ['size'] }],
    });
  },
});
