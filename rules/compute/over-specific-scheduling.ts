import { defineRule } from '../../src/model/rule.js';
import { NovaView } from '../../src/words/nova.js';
import { oneOf } from '../../src/words/show.js';

const WISHES = ['hw_architecture', 'img_hv_type', 'hw_vm_mode', 'img_hv_requested_version'] as const;

export default defineRule({
  id: 'over-specific-scheduling',
  topic: 'compute',
  summary: 'the image asks for no more of the host than it needs',
  severity: 'info',
  presets: ['strict'],
  consequence: { by: 'nova', when: 'boot', effect: 'unclear' },
  why: `The scheduler takes only hosts on which architecture, hypervisor, mode and version all match. An image that names three or
more of them finds "No valid host" on the next cloud, or after the next upgrade. The architecture is nearly always enough.`,
  source: ['nova nova/scheduler/filters/image_props_filter.py'],
  messages: { many: 'The image asks for a host by {names}: all must match, or there is no valid host. Keep the architecture if the others do not matter.' },
  examples: {
    bad: [{ manifest: 'name: debian\ndisk_format: qcow2\ncontainer_format: bare\narchitecture: x86_64\nhypervisor_type: qemu\nvm_mode: hvm\n' }],
    good: [{ manifest: 'name: debian\ndisk_format: qcow2\ncontainer_format: bare\narchitecture: x86_64\nhypervisor_type: qemu\n' }],
  },
  reads: ['properties.vm_mode', 'properties.hw_vm_mode', 'properties.hypervisor_version_requires', 'properties.img_hv_requested_version'],
  check(image, context) {
    const nova = new NovaView(image, context);
    const names = WISHES.flatMap((wish) => nova.get(wish)?.name ?? []);
    if (names.length < 3) return;
    context.report({ message: 'many', at: ['properties', names.at(-1) as string], onName: true, data: { names: oneOf(names).replace(/ or ([^,]*)$/, ' and $1') } });
  },
});
