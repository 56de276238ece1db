import { defineRule } from '../../src/model/rule.js';
import { cpuSpec } from '../../src/words/cpu-spec.js';
import { asksForNuma, numaList } from '../../src/words/nova-numa.js';
import { NovaView } from '../../src/words/nova.js';

export default defineRule({
  id: 'numa-cpu-missing',
  topic: 'compute',
  summary: 'the NUMA nodes hold all CPUs from 0 on',
  severity: 'error',
  consequence: { by: 'nova', when: 'boot', effect: 'rejected' },
  inRecord: { severity: 'warning', consequence: { by: 'nova', when: 'boot', effect: 'rejected' } },
  why: `A server's CPUs are numbered from 0, and each must belong to a NUMA node. With a number left out, there is no flavor
that fits: either the CPU is without a node, or the numbers behind it are out of range. Nova's API answers 400.`,
  source: ['nova nova/virt/hardware.py'],
  messages: {
    missing: 'No hw_numa_cpus.N holds CPU {cpu}, although {last} is there: numbers start at 0 and none may be left out, so Nova refuses every server.',
    none: 'No hw_numa_cpus.N holds a CPU, so Nova refuses every server.',
  },
  examples: {
    bad: [
      { manifest: 'name: numa\ndisk_format: qcow2\ncontainer_format: bare\nhw_numa_nodes: "2"\nhw_numa_cpus.0: 0-3\nhw_numa_cpus.1: 5-8\nhw_numa_mem.0: "2048"\nhw_numa_mem.1: "2048"\n' },
      { manifest: 'name: numa\ndisk_format: qcow2\ncontainer_format: bare\nhw_numa_nodes: "1"\nhw_numa_cpus.0: 1-4\nhw_numa_mem.0: "2048"\n' },
      { manifest: 'name: numa\ndisk_format: qcow2\ncontainer_format: bare\nhw_numa_nodes: "1"\nhw_numa_cpus.0: ""\nhw_numa_mem.0: "2048"\n' },
    ],
    good: [{ manifest: 'name: numa\ndisk_format: qcow2\ncontainer_format: bare\nhw_numa_nodes: "2"\nhw_numa_cpus.0: 0,2\nhw_numa_cpus.1: 1,3\nhw_numa_mem.0: "2048"\nhw_numa_mem.1: "2048"\n' }],
  },
  reads: ['properties.hw_numa_cpus.0'],
  check(image, context) {
    const { entries, isKnown } = numaList('hw_numa_cpus', image, context);
    if (!isKnown || !asksForNuma(new NovaView(image, context))) return;
    if (entries.length === 0) return;
    const held = new Set<number>();
    for (const { text } of entries) {
      const cpus = cpuSpec(text);
      if (cpus === undefined) return;
      for (const cpu of cpus) held.add(cpu);
    }
    let cpu = 0;
    while (held.has(cpu)) cpu++;
    const at = ['properties', 'hw_numa_cpus.0'];
    if (held.size === 0) context.report({ message: 'none', at });
    else if (cpu < held.size) context.report({ message: 'missing', at, data: { cpu, last: Math.max(...held) } });
  },
});
