import { defineRule } from '../../src/model/rule.js';
import { bytes } from '../../src/words/units.js';

const SIZES = ['size', 'virtual_size'] as const;

export default defineRule({
  id: 'queued-with-data',
  topic: 'lifecycle',
  summary: 'a queued image has no size',
  severity: 'warning',
  consequence: { by: 'reader', when: 'always', effect: 'unclear' },
  intents: ['record'],
  why: 'Queued means that there is no data yet, and Glance forgets both sizes whenever an image becomes queued again. Only images from the times of the v1 API may have one, which a client announced.',
  source: ['glance glance/domain/__init__.py Image.status'],
  messages: { sized: 'The image is queued, so it has no data, but {attribute} is {size}.' },
  examples: {
    bad: [{ manifest: 'name: cirros\nstatus: queued\nsize: 21430272\nvirtual_size: 117440512\ncreated_at: "2024-05-01T10:00:00Z"\n', count: 2 }],
    good: [
      { manifest: 'name: cirros\nstatus: queued\nsize: null\nvirtual_size: null\nos_hash_value: abc\ncreated_at: "2024-05-01T10:00:00Z"\n', note: 'a hash may be announced' },
      { manifest: 'name: cirros\nstatus: saving\nsize: 21430272\ncreated_at: "2024-05-01T10:00:00Z"\n' },
    ],
  },
  reads: SIZES,
  check(image, { report }) {
    if (image.status !== 'queued') return;
    for (const attribute of SIZES) {
      const size = image[attribute];
      if (typeof size === 'number' && size > 0) report({ message: 'sized', at: [attribute], data: { attribute, size: bytes(size) } });
    }
  },
});
