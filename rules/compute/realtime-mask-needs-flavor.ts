import { defineRule } from '../../src/model/rule.js';

export default defineRule({
  id: 'realtime-mask-needs-flavor',
  topic: 'compute',
  summary: 'an image has no realtime mask, which works only with a realtime flavor',
  severity: 'info',
  consequence: { by: 'nova', when: 'boot', effect: 'ignored' },
  why: `Nova reads \`hw_cpu_realtime_mask\` only for flavors with \`hw:cpu_realtime=true\`. No image property asks for realtime CPUs.`,
  source: ['nova nova/virt/hardware.py'],
  messages: { alone: 'hw_cpu_realtime_mask has an effect only with flavors that set hw:cpu_realtime.' },
  examples: {
    bad: [{ manifest: 'name: rt\ndisk_format: qcow2\ncontainer_format: bare\nhw_cpu_policy: dedicated\nhw_cpu_realtime_mask: ^0-1\n' }],
    good: [{ manifest: 'name: rt\ndisk_format: qcow2\ncontainer_format: bare\nhw_cpu_policy: dedicated\n' }],
  },
  reads: ['properties.hw_cpu_realtime_mask'],
  check(image, { report }) {
    if ((image.properties['hw_cpu_realtime_mask'] ?? '') !== '') report({ message: 'alone', at: ['properties', 'hw_cpu_realtime_mask'] });
  },
});
