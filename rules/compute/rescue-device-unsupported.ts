import { defineRule } from '../../src/model/rule.js';
import { NovaView } from '../../src/words/nova.js';

export default defineRule({
  id: 'rescue-device-unsupported',
  topic: 'compute',
  summary: 'the rescue device is one that libvirt can attach',
  severity: 'error',
  consequence: { by: 'nova', when: 'always', effect: 'fails' },
  inRecord: { severity: 'warning', consequence: { by: 'nova', when: 'always', effect: 'fails' } },
  why: `Nova's list of device types has \`fs\`, which is for containers. The libvirt driver, the only one with stable rescue, refuses it
when somebody rescues a server with the image.`,
  source: ['nova nova/virt/libvirt/blockinfo.py get_rescue_device'],
  messages: { filesystem: 'hw_rescue_device is "fs", which libvirt cannot attach: every rescue with this image fails. Write "disk" or "cdrom".' },
  examples: {
    bad: [{ manifest: 'name: rescue\ndisk_format: qcow2\ncontainer_format: bare\nhw_rescue_device: fs\nhw_rescue_bus: virtio\n' }],
    good: [{ manifest: 'name: rescue\ndisk_format: qcow2\ncontainer_format: bare\nhw_rescue_device: disk\nhw_rescue_bus: virtio\n' }],
  },
  reads: ['properties.hw_rescue_device'],
  check(image, context) {
    if (!new NovaView(image, context).is('hw_rescue_device', 'fs')) return;
    context.report({ message: 'filesystem', at: ['properties', 'hw_rescue_device'] });
  },
});
