import { defineRule } from '../../src/model/rule.js';
import { extraSpecOf } from '../../src/words/extra-spec.js';
import { clip } from '../../src/words/show.js';

export default defineRule({
  id: 'flavor-only-property',
  topic: 'compute',
  summary: 'the image does not ask for what only flavors can ask for',
  severity: 'warning',
  consequence: { by: 'nova', when: 'boot', effect: 'ignored' },
  why: `Many things can be asked for by the flavor (\`hw:cpu_policy\`) and by the image (\`hw_cpu_policy\`), but not all.
Persistent memory, realtime CPUs, the policy for emulator threads and a few others are read from the flavor alone. As
image properties they are stored, and nobody looks at them.`,
  source: ['nova nova/virt/hardware.py', 'nova nova/objects/image_meta.py', 'nova doc/source/configuration/extra-specs.rst'],
  messages: { flavorOnly: '{name} has no effect: Nova reads "{extraSpec}" from flavors only.' },
  examples: {
    bad: [
      { manifest: 'name: database\ndisk_format: qcow2\ncontainer_format: bare\nhw_pmem: 6GB\n' },
      { manifest: 'name: telco\ndisk_format: qcow2\ncontainer_format: bare\nproperties:\n  hw_cpu_realtime: "yes"\n  resources:VGPU: "1"\n', count: 2 },
    ],
    good: [
      { manifest: 'name: telco\ndisk_format: qcow2\ncontainer_format: bare\nhw_cpu_policy: dedicated\nhw_cpu_realtime_mask: ^0-1\nhw_mem_page_size: large\n' },
    ],
  },
  reads: ['*'],
  check({ properties }, { cloud, report }) {
    for (const name in properties) {
      const extraSpec = extraSpecOf(name);
      if (extraSpec === undefined || cloud.siteProperties.includes(name)) continue;
      report({ message: 'flavorOnly', at: ['properties', name], onName: true, data: { name: clip(name), extraSpec: clip(extraSpec) } });
    }
  },
});
