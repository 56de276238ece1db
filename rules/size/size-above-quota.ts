import { defineRule } from '../../src/model/rule.js';
import { bytes } from '../../src/words/units.js';

export default defineRule({
  id: 'size-above-quota',
  topic: 'size',
  summary: 'the file is not larger than the cloud takes',
  severity: 'error',
  consequence: { by: 'glance', when: 'upload', effect: 'rejected' },
  inRecord: { severity: 'warning', consequence: { by: 'glance', when: 'upload', effect: 'rejected' } },
  why: `Glance stops an upload with 413 once it is larger than \`image_size_cap\`, which is 1 TiB unless the operator sets another.
An image that is already stored stays, but nobody can upload it again. Set \`cloud.sizeCap\` to what your cloud has.`,
  source: ['glance glance/common/config.py', 'glance glance/api/v2/image_data.py'],
  messages: { tooLarge: 'The file has {size}, but this cloud takes uploads of {cap} at most.' },
  examples: {
    bad: [{
      manifest: `id: 6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e
name: rocky-9
status: active
created_at: "2026-01-02T03:04:05Z"
disk_format: raw
container_format: bare
size: 10737418241
`,
      cloud: { sizeCap: 10737418240 },
    }],
    good: [{
      manifest: `id: 6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e
name: rocky-9
status: active
created_at: "2026-01-02T03:04:05Z"
disk_format: raw
container_format: bare
size: 10737418241
`,
    }],
  },
  reads: ['size'],
  check({ size }, { cloud, report }) {
    if (typeof size !== 'number' || size <= cloud.sizeCap) return;
    report({ message: 'tooLarge', at: ['size'], data: { size: bytes(size), cap: bytes(cloud.sizeCap) } });
  },
});
