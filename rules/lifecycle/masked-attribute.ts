import { ATTRIBUTES } from '../../src/facts/attributes.js';
import { defineRule } from '../../src/model/rule.js';

const MASKED = ATTRIBUTES.filter(({ onCreate }) => onCreate === 'masked').map(({ name }) => name);

export default defineRule({
  id: 'masked-attribute',
  topic: 'lifecycle',
  summary: 'an image that is to be created does not bring its own hash',
  severity: 'warning',
  consequence: { by: 'glance', when: 'create', effect: 'ignored' },
  intents: ['create'],
  why: `Glance computes os_hash_algo and os_hash_value when data is uploaded. In a create request it takes them, without a
word, for custom properties of the same names, which its own values then hide in every answer. Nothing is ever compared
with them: to have the data verified, let the tool that uploads it do so.`,
  source: ['glance glance/api/v2/images.py RequestDeserializer._base_properties', 'glance glance/domain/__init__.py ImageFactory'],
  messages: { masked: '{attribute} has no effect when an image is created: Glance computes it at upload, and never compares it with this.' },
  examples: {
    bad: [{ manifest: `name: cirros\ndisk_format: raw\ncontainer_format: bare\nos_hash_algo: sha512\nos_hash_value: ${'ab'.repeat(64)}\n`, count: 2 }],
    good: [
      { manifest: 'name: cirros\ndisk_format: raw\ncontainer_format: bare\nsource_sha512: abc\n', note: 'a custom property of your own stays visible' },
      { manifest: 'name: cirros\ndisk_format: raw\nstatus: active\nos_hash_algo: sha512\ncreated_at: "2024-05-01T10:00:00Z"\n' },
    ],
  },
  reads: MASKED,
  check(image, { report }) {
    for (const attribute of MASKED) {
      if (image[attribute] === undefined) continue;
      report({
        message: 'masked',
        at: [attribute],
        onName: true,
        data: { attribute },
        fix: { safe: false, description: `Remove ${attribute}`, change: { remove: true } },
      });
    }
  },
});
