import { ATTRIBUTES } from '../../src/facts/attributes.js';
import { RESERVED_PREFIX } from '../../src/facts/reserved-names.js';
import { defineRule } from '../../src/model/rule.js';

const STORED_AS_PROPERTIES = ATTRIBUTES.filter(({ onCreate }) => onCreate === 'masked' || onCreate === 'unknown').map(({ name }) => name);

export default defineRule({
  id: 'too-many-properties',
  topic: 'identity',
  summary: 'an image has no more custom properties than the cloud allows',
  severity: 'error',
  consequence: { by: 'glance', when: 'create', effect: 'rejected' },
  inRecord: { severity: 'info', consequence: { by: 'glance', when: 'create', effect: 'rejected' } },
  why: 'Glance counts the custom properties of an image and answers 413 when there are more than `image_property_quota` (128 by default). Set `cloud.propertyQuota` if your cloud has another limit; a negative one is no limit.',
  source: ['glance glance/quota/__init__.py', 'glance glance/common/config.py'],
  messages: { tooMany: 'The image has {count} custom properties, but this cloud allows {quota}.' },
  examples: {
    bad: [{ manifest: 'name: cirros\ndisk_format: raw\ncontainer_format: bare\nos_type: linux\nos_distro: cirros\n', cloud: { propertyQuota: 1 } }],
    good: [
      { manifest: 'name: cirros\ndisk_format: raw\ncontainer_format: bare\nos_type: linux\nos_distro: cirros\n', cloud: { propertyQuota: 2 } },
      { manifest: 'name: cirros\ndisk_format: raw\ncontainer_format: bare\nos_type: linux\nos_distro: cirros\n', cloud: { propertyQuota: -1 }, note: 'negative means without limit' },
    ],
  },
  reads: ['*'],
  check(image, { intent, cloud, report }) {
    const { propertyQuota: quota } = cloud;
    if (quota < 0) return;
    let count = 0;
    for (const name in image.properties) if (!name.startsWith(RESERVED_PREFIX)) count++;
    // In a create request these are custom properties like others, though nobody ever sees them again.
    if (intent === 'create') for (const name of STORED_AS_PROPERTIES) if (image[name] !== undefined) count++;
    if (count > quota) report({ message: 'tooMany', at: [], data: { count, quota } });
  },
});
