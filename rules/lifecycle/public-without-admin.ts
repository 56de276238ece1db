import { defineRule } from '../../src/model/rule.js';

export default defineRule({
  id: 'public-without-admin',
  topic: 'lifecycle',
  summary: 'only an administrator makes images public',
  severity: 'error',
  consequence: { by: 'glance', when: 'create', effect: 'rejected' },
  intents: ['create'],
  why: 'By Glance\'s default policy `publicize_image`, only the admin role may create public images or make images public; others get 403. The rule looks only where `cloud.admin` is false. Everybody may use `community`, which is public to all who know the id.',
  source: ['glance glance/policies/image.py publicize_image'],
  messages: { refused: 'visibility is "public", but without the admin role Glance refuses that; "community" is open to everybody who knows the id.' },
  examples: {
    bad: [{ manifest: 'name: cirros\ndisk_format: raw\ncontainer_format: bare\nvisibility: public\n', cloud: { admin: false } }],
    good: [
      { manifest: 'name: cirros\ndisk_format: raw\ncontainer_format: bare\nvisibility: community\n', cloud: { admin: false } },
      { manifest: 'name: cirros\ndisk_format: raw\ncontainer_format: bare\nvisibility: public\n', note: 'who publishes is not told' },
    ],
  },
  reads: ['visibility'],
  check({ visibility }, { cloud, report }) {
    if (visibility === 'public' && cloud.admin === false) {
      report({ message: 'refused', at: ['visibility'], fix: { safe: false, description: 'Write "community"', change: { replace: 'community' } } });
    }
  },
});
