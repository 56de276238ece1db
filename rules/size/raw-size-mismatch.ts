import { defineRule } from '../../src/model/rule.js';
import { bytes } from '../../src/words/units.js';

/** qemu-img counts whole sectors. */
const SECTOR = 512;

export default defineRule({
  id: 'raw-size-mismatch',
  topic: 'size',
  summary: 'size and virtual_size of a raw image are the same',
  severity: 'warning',
  consequence: { by: 'reader', when: 'always', effect: 'unclear' },
  intents: ['record'],
  why: `A raw file is the disk itself, so \`size\` and \`virtual_size\` are the same number, and Glance sets both so. If they differ,
somebody else set one of them, or the file is not raw. Nova goes by the one, Cinder by both.`,
  source: ['glance glance/location.py', 'oslo.utils oslo_utils/imageutils/format_inspector.py'],
  messages: {
    differs: 'disk_format is "raw", but size is {size} and virtual_size is {virtualSize}: one of them is wrong, or the file is not raw. '
      + '`qemu-img info` tells.',
  },
  examples: {
    bad: [{
      manifest: `id: 6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e
name: cirros
status: active
created_at: "2026-01-02T03:04:05Z"
disk_format: raw
container_format: bare
size: 21692416
virtual_size: 117440512
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
virtual_size: 10737418240
`,
      },
      {
        manifest: `id: 6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e
name: ipa-ramdisk
status: active
created_at: "2026-01-02T03:04:05Z"
disk_format: raw
container_format: bare
size: 445130177
virtual_size: 445130240
`,
        note: 'rounded up to whole sectors',
      },
    ],
  },
  reads: ['virtual_size'],
  check(image, { report }) {
    if (image.disk_format !== 'raw' || image.container_format !== 'bare') return;
    const { size, virtual_size: virtualSize } = image;
    if (!isMeasured(size) || !isMeasured(virtualSize)) return;
    if (virtualSize >= size && virtualSize - size < SECTOR) return;
    report({
      message: 'differs',
      at: ['virtual_size'],
      data: { size: bytes(size), virtualSize: bytes(virtualSize) },
      related: [{ message: 'the size of the file', at: ['size'] }],
    });
  },
});

/** Null and 0 say that nobody knows; less than 0 is `negative-size`. */
function isMeasured(size: number | null | undefined): size is number {
  return typeof size === 'number' && size > 0;
}
