import { defineRule } from '../../src/model/rule.js';
import { asksForNuma, numaList } from '../../src/words/nova-numa.js';
import { NovaView } from '../../src/words/nova.js';
import { pythonInt } from '../../src/words/python.js';

export default defineRule({
  id: 'numa-memory-below-min-ram',
  topic: 'compute',
  summary: 'the memory of all NUMA nodes reaches min_ram',
  severity: 'error',
  consequence: { by: 'nova', when: 'boot', effect: 'rejected' },
  inRecord: { severity: 'warning', consequence: { by: 'nova', when: 'boot', effect: 'rejected' } },
  why: `The memory of the nodes must be exactly the flavor's memory, and the flavor must have \`min_ram\` at least. When the nodes
have less together, no flavor can satisfy both.`,
  source: ['nova nova/virt/hardware.py', 'nova nova/compute/api.py'],
  messages: {
    less: 'The NUMA nodes have {sum} MiB together, but min_ram asks for {minRam} MiB: no flavor fits both, so Nova refuses every server.',
    none: 'The NUMA nodes have {sum} MiB together: no flavor has so little memory, so Nova refuses every server.',
  },
  examples: {
    bad: [
      { manifest: 'name: numa\ndisk_format: qcow2\ncontainer_format: bare\nmin_ram: 8192\nhw_numa_nodes: "2"\nhw_numa_cpus.0: 0-1\nhw_numa_cpus.1: 2-3\nhw_numa_mem.0: "2048"\nhw_numa_mem.1: "2048"\n' },
      { manifest: 'name: numa\ndisk_format: qcow2\ncontainer_format: bare\nhw_numa_nodes: "1"\nhw_numa_cpus.0: 0-1\nhw_numa_mem.0: "0"\n' },
    ],
    good: [{ manifest: 'name: numa\ndisk_format: qcow2\ncontainer_format: bare\nmin_ram: 4096\nhw_numa_nodes: "2"\nhw_numa_cpus.0: 0-1\nhw_numa_cpus.1: 2-3\nhw_numa_mem.0: "2048"\nhw_numa_mem.1: "2048"\n' }],
  },
  reads: ['properties.hw_numa_mem.0'],
  check(image, context) {
    const { entries, isKnown } = numaList('hw_numa_mem', image, context);
    const sizes = entries.map(({ text }) => pythonInt(text));
    if (!isKnown || sizes.includes(undefined) || !asksForNuma(new NovaView(image, context))) return;
    const sum = sizes.reduce<number>((total, size) => total + Number(size), 0);
    const minRam = image.min_ram ?? 0;
    if (sum >= Math.max(minRam, 1)) return;
    context.report({ message: sum < 1 ? 'none' : 'less', at: ['properties', 'hw_numa_mem.0'], data: sum < 1 ? { sum } : { sum, minRam } });
  },
});
