import { defineRule } from '../../src/model/rule.js';
import { asksForNuma, numaList } from '../../src/words/nova-numa.js';
import { NovaView } from '../../src/words/nova.js';

export default defineRule({
  id: 'numa-list-miscounted',
  topic: 'compute',
  summary: 'the lists of NUMA nodes have as many entries as there are nodes',
  severity: 'error',
  consequence: { by: 'nova', when: 'boot', effect: 'rejected' },
  inRecord: { severity: 'warning', consequence: { by: 'nova', when: 'boot', effect: 'rejected' } },
  why: `Each of the \`hw_numa_nodes\` nodes needs its CPUs and its memory. When one of the lists is longer or shorter, Nova's API
answers 400. Without \`hw_numa_nodes\` there is one node. Nova counts a list from entry 0 to the first gap.`,
  source: ['nova nova/virt/hardware.py', 'nova nova/objects/image_meta.py'],
  messages: {
    miscounted: '{list}.N has {entries}, but hw_numa_nodes is {nodes}: Nova refuses every server.',
    oneNode: '{list}.N has {entries}, but hw_numa_nodes is missing, which means one node: Nova refuses every server. Add hw_numa_nodes "{count}".',
  },
  examples: {
    bad: [
      { manifest: 'name: numa\ndisk_format: qcow2\ncontainer_format: bare\nhw_numa_nodes: "2"\nhw_numa_cpus.0: 0-7\nhw_numa_mem.0: "2048"\nhw_numa_mem.1: "2048"\n' },
      { manifest: 'name: numa\ndisk_format: qcow2\ncontainer_format: bare\nhw_cpu_policy: dedicated\nhw_numa_cpus.0: 0-3\nhw_numa_cpus.1: 4-7\nhw_numa_mem.0: "2048"\nhw_numa_mem.1: "2048"\n', count: 2 },
    ],
    good: [
      { manifest: 'name: numa\ndisk_format: qcow2\ncontainer_format: bare\nhw_numa_nodes: "2"\nhw_numa_cpus.0: 0-3\nhw_numa_cpus.1: 4-7\nhw_numa_mem.0: "2048"\nhw_numa_mem.1: "2048"\n' },
      { manifest: 'name: numa\ndisk_format: qcow2\ncontainer_format: bare\nhw_cpu_policy: dedicated\nhw_numa_cpus.0: 0-3\nhw_numa_mem.0: "2048"\n' },
    ],
  },
  reads: ['properties.hw_numa_cpus.0', 'properties.hw_numa_mem.0'],
  check(image, context) {
    const nova = new NovaView(image, context);
    const lists = { hw_numa_cpus: numaList('hw_numa_cpus', image, context), hw_numa_mem: numaList('hw_numa_mem', image, context) };
    const isUnset = nova.lacks('hw_numa_nodes');
    const nodes = isUnset ? 1 : nova.integer('hw_numa_nodes')?.value;
    if (nodes === undefined || nodes < 1 || !asksForNuma(nova)) return;
    if (Object.values(lists).some(({ entries, isKnown }) => entries.length === 0 || !isKnown)) return;
    for (const [list, { entries: { length: count } }] of Object.entries(lists)) {
      if (count === nodes) continue;
      const entries = count === 1 ? '1 entry' : `${count} entries`;
      context.report({ message: isUnset ? 'oneNode' : 'miscounted', at: ['properties', `${list}.${count - 1}`], data: { list, count, entries, nodes } });
    }
  },
});
