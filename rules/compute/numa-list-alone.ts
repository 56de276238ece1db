import { defineRule } from '../../src/model/rule.js';
import { asksForNuma, numaList } from '../../src/words/nova-numa.js';
import { NovaView } from '../../src/words/nova.js';

export default defineRule({
  id: 'numa-list-alone',
  topic: 'compute',
  summary: 'NUMA nodes are laid out by both CPUs and memory',
  severity: 'error',
  consequence: { by: 'nova', when: 'boot', effect: 'rejected' },
  inRecord: { severity: 'warning', consequence: { by: 'nova', when: 'boot', effect: 'rejected' } },
  why: `\`hw_numa_cpus.N\` and \`hw_numa_mem.N\` belong together: Nova's API answers 400 when an image that asks for NUMA nodes has
only one of the lists. Without both, Nova divides CPUs and memory evenly.`,
  source: ['nova nova/virt/hardware.py', 'nova nova/objects/image_meta.py'],
  messages: { alone: 'The image sets {present}.0 but not {missing}.0: Nova takes both lists or none and refuses every server. Add {missing}.N for each node, or remove {present}.N.' },
  examples: {
    bad: [
      { manifest: 'name: numa\ndisk_format: qcow2\ncontainer_format: bare\nhw_numa_nodes: "2"\nhw_numa_cpus.0: 0-3\nhw_numa_cpus.1: 4-7\n' },
      { manifest: 'name: numa\ndisk_format: qcow2\ncontainer_format: bare\nhw_cpu_policy: dedicated\nhw_numa_mem.0: "4096"\n' },
    ],
    good: [
      { manifest: 'name: numa\ndisk_format: qcow2\ncontainer_format: bare\nhw_numa_nodes: "2"\nhw_numa_cpus.0: 0-3\nhw_numa_cpus.1: 4-7\nhw_numa_mem.0: "2048"\nhw_numa_mem.1: "2048"\n' },
      { manifest: 'name: numa\ndisk_format: qcow2\ncontainer_format: bare\nhw_numa_nodes: "2"\n' },
    ],
  },
  reads: ['properties.hw_numa_cpus.0', 'properties.hw_numa_mem.0'],
  check(image, context) {
    const [cpus, memory] = [numaList('hw_numa_cpus', image, context), numaList('hw_numa_mem', image, context)];
    if (!cpus.isKnown || !memory.isKnown || !asksForNuma(new NovaView(image, context))) return;
    if ((cpus.entries.length === 0) === (memory.entries.length === 0)) return;
    const [present, missing] = cpus.entries.length > 0 ? ['hw_numa_cpus', 'hw_numa_mem'] : ['hw_numa_mem', 'hw_numa_cpus'];
    context.report({ message: 'alone', at: ['properties', `${present}.0`], data: { present, missing } });
  },
});
