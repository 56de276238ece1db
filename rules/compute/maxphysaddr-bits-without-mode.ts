import { defineRule } from '../../src/model/rule.js';
import { NovaView } from '../../src/words/nova.js';

export default defineRule({
  id: 'maxphysaddr-bits-without-mode',
  topic: 'compute',
  summary: 'an image with a width of physical addresses has the mode that uses it',
  severity: 'warning',
  consequence: { by: 'nova', when: 'boot', effect: 'ignored' },
  why: `\`hw_maxphysaddr_bits\` takes part in the choice of the host, but the guest gets the width only with
\`hw_maxphysaddr_mode\`, of the image or of the flavor.`,
  source: ['nova nova/virt/libvirt/driver.py', 'nova nova/scheduler/filters/compute_capabilities_filter.py'],
  messages: { noMode: 'hw_maxphysaddr_bits has no effect on the guest, because hw_maxphysaddr_mode is missing. Add hw_maxphysaddr_mode "emulate".' },
  examples: {
    bad: [{ manifest: 'name: large\ndisk_format: qcow2\ncontainer_format: bare\nhw_maxphysaddr_bits: "42"\n' }],
    good: [
      { manifest: 'name: large\ndisk_format: qcow2\ncontainer_format: bare\nhw_maxphysaddr_mode: emulate\nhw_maxphysaddr_bits: "42"\n' },
      { manifest: 'name: large\ndisk_format: qcow2\ncontainer_format: bare\nhw_maxphysaddr_mode: passthrough\n' },
    ],
  },
  reads: ['properties.hw_maxphysaddr_bits'],
  check(image, context) {
    const nova = new NovaView(image, context);
    if (nova.get('hw_maxphysaddr_bits') === undefined || !nova.lacks('hw_maxphysaddr_mode')) return;
    context.report({ message: 'noMode', at: ['properties', 'hw_maxphysaddr_bits'] });
  },
});
