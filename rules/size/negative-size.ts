import { defineRule } from '../../src/model/rule.js';

export default defineRule({
  id: 'negative-size',
  topic: 'size',
  summary: 'size and virtual_size are not negative',
  severity: 'warning',
  consequence: { by: 'reader', when: 'always', effect: 'unclear' },
  intents: ['record'],
  why: `Glance measures \`size\` and \`virtual_size\`, and says null for what it does not know. A negative number is none of its own:
the record was edited, or a tool wrote -1 for "unknown".`,
  source: ['glance glance/location.py', 'glance glance/db/sqlalchemy/models.py'],
  messages: { negative: '{name} is {value}, but Glance never says so: an unknown size is null.' },
  examples: {
    bad: [{
      manifest: `id: 6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e
name: debian-12
status: active
created_at: "2026-01-02T03:04:05Z"
disk_format: qcow2
container_format: bare
size: 344195072
virtual_size: -1
`,
    }],
    good: [{
      manifest: `id: 6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e
name: debian-12
status: active
created_at: "2026-01-02T03:04:05Z"
disk_format: qcow2
container_format: bare
size: 344195072
virtual_size: null
`,
    }],
  },
  reads: ['size', 'virtual_size'],
  passes: ['size', 'virtual_size'],
  check(image, { report }) {
    for (const name of ['size', 'virtual_size'] as const) {
      const value = image[name];
      if (typeof value === 'number' && value < 0) report({ message: 'negative', at: [name], data: { name, value } });
    }
  },
});
