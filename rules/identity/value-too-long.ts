import { ATTRIBUTES } from '../../src/facts/attributes.js';
import { defineViolationRule } from '../../src/model/rule.js';

const FACTS = new Map(ATTRIBUTES.map((fact) => [fact.name as string, fact]));

export default defineViolationRule({
  id: 'value-too-long',
  topic: 'identity',
  summary: 'no base attribute is longer than Glance stores',
  severity: 'error',
  consequence: { by: 'glance', when: 'create', effect: 'rejected' },
  inRecord: { severity: 'warning', consequence: { by: 'reader', when: 'always', effect: 'unclear' } },
  why: 'The text attributes of an image are columns of fixed length in Glance\'s database, and the image schema has the same limits: 255 characters for owner, 64 for os_hash_algo, 128 for os_hash_value. Longer values are answered with 400.',
  source: ['glance glance/api/v2/images.py get_base_properties', 'glance glance/db/sqlalchemy/models.py'],
  messages: { tooLong: '{attribute} has {length} characters, but Glance takes {limit} at most.' },
  examples: {
    bad: [
      { manifest: `name: cirros\ndisk_format: raw\ncontainer_format: bare\nowner: ${'o'.repeat(256)}\n` },
      { manifest: `name: cirros\ndisk_format: raw\ncontainer_format: bare\nos_hash_value: ${'ab'.repeat(65)}\n` },
    ],
    good: [{ manifest: `name: cirros\ndisk_format: raw\ncontainer_format: bare\nowner: ${'o'.repeat(255)}\n` }],
  },
  violations: ['*:maxLength'],
  explain({ at, attribute, value, params }, { intent, report }) {
    // Digests and what is refused anyway have rules of their own.
    const onCreate = FACTS.get(attribute)?.onCreate;
    if (onCreate !== 'settable' && (onCreate !== 'masked' || intent === 'record')) return;
    report({ message: 'tooLong', at, data: { attribute, length: [...String(value)].length, limit: Number(params['limit']) } });
  },
});
