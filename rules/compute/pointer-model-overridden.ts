import { defineRule } from '../../src/model/rule.js';
import { NovaView } from '../../src/words/nova.js';
import { show } from '../../src/words/show.js';

export default defineRule({
  id: 'pointer-model-overridden',
  topic: 'compute',
  summary: 'an image has hw_pointer_model or hw_input_bus, not both',
  severity: 'info',
  consequence: { by: 'nova', when: 'boot', effect: 'ignored' },
  why: `\`hw_pointer_model=usbtablet\` is the older way to ask for a tablet. Nova looks at \`hw_input_bus\` first and makes the tablet on
that bus.`,
  source: ['nova nova/virt/libvirt/driver.py'],
  messages: { overridden: 'hw_pointer_model "usbtablet" has no effect, because hw_input_bus is {bus}: the pointer is on that bus. Remove hw_pointer_model.' },
  examples: {
    bad: [{ manifest: 'name: desktop\ndisk_format: qcow2\ncontainer_format: bare\nhw_pointer_model: usbtablet\nhw_input_bus: virtio\n' }],
    good: [
      { manifest: 'name: desktop\ndisk_format: qcow2\ncontainer_format: bare\nhw_pointer_model: usbtablet\n' },
      { manifest: 'name: desktop\ndisk_format: qcow2\ncontainer_format: bare\nhw_pointer_model: usbtablet\nhw_input_bus: usb\n', note: 'for releases before Wallaby' },
    ],
  },
  reads: ['properties.hw_pointer_model'],
  check(image, context) {
    const nova = new NovaView(image, context);
    const bus = nova.get('hw_input_bus');
    if (nova.get('hw_pointer_model') === undefined || bus === undefined || bus.value === 'usb') return;
    context.report({ message: 'overridden', at: ['properties', 'hw_pointer_model'], data: { bus: show(bus.value) } });
  },
});
