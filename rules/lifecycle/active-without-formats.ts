import { STATUSES_WITH_FORMATS } from '../../src/facts/lifecycle.js';
import { defineRule } from '../../src/model/rule.js';

const FORMATS = ['disk_format', 'container_format'] as const;

export default defineRule({
  id: 'active-without-formats',
  topic: 'lifecycle',
  summary: 'an image with data has a disk format and a container format',
  severity: 'warning',
  consequence: { by: 'reader', when: 'always', effect: 'unclear' },
  intents: ['record'],
  why: 'Glance takes no data before both formats are set, so an image in this status has them. A record without them was edited, or made by a tool that left them out.',
  source: ['glance glance/domain/__init__.py Image.status'],
  messages: { missing: '{format} is null, although the image is {status}: Glance takes no data before it is set.' },
  examples: {
    bad: [{ manifest: 'name: cirros\nstatus: active\ndisk_format: null\ncontainer_format: bare\ncreated_at: "2024-05-01T10:00:00Z"\n' }],
    good: [
      { manifest: 'name: cirros\nstatus: queued\ndisk_format: null\ncontainer_format: null\ncreated_at: "2024-05-01T10:00:00Z"\n' },
      { manifest: 'name: cirros\nstatus: uploading\ndisk_format: null\ncontainer_format: null\ncreated_at: "2024-05-01T10:00:00Z"\n', note: 'data that is only staged needs none yet' },
    ],
  },
  reads: FORMATS,
  check(image, { report }) {
    const { status } = image;
    if (status === undefined || !STATUSES_WITH_FORMATS.includes(status)) return;
    for (const format of FORMATS) if (image[format] === null) report({ message: 'missing', at: [format], data: { format, status } });
  },
});
