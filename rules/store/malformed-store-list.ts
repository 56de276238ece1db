import { defineRule } from '../../src/model/rule.js';
import { show } from '../../src/words/show.js';

export default defineRule({
  id: 'malformed-store-list',
  topic: 'store',
  summary: 'stores is a list of ids with commas between them and nothing else',
  severity: 'warning',
  intents: ['record'],
  consequence: { by: 'reader', when: 'always', effect: 'unclear' },
  why: `Glance joins the ids of an image's stores with commas, without blanks. Scripts split the text at the commas
and compare what they get: \` cheap\` with a blank is no store, and neither is the empty text after a last comma. An id
that stands twice means two locations in the same store, which seldom is on purpose.`,
  source: ['glance glance/api/v2/images.py'],
  messages: {
    blanks: 'stores is {value}, but Glance puts no blanks between ids.',
    empty: 'stores is {value}, which has an empty id in it.',
    twice: 'stores names {id} twice: the image has two locations in one store.',
  },
  examples: {
    bad: [
      {
        manifest: `id: 5a4c6b8e-2f0d-4a7b-9c3e-8d1f6a5b4c3d
name: debian-12
disk_format: raw
container_format: bare
status: active
created_at: "2026-03-02T10:15:00Z"
stores: fast, cheap
`,
      },
      {
        manifest: `id: 5a4c6b8e-2f0d-4a7b-9c3e-8d1f6a5b4c3d
name: debian-12
disk_format: raw
container_format: bare
status: active
created_at: "2026-03-02T10:15:00Z"
stores: fast,
`,
      },
      {
        manifest: `id: 5a4c6b8e-2f0d-4a7b-9c3e-8d1f6a5b4c3d
name: debian-12
disk_format: raw
container_format: bare
status: active
created_at: "2026-03-02T10:15:00Z"
stores: fast,cheap,fast
`,
      },
    ],
    good: [{
      manifest: `id: 5a4c6b8e-2f0d-4a7b-9c3e-8d1f6a5b4c3d
name: debian-12
disk_format: raw
container_format: bare
status: active
created_at: "2026-03-02T10:15:00Z"
stores: fast,cheap
`,
    }],
  },
  reads: ['stores'],
  check({ stores }, { report }) {
    if (stores === undefined) return;
    const at = ['stores'];
    const written = stores.split(',');
    const ids = written.map((id) => id.trim()).filter((id) => id !== '');
    if (ids.length < written.length || written.some((id) => id !== id.trim())) {
      const fix = { safe: true, description: `Write ${show(ids.join(','))}`, change: { replace: ids.join(',') } } as const;
      report({ message: ids.length < written.length ? 'empty' : 'blanks', at, data: { value: show(stores) }, fix: ids.length > 0 ? fix : undefined });
    }
    const twice = ids.find((id, index) => ids.indexOf(id) !== index);
    if (twice !== undefined) report({ message: 'twice', at, data: { id: show(twice) }, severity: 'info' });
  },
});
