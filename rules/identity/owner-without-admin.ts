import { defineRule } from '../../src/model/rule.js';
import { show } from '../../src/words/show.js';

export default defineRule({
  id: 'owner-without-admin',
  topic: 'identity',
  summary: 'only an administrator makes images for other projects',
  severity: 'info',
  consequence: { by: 'glance', when: 'create', effect: 'rejected' },
  intents: ['create'],
  why: 'Without the admin role an image can only be created for one\'s own project; any other owner, and none at all, is answered with 403. Whoever leaves the attribute out owns the image. The rule looks only where `cloud.admin` is false.',
  source: ['glance glance/policies/image.py add_image', 'glance glance/api/v2/images.py ImagesController.create'],
  messages: {
    other: 'owner is {owner}: without the admin role, Glance takes only the id of your own project here.',
    nobody: 'owner is {owner}, but without the admin role an image has to belong to your own project; leave it out.',
  },
  examples: {
    bad: [
      { manifest: 'name: cirros\ndisk_format: raw\ncontainer_format: bare\nowner: 5f3c0d8a7b6e4f21a9c3d2e1f0b4a596\n', cloud: { admin: false } },
      { manifest: 'name: cirros\ndisk_format: raw\ncontainer_format: bare\nowner: null\n', cloud: { admin: false } },
    ],
    good: [
      { manifest: 'name: cirros\ndisk_format: raw\ncontainer_format: bare\n', cloud: { admin: false } },
      { manifest: 'name: cirros\ndisk_format: raw\ncontainer_format: bare\nowner: 5f3c0d8a7b6e4f21a9c3d2e1f0b4a596\n', note: 'who publishes is not told' },
    ],
  },
  reads: ['owner'],
  check({ owner }, { cloud, report }) {
    if (cloud.admin !== false || owner === undefined) return;
    const data = { owner: show(owner) };
    if (owner === null || owner === '') {
      const fix = { safe: false, description: 'Leave owner out', change: { remove: true } } as const;
      report({ message: 'nobody', at: ['owner'], data, severity: 'error', fix });
    } else report({ message: 'other', at: ['owner'], data });
  },
});
