import { defineRule } from '../../src/model/rule.js';
import { clip } from '../../src/words/show.js';

export default defineRule({
  id: 'outside-image-schema',
  topic: 'identity',
  summary: "custom properties fit the cloud's own image schema",
  severity: 'error',
  consequence: { by: 'glance', when: 'create', effect: 'rejected' },
  intents: ['create'],
  why: `An operator can describe custom properties in \`schema-image.json\`: allowed values, patterns, since 2026.1
also which ones are required. Glance answers 400 to an image that does not fit. The rule knows them when
\`cloud.imageSchema\` names what \`GET /v2/schemas/image\` of the cloud returned.`,
  source: ['glance etc/schema-image.json', 'glance glance/schema.py'],
  messages: {
    value: 'Property "{property}" {words}, says the image schema of this cloud.',
    missing: 'Property "{property}" is required by the image schema of this cloud.',
  },
  examples: {
    bad: [{
      manifest: 'name: cirros\ndisk_format: raw\ncontainer_format: bare\ncost_center: abc\n',
      cloudSchema: { cost_center: { type: 'string', enum: ['alpha', 'beta'] } },
    }],
    good: [{
      manifest: 'name: cirros\ndisk_format: raw\ncontainer_format: bare\ncost_center: beta\n',
      cloudSchema: { cost_center: { type: 'string', enum: ['alpha', 'beta'] } },
    }],
  },
  reads: ['*'],
  check({ properties }, { cloud, report }) {
    for (const { property, isMissing, words } of cloud.checkSite?.(properties) ?? []) {
      const name = clip(property);
      if (isMissing) report({ message: 'missing', at: [], data: { property: name } });
      else report({ message: 'value', at: ['properties', property], data: { property: name, words } });
    }
  },
});
