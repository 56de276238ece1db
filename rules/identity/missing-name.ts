import { defineRule } from '../../src/model/rule.js';

export default defineRule({
  id: 'missing-name',
  topic: 'identity',
  summary: 'an image that is to be created has a name',
  severity: 'info',
  consequence: { by: 'operator', when: 'always', effect: 'unclear' },
  intents: ['create'],
  why: 'The name is optional for Glance; an image without one can only be asked for by its id.',
  source: ['glance glance/api/v2/images.py get_base_properties'],
  messages: { missing: 'The image has no name: people will have to ask for it by its id.' },
  examples: {
    bad: [
      { manifest: 'disk_format: raw\ncontainer_format: bare\nmin_disk: 1\n' },
      { manifest: 'name: null\ndisk_format: raw\ncontainer_format: bare\n' },
    ],
    good: [
      { manifest: 'name: cirros\ndisk_format: raw\ncontainer_format: bare\n' },
      { manifest: 'name: null\ndisk_format: raw\ncontainer_format: bare\nmin_disk: 1\n', intent: 'record', note: 'it is too late for this one' },
    ],
  },
  reads: ['*'],
  check({ name }, { isAbsent, report }) {
    if (name === null || isAbsent('name')) report({ message: 'missing', at: name === null ? ['name'] : [] });
  },
});
