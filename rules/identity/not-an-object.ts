import { defineViolationRule } from '../../src/model/rule.js';
import { describe } from '../../src/words/show.js';

export default defineViolationRule({
  id: 'not-an-object',
  topic: 'identity',
  summary: 'an image is a mapping of attributes',
  severity: 'error',
  consequence: { by: 'glance', when: 'create', effect: 'rejected' },
  inRecord: { severity: 'error', consequence: { by: 'reader', when: 'always', effect: 'ignored' } },
  why: 'An image is a JSON object: names with values. Glance cannot make an image of a text, a number or a list, and neither can any tool that reads the manifest.',
  source: ['glance glance/common/wsgi.py JSONRequestDeserializer', 'glance glance/api/v2/images.py RequestDeserializer.create'],
  messages: { other: 'An image is expected here, as a mapping of names to values, but this is {value}.' },
  examples: {
    bad: [{ manifest: '- {name: one, disk_format: raw, container_format: bare}\n- two\n', intent: 'create', note: 'a list item that is only a name' }],
    good: [{ manifest: '- {name: one, disk_format: raw, container_format: bare}\n- {name: two, disk_format: raw, container_format: bare}\n', intent: 'create' }],
  },
  violations: [':type'],
  explain({ at, value }, { report }) {
    report({ message: 'other', at, data: { value: describe(value) } });
  },
});
