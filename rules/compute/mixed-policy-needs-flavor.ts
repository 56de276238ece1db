import { defineRule } from '../../src/model/rule.js';
import { NovaView } from '../../src/words/nova.js';

export default defineRule({
  id: 'mixed-policy-needs-flavor',
  topic: 'compute',
  summary: 'an image does not ask for the mixed CPU policy, which only a flavor can complete',
  severity: 'warning',
  consequence: { by: 'nova', when: 'boot', effect: 'rejected' },
  why: `Under the policy \`mixed\` some CPUs are pinned and others float. Which ones is said by \`hw:cpu_dedicated_mask\`, or by the
realtime mask of a realtime flavor; no image property does. With ordinary flavors Nova's API answers 400.`,
  source: ['nova nova/virt/hardware.py'],
  messages: { incomplete: 'hw_cpu_policy is "mixed", but only a flavor can say which CPUs are pinned: Nova refuses servers unless the flavor does, with hw:cpu_dedicated_mask for example.' },
  examples: {
    bad: [{ manifest: 'name: nfv\ndisk_format: qcow2\ncontainer_format: bare\nhw_cpu_policy: mixed\n' }],
    good: [{ manifest: 'name: nfv\ndisk_format: qcow2\ncontainer_format: bare\nhw_cpu_policy: dedicated\n' }],
  },
  reads: ['properties.hw_cpu_policy'],
  check(image, context) {
    if (!new NovaView(image, context).is('hw_cpu_policy', 'mixed')) return;
    context.report({ message: 'incomplete', at: ['properties', 'hw_cpu_policy'] });
  },
});
