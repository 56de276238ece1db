import { defineViolationRule } from '../../src/model/rule.js';

const LIMIT = 255;

export default defineViolationRule({
  id: 'name-too-long',
  topic: 'identity',
  summary: 'the name has at most 255 characters',
  severity: 'error',
  consequence: { by: 'glance', when: 'create', effect: 'rejected' },
  inRecord: { severity: 'warning', consequence: { by: 'reader', when: 'always', effect: 'unclear' } },
  why: 'The name is a column of 255 characters in Glance\'s database, and the image schema says the same. Longer names are answered with 400.',
  source: ['glance glance/api/v2/images.py', 'glance glance/db/sqlalchemy/models.py'],
  messages: { tooLong: 'The name has {length} characters, but Glance takes {limit} at most.' },
  examples: {
    bad: [{ manifest: `name: ${'n'.repeat(256)}\ndisk_format: raw\ncontainer_format: bare\n` }],
    good: [{ manifest: `name: ${'n'.repeat(255)}\ndisk_format: raw\ncontainer_format: bare\n` }],
  },
  violations: ['name:maxLength'],
  explain({ at, value }, { report }) {
    report({ message: 'tooLong', at, data: { length: [...String(value)].length, limit: LIMIT } });
  },
});
