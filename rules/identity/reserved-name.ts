import { RESERVED_NAMES } from '../../src/facts/reserved-names.js';
import { defineRule } from '../../src/model/rule.js';
import { oneOf } from '../../src/words/show.js';

export default defineRule({
  id: 'reserved-name',
  topic: 'identity',
  summary: 'no custom property has a name that Glance keeps for itself',
  severity: 'error',
  consequence: { by: 'glance', when: 'create', effect: 'rejected' },
  inRecord: { severity: 'warning', consequence: { by: 'reader', when: 'always', effect: 'unclear' } },
  why: `${oneOf(RESERVED_NAMES)}: names from the old v1 API, which Glance refuses with 403. To register data that is
already somewhere, add a location to the image after it was created, or import it with the method web-download.`,
  source: ['glance glance/api/v2/images.py RequestDeserializer'],
  messages: {
    reserved: '"{name}" is reserved: Glance takes no custom property of this name.',
    location: '"location" is reserved: Glance takes a location only for an image that exists, by PATCH or import.',
  },
  examples: {
    bad: [
      { manifest: 'name: cirros\ndisk_format: raw\ncontainer_format: bare\nlocation: https://images.example.org/cirros.img\n' },
      { manifest: 'name: cirros\ndisk_format: raw\ncontainer_format: bare\ndeleted: "false"\n' },
    ],
    good: [{ manifest: 'name: cirros\ndisk_format: raw\ncontainer_format: bare\nimage_location: rack 4\ndeleted_by: nobody\n' }],
  },
  reads: RESERVED_NAMES.map((name) => `properties.${name}`),
  check({ properties }, { report }) {
    for (const name of RESERVED_NAMES) {
      if (!Object.hasOwn(properties, name)) continue;
      report({
        message: name === 'location' ? 'location' : 'reserved',
        at: ['properties', name],
        onName: true,
        data: { name },
        fix: { safe: false, description: `Remove "${name}"`, change: { remove: true } },
      });
    }
  },
});
