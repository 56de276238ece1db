import { defineViolationRule } from '../../src/model/rule.js';
import { show } from '../../src/words/show.js';

const LIMIT = 255;

export default defineViolationRule({
  id: 'tag-too-long',
  topic: 'identity',
  summary: 'a tag has at most 255 characters',
  severity: 'error',
  consequence: { by: 'glance', when: 'create', effect: 'rejected' },
  inRecord: { severity: 'warning', consequence: { by: 'reader', when: 'always', effect: 'unclear' } },
  why: 'Tags are a column of 255 characters in Glance\'s database, and the image schema says the same. Longer tags are answered with 400.',
  source: ['glance glance/api/v2/images.py get_base_properties', 'glance glance/db/sqlalchemy/models.py'],
  messages: { tooLong: 'The tag {tag} has {length} characters, but Glance takes {limit} at most.' },
  examples: {
    bad: [{ manifest: `name: cirros\ndisk_format: raw\ncontainer_format: bare\ntags: [lts, ${'t'.repeat(256)}]\n` }],
    good: [{ manifest: `name: cirros\ndisk_format: raw\ncontainer_format: bare\ntags: [lts, ${'t'.repeat(255)}]\n` }],
  },
  violations: ['tags:maxLength'],
  explain({ at, value }, { report }) {
    const tag = String(value);
    report({ message: 'tooLong', at, data: { tag: show(tag), length: [...tag].length, limit: LIMIT } });
  },
});
