import { defineRule } from '../../src/model/rule.js';
import { cpuSpec } from '../../src/words/cpu-spec.js';
import { asksForNuma, numaList } from '../../src/words/nova-numa.js';
import { NovaView } from '../../src/words/nova.js';

export default defineRule({
  id: 'numa-cpu-in-two-nodes',
  topic: 'compute',
  summary: 'each CPU belongs to one NUMA node',
  severity: 'error',
  consequence: { by: 'nova', when: 'boot', effect: 'rejected' },
  inRecord: { severity: 'warning', consequence: { by: 'nova', when: 'boot', effect: 'rejected' } },
  why: 'Nova\'s API answers 400 when a CPU stands in two of the lists `hw_numa_cpus.N`.',
  source: ['nova nova/virt/hardware.py'],
  messages: { twice: 'CPU {cpu} is in {first} and in {second}: a CPU belongs to one NUMA node, so Nova refuses every server.' },
  examples: {
    bad: [{ manifest: 'name: numa\ndisk_format: qcow2\ncontainer_format: bare\nhw_numa_nodes: "2"\nhw_numa_cpus.0: 0-4\nhw_numa_cpus.1: 4-7\nhw_numa_mem.0: "2048"\nhw_numa_mem.1: "2048"\n' }],
    good: [{ manifest: 'name: numa\ndisk_format: qcow2\ncontainer_format: bare\nhw_numa_nodes: "2"\nhw_numa_cpus.0: 0-7,^4\nhw_numa_cpus.1: "4"\nhw_numa_mem.0: "2048"\nhw_numa_mem.1: "2048"\n' }],
  },
  reads: ['properties.hw_numa_cpus.1'],
  check(image, context) {
    const { entries } = numaList('hw_numa_cpus', image, context);
    if (!asksForNuma(new NovaView(image, context))) return;
    const owner = new Map<number, string>();
    for (const { name, text } of entries) {
      const cpus = [...cpuSpec(text) ?? []];
      const cpu = cpus.find((one) => owner.has(one));
      if (cpu !== undefined) {
        const first = owner.get(cpu) as string;
        context.report({
          message: 'twice',
          at: ['properties', name],
          data: { cpu, first, second: name },
          related: [{ message: 'it is here as well', at: ['properties', first] }],
        });
      }
      for (const one of cpus) owner.set(one, name);
    }
  },
});
