import { ATTRIBUTES } from '../../src/facts/attributes.js';
import { defineRule } from '../../src/model/rule.js';

const REFUSED = ATTRIBUTES.filter(({ onCreate }) => onCreate === 'refused').map(({ name }) => name);

export default defineRule({
  id: 'read-only-attribute',
  topic: 'lifecycle',
  summary: 'an image that is to be created has no attributes that Glance itself sets',
  severity: 'error',
  consequence: { by: 'glance', when: 'create', effect: 'rejected' },
  intents: ['create'],
  why: `Glance measures and fills in these attributes itself, and answers 403 to a create request that has one of them,
even when it is null. They get into manifests when somebody exports a live image and means to create it again.`,
  source: ['glance glance/api/v2/images.py RequestDeserializer', 'glance glance/domain/__init__.py ImageFactory'],
  messages: {
    refused: '{attribute} is set by Glance itself, and no create request may have it.',
    status: 'status is set by Glance itself, and no create request may have it: an image becomes active when its data is uploaded.',
    locations: 'locations cannot be given when an image is created; Glance takes them by PATCH or import, once it exists.',
  },
  examples: {
    bad: [
      { manifest: 'name: cirros\ndisk_format: raw\ncontainer_format: bare\nstatus: active\n' },
      { manifest: 'name: cirros\ndisk_format: raw\ncontainer_format: bare\nchecksum: null\nsize: 21430272\nlocations: []\n', count: 3, note: 'null and an empty list are refused as well' },
    ],
    good: [
      { manifest: 'name: cirros\ndisk_format: raw\ncontainer_format: bare\nid: 6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e\nowner: 5f3c0d8a7b6e4f21a9c3d2e1f0b4a596\n', note: 'id and owner may be chosen' },
      { manifest: 'name: cirros\ndisk_format: raw\nstatus: active\nsize: 21430272\ncreated_at: "2024-05-01T10:00:00Z"\n', note: 'an exported image, which has them all' },
    ],
  },
  reads: REFUSED,
  check(image, { report }) {
    for (const attribute of REFUSED) {
      if (image[attribute] === undefined) continue;
      report({
        message: attribute === 'status' || attribute === 'locations' ? attribute : 'refused',
        at: [attribute],
        onName: true,
        data: { attribute },
        fix: { safe: false, description: `Remove ${attribute}`, change: { remove: true } },
      });
    }
  },
});
