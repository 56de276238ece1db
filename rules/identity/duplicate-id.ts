import { defineSetRule, type Member } from '../../src/model/rule.js';
import { clip } from '../../src/words/show.js';

interface Identified {
  readonly id: string;
  readonly key: string;
  readonly [key: string]: string;
}

export default defineSetRule<Identified>({
  id: 'duplicate-id',
  topic: 'identity',
  summary: 'no two images have the same id',
  severity: 'error',
  consequence: { by: 'glance', when: 'create', effect: 'rejected' },
  inRecord: { severity: 'warning', consequence: { by: 'reader', when: 'always', effect: 'unclear' } },
  why: 'The id is the primary key of an image. Glance answers 409 to the second image that asks for it, in whatever project the first one is.',
  source: ['glance glance/db/sqlalchemy/models.py', 'glance glance/api/v2/images.py'],
  messages: { twice: 'The id {id} is taken by another image in {file}.' },
  examples: {
    bad: [{
      manifest: `- {id: 6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e, name: one, disk_format: raw, container_format: bare}
- {id: 6B7E6F3C-1D2A-4B5C-8D9E-0F1A2B3C4D5E, name: two, disk_format: raw, container_format: bare}
`,
    }],
    good: [{
      manifest: `- {id: 6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e, name: one, disk_format: raw, container_format: bare}
- {name: two, disk_format: raw, container_format: bare}
`,
    }],
  },
  reportsAt: [['id']],
  // Whoever exports records does so again and again: one image in several files is no mistake.
  within: { record: 'file' },
  reads: ['id'],
  keys: ({ id }) => (id === undefined ? [] : [id.toLowerCase()]),
  extract(image, { intent, file }) {
    const id = image.id?.toLowerCase() ?? '';
    return { id, key: intent === 'record' ? `${file}\n${id}` : id };
  },
  checkSet(members, { report }) {
    const first = new Map<string, Member<Identified>>();
    for (const member of members) {
      const { id, key } = member.extract;
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, member);
      else {
        report({
          message: 'twice',
          member,
          at: ['id'],
          data: { id, file: clip(earlier.file) },
          related: [{ message: 'first used here', at: ['id'], member: earlier }],
        });
      }
    }
  },
});
