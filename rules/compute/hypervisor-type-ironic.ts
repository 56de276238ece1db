import { defineRule } from '../../src/model/rule.js';
import { NovaView } from '../../src/words/nova.js';

export default defineRule({
  id: 'hypervisor-type-ironic',
  topic: 'compute',
  summary: 'images for Ironic have the hypervisor_type that its nodes report',
  severity: 'warning',
  consequence: { by: 'nova', when: 'boot', effect: 'fails' },
  why: `Nova's Ironic driver tells the scheduler that its nodes run \`baremetal\` instances. \`ironic\` is a word that Nova accepts, but no
host reports it, so the server ends in ERROR ("No valid host was found") where the ImagePropertiesFilter is on, as it is by
default.`,
  source: ['nova nova/virt/ironic/driver.py', 'nova nova/scheduler/filters/image_props_filter.py'],
  messages: { ironic: '{name} is "ironic", but Ironic\'s nodes report "baremetal": no host matches, so servers fail to start.' },
  examples: {
    bad: [{ manifest: 'name: node\ndisk_format: raw\ncontainer_format: bare\nhypervisor_type: ironic\n' }],
    good: [{ manifest: 'name: node\ndisk_format: raw\ncontainer_format: bare\nhypervisor_type: baremetal\n' }],
  },
  reads: ['properties.hypervisor_type', 'properties.img_hv_type'],
  check(image, context) {
    const type = new NovaView(image, context).get('img_hv_type');
    if (type?.value !== 'ironic') return;
    context.report({
      message: 'ironic',
      at: ['properties', type.name],
      data: { name: type.name },
      fix: { safe: false, description: 'Write "baremetal"', change: { replace: 'baremetal' } },
    });
  },
});
