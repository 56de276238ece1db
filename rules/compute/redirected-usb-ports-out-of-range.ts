import { defineRule } from '../../src/model/rule.js';
import { NovaView } from '../../src/words/nova.js';

const MOST = 15;

export default defineRule({
  id: 'redirected-usb-ports-out-of-range',
  topic: 'compute',
  summary: 'hw_redirected_usb_ports is a number from 0 to 15',
  severity: 'error',
  consequence: { by: 'nova', when: 'boot', effect: 'fails' },
  inRecord: { severity: 'warning', consequence: { by: 'nova', when: 'boot', effect: 'fails' } },
  why: 'Nova makes 15 ports for redirected USB devices at most. Servers from an image that asks for more, or for fewer than none, fail.',
  source: ['nova nova/virt/hardware.py', 'nova doc/source/admin/remote-console-access.rst'],
  messages: { outOfRange: 'hw_redirected_usb_ports is {ports}, but Nova makes 0 to {most} ports: servers fail to start.' },
  examples: {
    bad: [{ manifest: 'name: desktop\ndisk_format: qcow2\ncontainer_format: bare\nhw_usb_model: qemu-xhci\nhw_redirected_usb_ports: "16"\n' }],
    good: [{ manifest: 'name: desktop\ndisk_format: qcow2\ncontainer_format: bare\nhw_usb_model: qemu-xhci\nhw_redirected_usb_ports: "15"\n' }],
  },
  reads: ['properties.hw_redirected_usb_ports'],
  check(image, context) {
    const ports = new NovaView(image, context).integer('hw_redirected_usb_ports');
    if (ports === undefined || (ports.value >= 0 && ports.value <= MOST)) return;
    context.report({ message: 'outOfRange', at: ['properties', ports.name], data: { ports: ports.value, most: MOST } });
  },
});
