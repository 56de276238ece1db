import { defineViolationRule } from '../../src/model/rule.js';
import { show } from '../../src/words/show.js';

const LIMIT = 255;

export default defineViolationRule({
  id: 'property-name-too-long',
  topic: 'identity',
  summary: 'the name of a custom property has at most 255 characters',
  severity: 'error',
  consequence: { by: 'glance', when: 'create', effect: 'rejected' },
  inRecord: { severity: 'warning', consequence: { by: 'reader', when: 'always', effect: 'unclear' } },
  why: 'The names of custom properties are a column of 255 characters in Glance\'s database. Longer ones are answered with 400.',
  source: ['glance glance/api/v2/images.py RequestDeserializer.create', 'glance glance/db/sqlalchemy/models.py'],
  messages: { tooLong: 'The property name {name} has {length} characters, but Glance takes {limit} at most.' },
  examples: {
    bad: [{ manifest: `name: cirros\ndisk_format: raw\ncontainer_format: bare\n${'p'.repeat(256)}: x\n` }],
    good: [{ manifest: `name: cirros\ndisk_format: raw\ncontainer_format: bare\n${'p'.repeat(255)}: x\n` }],
  },
  violations: ['properties:name-maxLength'],
  explain({ at, value }, { report }) {
    const name = String(value);
    report({ message: 'tooLong', at, onName: true, data: { name: show(name), length: [...name].length, limit: LIMIT } });
  },
});
