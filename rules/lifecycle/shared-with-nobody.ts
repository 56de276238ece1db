import { defineRule } from '../../src/model/rule.js';

export default defineRule({
  id: 'shared-with-nobody',
  topic: 'lifecycle',
  summary: 'who is to see a shared image is clear',
  severity: 'info',
  presets: ['strict'],
  consequence: { by: 'glance', when: 'create', effect: 'unclear' },
  intents: ['create'],
  why: 'A new image with visibility `shared`, which is also the default, is seen by its owner alone until members are added and accept. No manifest can name members. For all to see it, say `public` or `community`; for nobody else, ever, `private`.',
  source: ['glance glance/api/v2/image_members.py', 'glance glance/api/v2/images.py get_base_properties'],
  messages: { alone: 'visibility is "shared", but members can only be added later: until then only the owner sees the image.' },
  examples: {
    bad: [{ manifest: 'name: cirros\ndisk_format: raw\ncontainer_format: bare\nvisibility: shared\n' }],
    good: [{ manifest: 'name: cirros\ndisk_format: raw\ncontainer_format: bare\nvisibility: private\n' }],
  },
  reads: ['visibility'],
  check({ visibility }, { report }) {
    if (visibility === 'shared') report({ message: 'alone', at: ['visibility'] });
  },
});
