import { defineRule } from '../../src/model/rule.js';
import { NovaView } from '../../src/words/nova.js';

export default defineRule({
  id: 'rescue-half-set',
  topic: 'compute',
  summary: 'a rescue image names both device and bus',
  severity: 'info',
  consequence: { by: 'nova', when: 'always', effect: 'rejected' },
  why: `Either of \`hw_rescue_device\` and \`hw_rescue_bus\` switches to stable rescue. But Nova rescues a server that boots from a volume
only with an image that has both, and answers 400 otherwise.`,
  source: ['nova nova/compute/api.py rescue', 'nova nova/virt/hardware.py check_hw_rescue_props', 'nova doc/source/user/rescue.rst'],
  messages: { half: 'The image sets {present} but not {missing}: servers that boot from a volume cannot be rescued with it.' },
  examples: {
    bad: [
      { manifest: 'name: rescue\ndisk_format: qcow2\ncontainer_format: bare\nhw_rescue_bus: virtio\n' },
      { manifest: 'name: rescue\ndisk_format: iso\ncontainer_format: bare\nhw_rescue_device: cdrom\n' },
    ],
    good: [{ manifest: 'name: rescue\ndisk_format: qcow2\ncontainer_format: bare\nhw_rescue_bus: virtio\nhw_rescue_device: disk\n' }],
  },
  reads: ['properties.hw_rescue_device', 'properties.hw_rescue_bus'],
  check(image, context) {
    const nova = new NovaView(image, context);
    for (const [present, missing] of [['hw_rescue_device', 'hw_rescue_bus'], ['hw_rescue_bus', 'hw_rescue_device']] as const) {
      if (nova.get(present) !== undefined && nova.lacks(missing)) context.report({ message: 'half', at: ['properties', present], data: { present, missing } });
    }
  },
});
