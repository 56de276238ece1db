import { defineRule } from '../../src/model/rule.js';

export default defineRule({
  id: 'hidden-at-creation',
  topic: 'lifecycle',
  summary: 'a new image shows in lists',
  severity: 'info',
  presets: ['strict'],
  consequence: { by: 'operator', when: 'always', effect: 'unclear' },
  intents: ['create'],
  why: 'A hidden image works, but no list shows it unless asked for hidden ones. That is meant for old images that servers still depend on, seldom for new ones.',
  source: ['glance glance/api/v2/images.py get_base_properties'],
  messages: { hidden: 'os_hidden is true, so no list shows the image, although others may see it (visibility is "{visibility}").' },
  examples: {
    bad: [{ manifest: 'name: cirros\ndisk_format: raw\ncontainer_format: bare\nvisibility: public\nos_hidden: true\n' }],
    good: [{ manifest: 'name: cirros\ndisk_format: raw\ncontainer_format: bare\nos_hidden: true\n' }],
  },
  reads: ['os_hidden'],
  check({ os_hidden: isHidden, visibility }, { report }) {
    if (isHidden === true && (visibility === 'public' || visibility === 'community')) {
      report({ message: 'hidden', at: ['os_hidden'], data: { visibility } });
    }
  },
});
