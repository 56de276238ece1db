import { defineRule } from '../../src/model/rule.js';

export default defineRule({
  id: 'too-many-tags',
  topic: 'identity',
  summary: 'an image has no more tags than the cloud allows',
  severity: 'error',
  consequence: { by: 'glance', when: 'create', effect: 'rejected' },
  inRecord: { severity: 'info', consequence: { by: 'glance', when: 'create', effect: 'rejected' } },
  why: 'Glance counts the tags in a create request, equal ones too, and answers 413 when there are more than `image_tag_quota` (128 by default). Set `cloud.tagQuota` if your cloud has another limit; a negative one is no limit.',
  source: ['glance glance/quota/__init__.py', 'glance glance/common/config.py'],
  messages: {
    tooMany: 'The image has {count} tags, but this cloud allows {quota}.',
    equal: 'The image has {count} tags, but this cloud allows {quota}; it counts before equal ones become one, which would leave {distinct}.',
  },
  examples: {
    bad: [
      { manifest: 'name: cirros\ndisk_format: raw\ncontainer_format: bare\ntags: [test, tiny]\n', cloud: { tagQuota: 1 } },
      { manifest: 'name: cirros\ndisk_format: raw\ncontainer_format: bare\ntags: [test, test]\n', cloud: { tagQuota: 1 }, note: 'counted before equal tags become one' },
    ],
    good: [
      { manifest: 'name: cirros\ndisk_format: raw\ncontainer_format: bare\ntags: [test, tiny]\n', cloud: { tagQuota: 2 } },
      { manifest: 'name: cirros\ndisk_format: raw\ncontainer_format: bare\ntags: [test, tiny]\n', cloud: { tagQuota: -1 }, note: 'negative means without limit' },
    ],
  },
  reads: ['tags'],
  passes: ['tags'],
  check({ tags = [] }, { cloud, report }) {
    const { tagQuota: quota } = cloud;
    if (quota < 0 || tags.length <= quota) return;
    const distinct = new Set(tags).size;
    const message = distinct > quota ? 'tooMany' : 'equal';
    report({ message, at: ['tags'], data: { count: tags.length, quota, distinct } });
  },
});
