import { MD5_OF_NOTHING } from '../../src/facts/lifecycle.js';
import { defineRule } from '../../src/model/rule.js';

export default defineRule({
  id: 'active-without-data',
  topic: 'lifecycle',
  summary: 'an active image has data',
  severity: 'warning',
  consequence: { by: 'reader', when: 'always', effect: 'unclear' },
  intents: ['record'],
  why: `Glance sets size, checksum and hash in one step when data arrives. An active image whose size is null, although
it has a checksum, was edited by hand; one of zero bytes came from an upload that broke off or from an empty file, and
no server boots from it. Nova's snapshots of servers that boot from volumes are empty by design, and so are left alone:
their block_device_mapping names the volumes' snapshots. Images that were registered by location may lack checksum and
hash.`,
  source: ['glance glance/location.py ImageProxy.set_data', 'nova nova/image/glance.py'],
  messages: {
    unmeasured: 'The image is active and has a checksum, but its size is null.',
    empty: 'The image is active, but its data has 0 bytes; nothing can boot from it.',
  },
  examples: {
    bad: [
      { manifest: `name: cirros\nstatus: active\ndisk_format: raw\nsize: null\nchecksum: ${'0123456789abcdef'.repeat(2)}\ncreated_at: "2024-05-01T10:00:00Z"\n` },
      { manifest: 'name: cirros\nstatus: active\ndisk_format: raw\nsize: 0\ncreated_at: "2024-05-01T10:00:00Z"\n' },
    ],
    good: [
      { manifest: 'name: cirros\nstatus: active\ndisk_format: raw\nsize: 21430272\nchecksum: null\nos_hash_algo: null\nos_hash_value: null\ncreated_at: "2024-05-01T10:00:00Z"\n', note: 'registered by location' },
      { manifest: `name: snapshot\nstatus: active\ndisk_format: raw\nsize: 0\nchecksum: ${MD5_OF_NOTHING}\nblock_device_mapping: "[]"\ncreated_at: "2024-05-01T10:00:00Z"\n`, note: 'the snapshot of a server that boots from a volume' },
      { manifest: 'name: cirros\nstatus: queued\ndisk_format: raw\nsize: null\ncreated_at: "2024-05-01T10:00:00Z"\n' },
    ],
  },
  reads: ['size'],
  check({ status, size, checksum, properties }, { report }) {
    if (status !== 'active') return;
    if (size === null && typeof checksum === 'string') report({ message: 'unmeasured', at: ['size'] });
    else if (size === 0 && !Object.hasOwn(properties, 'block_device_mapping')) report({ message: 'empty', at: ['size'] });
  },
});
