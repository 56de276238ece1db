import { defineRule } from '../../src/model/rule.js';

export default defineRule({
  id: 'active-without-size',
  topic: 'lifecycle',
  summary: 'an active image that has a checksum has a size',
  severity: 'warning',
  consequence: { by: 'reader', when: 'always', effect: 'unclear' },
  intents: ['record'],
  why: `Glance sets size, checksum and hash in one step when data arrives, so a checksum without a size was edited by
hand, or copied from another image. The other way round is fine: images that were registered by location may lack
checksum and hash.`,
  source: ['glance glance/location.py ImageProxy.set_data'],
  messages: { unmeasured: 'The image is active and has a checksum, but its size is null.' },
  examples: {
    bad: [{ manifest: `name: cirros\nstatus: active\ndisk_format: raw\nsize: null\nchecksum: ${'0123456789abcdef'.repeat(2)}\ncreated_at: "2024-05-01T10:00:00Z"\n` }],
    good: [
      { manifest: 'name: cirros\nstatus: active\ndisk_format: raw\nsize: 21430272\nchecksum: null\nos_hash_algo: null\nos_hash_value: null\ncreated_at: "2024-05-01T10:00:00Z"\n', note: 'registered by location' },
      { manifest: 'name: cirros\nstatus: queued\ndisk_format: raw\nsize: null\ncreated_at: "2024-05-01T10:00:00Z"\n' },
    ],
  },
  reads: ['size'],
  passes: ['size'],
  check({ status, size, checksum }, { report }) {
    if (status === 'active' && size === null && typeof checksum === 'string') report({ message: 'unmeasured', at: ['size'] });
  },
});
