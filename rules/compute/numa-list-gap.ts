import { defineRule } from '../../src/model/rule.js';
import { numaList } from '../../src/words/nova-numa.js';

const LISTS = ['hw_numa_cpus', 'hw_numa_mem'] as const;

export default defineRule({
  id: 'numa-list-gap',
  topic: 'compute',
  summary: 'the lists of NUMA nodes count from 0 without gaps',
  severity: 'warning',
  consequence: { by: 'nova', when: 'boot', effect: 'ignored' },
  why: `Nova reads \`hw_numa_cpus.0\`, \`hw_numa_cpus.1\` and so on, and stops at the first number that is missing. What comes after
it does not exist for Nova.`,
  source: ['nova nova/objects/image_meta.py'],
  messages: { unreached: 'Nova never reads {name}, because {missing} is missing: the nodes count from 0 without gaps.' },
  examples: {
    bad: [
      { manifest: 'name: numa\ndisk_format: qcow2\ncontainer_format: bare\nhw_numa_nodes: "2"\nhw_numa_cpus.0: 0-3\nhw_numa_cpus.2: 4-7\nhw_numa_mem.0: "2048"\nhw_numa_mem.1: "2048"\n' },
      { manifest: 'name: numa\ndisk_format: qcow2\ncontainer_format: bare\nhw_numa_nodes: "1"\nhw_numa_cpus.1: 0-3\nhw_numa_mem.1: "2048"\n', count: 2, note: 'the first node is 0' },
    ],
    good: [{ manifest: 'name: numa\ndisk_format: qcow2\ncontainer_format: bare\nhw_numa_nodes: "2"\nhw_numa_cpus.0: 0-3\nhw_numa_cpus.1: 4-7\nhw_numa_mem.0: "2048"\nhw_numa_mem.1: "2048"\n' }],
  },
  reads: LISTS.flatMap((list) => Array.from({ length: 127 }, (_, index) => `properties.${list}.${index + 1}`)),
  check(image, context) {
    for (const list of LISTS) {
      const { entries, unreached } = numaList(list, image, context);
      for (const name of unreached) {
        context.report({ message: 'unreached', at: ['properties', name], onName: true, data: { name, missing: `${list}.${entries.length}` } });
      }
    }
  },
});
