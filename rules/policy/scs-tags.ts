import { defineRule } from '../../src/model/rule.js';
import { AGAINST_THE_TEXT, isProviderImage } from '../../src/words/scs.js';

export default defineRule({
  id: 'scs-tags',
  topic: 'policy',
  summary: 'tags tell who manages the image and which system it is',
  severity: 'info',
  consequence: AGAINST_THE_TEXT,
  presets: ['scs'],
  why: 'SCS-0102 recommends a tag `managed_by_VENDOR` and a tag `os:OPERATINGSYSTEM`, by which users and programs find the images that the provider looks after.',
  source: ['SovereignCloudStack/standards Standards/scs-0102-v1-image-metadata.md'],
  messages: {
    none: 'SCS-0102 recommends tags such as "managed_by_VENDOR" and "os:OPERATINGSYSTEM"; this image has no {missing}.',
  },
  examples: {
    bad: [
      { manifest: 'name: Debian 12\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\ntags: []\n' },
      { manifest: 'name: Debian 12\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\ntags: [os:debian]\n' },
    ],
    good: [{ manifest: 'name: Debian 12\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\ntags: [managed_by_acme, os:debian]\n' }],
  },
  reads: ['*'],
  check(image, { dialect, isAbsent, report }) {
    // osism's tool writes both tags by itself.
    if (!isProviderImage(image) || dialect.name === 'osism') return;
    const { tags } = image;
    if (tags === undefined && !isAbsent('tags')) return;
    const missing = [['managed_by_', '"managed_by_…" tag'], ['os:', '"os:…" tag']].filter(([prefix = '']) => !(tags ?? []).some((tag) => tag.startsWith(prefix)));
    if (missing.length > 0) report({ message: 'none', at: isAbsent('tags') ? [] : ['tags'], data: { missing: missing.map(([, name]) => name).join(' and no ') } });
  },
});
