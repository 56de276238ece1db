import { defineRule } from '../../src/model/rule.js';
import { NovaView } from '../../src/words/nova.js';

const FIRST = ['hw_numa_cpus.0', 'hw_numa_mem.0'] as const;

export default defineRule({
  id: 'numa-lists-unused',
  topic: 'compute',
  summary: 'an image that lays out NUMA nodes asks for them',
  severity: 'warning',
  consequence: { by: 'nova', when: 'boot', effect: 'ignored' },
  why: `Nova looks at \`hw_numa_cpus.N\` and \`hw_numa_mem.N\` only when something asks for NUMA nodes: \`hw_numa_nodes\`, a page size or
pinned CPUs, in the image or in the flavor.`,
  source: ['nova nova/virt/hardware.py'],
  messages: { unused: '{name} has no effect, because the image does not ask for NUMA nodes, unless the flavor does. Add hw_numa_nodes.' },
  examples: {
    bad: [{ manifest: 'name: numa\ndisk_format: qcow2\ncontainer_format: bare\nhw_numa_cpus.0: 0-3\nhw_numa_mem.0: "2048"\n' }],
    good: [
      { manifest: 'name: numa\ndisk_format: qcow2\ncontainer_format: bare\nhw_numa_nodes: "1"\nhw_numa_cpus.0: 0-3\nhw_numa_mem.0: "2048"\n' },
      { manifest: 'name: numa\ndisk_format: qcow2\ncontainer_format: bare\nhw_cpu_policy: dedicated\nhw_numa_cpus.0: 0-3\nhw_numa_mem.0: "2048"\n' },
    ],
  },
  reads: FIRST.map((name) => `properties.${name}`),
  check(image, context) {
    const nova = new NovaView(image, context);
    const isUnused = nova.lacks('hw_numa_nodes') && nova.lacks('hw_mem_page_size') && nova.isNot('hw_cpu_policy', 'dedicated', 'mixed');
    const name = FIRST.find((one) => image.properties[one] !== undefined);
    if (isUnused && name !== undefined) context.report({ message: 'unused', at: ['properties', name], onName: true, data: { name } });
  },
});
