import { ATTRIBUTES } from '../../src/facts/attributes.js';
import { defineViolationRule } from '../../src/model/rule.js';

const REFUSED: ReadonlySet<string> = new Set(ATTRIBUTES.filter(({ onCreate }) => onCreate === 'refused').map(({ name }) => name));

export default defineViolationRule({
  id: 'value-too-long',
  topic: 'identity',
  summary: 'no base attribute is longer than Glance stores',
  severity: 'error',
  consequence: { by: 'glance', when: 'create', effect: 'rejected' },
  inRecord: { severity: 'warning', consequence: { by: 'reader', when: 'always', effect: 'unclear' } },
  why: 'The text attributes of an image are columns of fixed length in Glance\'s database, and the image schema has the same limits: 255 characters for owner, 32 for checksum, 64 for os_hash_algo, 128 for os_hash_value. Longer values are answered with 400.',
  source: ['glance glance/api/v2/images.py get_base_properties', 'glance glance/db/sqlalchemy/models.py'],
  messages: { tooLong: '{attribute} has {length} characters, but Glance takes {limit} at most.' },
  examples: {
    bad: [
      { manifest: `name: cirros\ndisk_format: raw\ncontainer_format: bare\nowner: ${'o'.repeat(256)}\n` },
      { manifest: `name: cirros\nstatus: active\ndisk_format: raw\ncreated_at: "2024-05-01T10:00:00Z"\nchecksum: sha256:${'0'.repeat(64)}\n`, note: 'checksum is an MD5, without a prefix' },
    ],
    good: [{ manifest: `name: cirros\ndisk_format: raw\ncontainer_format: bare\nowner: ${'o'.repeat(255)}\n` }],
  },
  violations: ['*:maxLength'],
  explain({ at, attribute, value, params }, { intent, report }) {
    // Refused in a create request whatever its length.
    if (intent === 'create' && REFUSED.has(attribute)) return;
    report({ message: 'tooLong', at, data: { attribute, length: [...String(value)].length, limit: Number(params['limit']) } });
  },
});
