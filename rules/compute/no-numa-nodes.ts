import { defineRule } from '../../src/model/rule.js';
import { NovaView } from '../../src/words/nova.js';

export default defineRule({
  id: 'no-numa-nodes',
  topic: 'compute',
  summary: 'hw_numa_nodes is 1 or more',
  severity: 'error',
  consequence: { by: 'nova', when: 'boot', effect: 'rejected' },
  inRecord: { severity: 'warning', consequence: { by: 'nova', when: 'boot', effect: 'rejected' } },
  why: 'A server has at least one NUMA node. Nova\'s API answers 400 to 0 and to negative numbers; without the property it makes no NUMA nodes of its own.',
  source: ['nova nova/virt/hardware.py'],
  messages: { none: 'hw_numa_nodes is {nodes}, but a server has at least one node: Nova refuses every server. Write "1" or more, or remove it.' },
  examples: {
    bad: [{ manifest: 'name: numa\ndisk_format: qcow2\ncontainer_format: bare\nhw_numa_nodes: "0"\n' }],
    good: [{ manifest: 'name: numa\ndisk_format: qcow2\ncontainer_format: bare\nhw_numa_nodes: "1"\n' }],
  },
  reads: ['properties.hw_numa_nodes'],
  check(image, context) {
    const nodes = new NovaView(image, context).integer('hw_numa_nodes');
    if (nodes === undefined || nodes.value >= 1) return;
    context.report({ message: 'none', at: ['properties', nodes.name], data: { nodes: nodes.value } });
  },
});
