import { defineRule } from '../../src/model/rule.js';
import { NovaView } from '../../src/words/nova.js';

export default defineRule({
  id: 'ramdisk-without-kernel',
  topic: 'compute',
  summary: 'an image with a ramdisk names its kernel',
  severity: 'warning',
  consequence: { by: 'nova', when: 'boot', effect: 'ignored' },
  why: `Nova hands a ramdisk to the guest only together with a kernel. Without \`kernel_id\` the guest boots from its disk and
\`ramdisk_id\` is not used.`,
  source: ['nova nova/virt/libvirt/driver.py'],
  messages: { noKernel: 'ramdisk_id has no effect, because the image has no kernel_id: the guest boots from its disk.' },
  examples: {
    bad: [{ manifest: 'name: cirros\ndisk_format: ami\ncontainer_format: ami\nramdisk_id: 0b3c4d5e-6f70-4182-93a4-b5c6d7e8f901\n' }],
    good: [{
      manifest: `name: cirros
disk_format: ami
container_format: ami
kernel_id: 0b3c4d5e-6f70-4182-93a4-b5c6d7e8f902
ramdisk_id: 0b3c4d5e-6f70-4182-93a4-b5c6d7e8f901
`,
    }],
  },
  reads: ['properties.ramdisk_id'],
  check(image, context) {
    const ramdisk = image.properties['ramdisk_id'] ?? '';
    if (ramdisk === '' || !context.isAbsent('properties.kernel_id') || !new NovaView(image, context).mayUseQemu) return;
    context.report({ message: 'noKernel', at: ['properties', 'ramdisk_id'] });
  },
});
