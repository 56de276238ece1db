import { defineRule } from '../../src/model/rule.js';

export default defineRule({
  id: 'empty-property-name',
  topic: 'identity',
  summary: 'every custom property has a name',
  severity: 'warning',
  consequence: { by: 'nova', when: 'boot', effect: 'ignored' },
  why: 'Glance stores a property without a name, and no service can ask for it. It is what is left of a template whose variable was not set, or of a stray colon.',
  source: ['glance glance/api/v2/images.py RequestDeserializer.create'],
  messages: { empty: 'A custom property has an empty name: nothing reads it.' },
  examples: {
    bad: [{ manifest: 'name: cirros\ndisk_format: raw\ncontainer_format: bare\n"": virtio\n' }],
    good: [{ manifest: 'name: cirros\ndisk_format: raw\ncontainer_format: bare\nhw_disk_bus: ""\n', note: 'an empty value is another matter' }],
  },
  reads: ['properties.'],
  check({ properties }, { report }) {
    if (Object.hasOwn(properties, '')) report({ message: 'empty', at: ['properties', ''], onName: true });
  },
});
