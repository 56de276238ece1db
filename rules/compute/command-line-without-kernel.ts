import { defineRule } from '../../src/model/rule.js';
import { NovaView } from '../../src/words/nova.js';

export default defineRule({
  id: 'command-line-without-kernel',
  topic: 'compute',
  summary: 'an image with a kernel command line names its kernel',
  severity: 'warning',
  consequence: { by: 'nova', when: 'boot', effect: 'ignored' },
  why: `Nova gives the guest a command line only with a kernel of its own, an image that \`kernel_id\` names. A guest that boots from
its disk gets its command line from the boot loader in the image.`,
  source: ['nova nova/virt/libvirt/driver.py'],
  messages: { noKernel: 'os_command_line has no effect, because the image has no kernel_id: the guest\'s own boot loader decides.' },
  examples: {
    bad: [
      { manifest: 'name: debian\ndisk_format: qcow2\ncontainer_format: bare\nos_command_line: console=ttyS0\n' },
      { manifest: 'name: debian\ndisk_format: qcow2\ncontainer_format: bare\nkernel_id: nokernel\nos_command_line: console=ttyS0\n' },
    ],
    good: [{ manifest: 'name: debian\ndisk_format: ami\ncontainer_format: ami\nkernel_id: 0b3c4d5e-6f70-4182-93a4-b5c6d7e8f902\nos_command_line: console=ttyS0\n' }],
  },
  reads: ['properties.os_command_line'],
  check(image, context) {
    const { properties } = image;
    if ((properties['os_command_line'] ?? '') === '' || !new NovaView(image, context).mayUseQemu) return;
    if (!context.isAbsent('properties.kernel_id') && properties['kernel_id'] !== 'nokernel') return;
    context.report({ message: 'noKernel', at: ['properties', 'os_command_line'] });
  },
});
