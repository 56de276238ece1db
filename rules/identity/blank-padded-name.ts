import type { Image, Path } from '../../src/model/image.js';
import { defineRule } from '../../src/model/rule.js';
import { onceForFrozen } from '../../src/words/once-for-frozen.js';
import { show } from '../../src/words/show.js';

export default defineRule({
  id: 'blank-padded-name',
  topic: 'identity',
  summary: 'no name, tag or property name begins or ends with blanks',
  severity: 'warning',
  consequence: { by: 'operator', when: 'always', effect: 'unclear' },
  why: `Glance stores blanks and line breaks around a name as they are, so the image is not found by the name that
people read. A YAML block (\`name: |\`) ends with a line break, which is easily overlooked. Around the name of a custom
property they make another property: Nova does not see it, and as Glance trims the names in PATCH requests, it cannot be
changed or removed any more.`,
  source: ['glance glance/api/v2/images.py RequestDeserializer'],
  messages: {
    name: 'The name {name} has blanks or line breaks around it; they become part of the name.',
    tag: 'The tag {name} has blanks or line breaks around it; they become part of the tag.',
    property: 'The property name {name} has blanks around it: no service reads it, and Glance cannot change it later.',
  },
  examples: {
    bad: [
      { manifest: 'name: "ubuntu 24.04 "\ndisk_format: raw\ncontainer_format: bare\n' },
      { manifest: 'name: |\n  ubuntu 24.04\ndisk_format: raw\ncontainer_format: bare\n' },
      { manifest: 'name: cirros\ndisk_format: raw\ncontainer_format: bare\n"hw_disk_bus ": virtio\ntags: [" lts"]\n', count: 2 },
    ],
    good: [{ manifest: 'name: ubuntu 24.04\ndisk_format: raw\ncontainer_format: bare\ntags: [long term]\nos_admin_user: " "\n', note: 'blanks inside are fine' }],
  },
  reads: ['*'],
  passes: ['name', 'tags'],
  check({ name, tags = [], properties }, { report }) {
    const look = (message: string, text: string, at: Path): void => {
      const trimmed = text.trim();
      if (trimmed === text || trimmed === '') return;
      const isProperty = message === 'property';
      const change = isProperty ? { rename: trimmed } : { replace: trimmed };
      report({
        message, at, onName: isProperty, data: { name: show(text.replaceAll('\n', '\\n')) },
        ...(isProperty ? { consequence: { by: 'nova', when: 'boot', effect: 'ignored' } as const } : {}),
        fix: { safe: false, description: `Write "${trimmed}"`, change },
      });
    };
    look('name', name ?? '', ['name']);
    for (let index = 0; index < tags.length; index++) look('tag', tags[index] as string, ['tags', index]);
    if (!arePadded(properties)) return;
    for (const property in properties) look('property', property, ['properties', property]);
  },
});

/** Images that are alike share their properties. */
const arePadded = onceForFrozen((properties: Image['properties']) => {
  for (const property in properties) if (property.trim() !== property) return true;
  return false;
});
