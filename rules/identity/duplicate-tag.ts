import { defineRule } from '../../src/model/rule.js';
import { show } from '../../src/words/show.js';

const FEW = 20;

export default defineRule({
  id: 'duplicate-tag',
  topic: 'identity',
  summary: 'no tag stands twice on an image',
  severity: 'warning',
  consequence: { by: 'glance', when: 'create', effect: 'ignored' },
  inRecord: { consequence: { by: 'reader', when: 'always', effect: 'unclear' } },
  why: 'Tags are a set: Glance keeps one of several equal tags and says nothing. A tag that stands twice is often a line that was copied and not changed. Capital and small letters differ.',
  source: ['glance glance/domain/__init__.py Image.tags'],
  messages: { twice: 'The tag {tag} stands twice; Glance keeps it once.' },
  examples: {
    bad: [{ manifest: 'name: cirros\ndisk_format: raw\ncontainer_format: bare\ntags: [test, tiny, test]\n' }],
    good: [{ manifest: 'name: cirros\ndisk_format: raw\ncontainer_format: bare\ntags: [test, Test, tiny]\n', note: 'letter case counts' }],
  },
  reads: ['tags'],
  check({ tags = [] }, { report }) {
    if (!hasEqual(tags)) return;
    const first = new Map<string, number>();
    for (const [index, tag] of tags.entries()) {
      const earlier = first.get(tag);
      if (earlier === undefined) first.set(tag, index);
      else {
        report({
          message: 'twice',
          at: ['tags', index],
          data: { tag: show(tag) },
          related: [{ message: 'first written here', at: ['tags', earlier] }],
          fix: { safe: true, description: 'Remove the second one', change: { remove: true } },
        });
      }
    }
  },
});

/** Of a few tags, comparing each with each costs least. */
function hasEqual(tags: readonly string[]): boolean {
  if (tags.length > FEW) return new Set(tags).size < tags.length;
  for (let index = 1; index < tags.length; index++) if (tags.indexOf(tags[index] as string) < index) return true;
  return false;
}
