import { SCS_NODE_IMAGE } from '../../src/facts/scs.js';
import { defineRule } from '../../src/model/rule.js';
import { AGAINST_THE_TEXT, isProviderImage, NOT_CONFORMANT } from '../../src/words/scs.js';
import { show } from '../../src/words/show.js';

export default defineRule({
  id: 'scs-node-image',
  topic: 'policy',
  summary: 'an image that is called like the official one for Kubernetes nodes is the official one',
  severity: 'error',
  consequence: NOT_CONFORMANT,
  presets: ['scs'],
  why: `SCS-0104 keeps the name \`ubuntu-capi-image-v1.34.7\` and its like for the official images for Cluster API: cluster stacks look
for them by name and expect what is in them. Providers are free to offer others under other names.`,
  source: ['SovereignCloudStack/standards Standards/scs-0104-v2-standard-images.md', 'SovereignCloudStack/standards Tests/iaas/scs_0104_standard_images/standard_images.py'],
  messages: {
    source: 'The name is that of an official SCS image for Kubernetes nodes, but image_source is {value}; it has to begin with "{wanted}".',
    other: 'The name is that of an official SCS image for Kubernetes nodes, for which SCS-0104 v2 wants {property} "{wanted}", not {value}.',
  },
  examples: {
    bad: [
      { manifest: 'name: ubuntu-capi-image-v1.34.7\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nos_purpose: k8snode\nimage_source: https://images.acme.dev/ubuntu-2404-kube-v1.34.7.qcow2\n' },
      { manifest: 'name: ubuntu-capi-image v1.34.7\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nos_purpose: generic\n' },
    ],
    good: [
      {
        manifest: `name: ubuntu-capi-image-v1.34.7
visibility: public
disk_format: qcow2
container_format: bare
os_purpose: k8snode
image_description: https://github.com/osism/k8s-capi-images
image_source: https://nbg1.your-objectstorage.com/osism/openstack-k8s-capi-images/ubuntu-2404-kube-v1.34/ubuntu-2404-kube-v1.34.7.qcow2
`,
      },
      { manifest: 'name: acme-capi-image-v1.34.7\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nos_purpose: k8snode\nimage_source: https://images.acme.dev/kube.qcow2\n' },
    ],
  },
  reads: ['name'],
  check(image, { report }) {
    const { name, properties } = image;
    if (typeof name !== 'string' || !SCS_NODE_IMAGE.name.test(name) || !isProviderImage(image)) return;
    const { image_source: source } = properties;
    if (source && !SCS_NODE_IMAGE.sources.some((prefix) => source.startsWith(prefix))) {
      report({ message: 'source', at: ['properties', 'image_source'], data: { value: show(source), wanted: SCS_NODE_IMAGE.sources[0] } });
    }
    for (const [property, wanted] of [['os_purpose', SCS_NODE_IMAGE.purpose], ['image_description', SCS_NODE_IMAGE.description]] as const) {
      const value = properties[property];
      if (!value || value === wanted) continue;
      report({
        message: 'other',
        at: ['properties', property],
        data: { property, wanted, value: show(value) },
        severity: 'warning',
        consequence: AGAINST_THE_TEXT,
      });
    }
  },
});
