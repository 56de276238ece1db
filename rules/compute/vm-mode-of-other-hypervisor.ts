import { hypervisorsFor } from '../../src/facts/hypervisors.js';
import { defineRule } from '../../src/model/rule.js';
import { NovaView } from '../../src/words/nova.js';
import { oneOf, show } from '../../src/words/show.js';

export default defineRule({
  id: 'vm-mode-of-other-hypervisor',
  topic: 'compute',
  summary: 'vm_mode is one that the hypervisor has',
  severity: 'error',
  consequence: { by: 'nova', when: 'boot', effect: 'fails' },
  inRecord: { severity: 'warning', consequence: { by: 'nova', when: 'boot', effect: 'fails' } },
  why: `Each host tells the scheduler which modes its hypervisor has: full virtualisation is \`hvm\`, containers are \`exe\`, \`xen\` and
\`uml\` mean guests that are made for these hypervisors. With a combination that no host has, the server ends in ERROR ("No valid
host was found").`,
  source: ['nova nova/scheduler/filters/image_props_filter.py', 'nova nova/virt/libvirt/driver.py'],
  messages: { contradiction: 'vm_mode is {mode}, but {hypervisor} hosts have only {modes}: no host matches, so servers fail to start.' },
  examples: {
    bad: [
      { manifest: 'name: debian\ndisk_format: qcow2\ncontainer_format: bare\nhypervisor_type: kvm\nvm_mode: xen\n' },
      { manifest: 'name: debian\ndisk_format: raw\ncontainer_format: bare\nhypervisor_type: lxc\nvm_mode: hvm\n' },
    ],
    good: [
      { manifest: 'name: debian\ndisk_format: qcow2\ncontainer_format: bare\nhypervisor_type: qemu\nvm_mode: HVM\n' },
      { manifest: 'name: debian\ndisk_format: vhd\ncontainer_format: bare\nhypervisor_type: xen\nvm_mode: xen\n' },
    ],
  },
  reads: ['properties.vm_mode', 'properties.hw_vm_mode'],
  check(image, context) {
    const nova = new NovaView(image, context);
    const mode = nova.get('hw_vm_mode');
    if (mode === undefined || nova.hypervisor === null) return;
    const modes = [...new Set(hypervisorsFor(nova.hypervisor).flatMap(({ vmModes }) => vmModes))];
    if (modes.length === 0 || modes.includes(mode.value)) return;
    context.report({
      message: 'contradiction',
      at: ['properties', mode.name],
      data: { mode: show(mode.value), hypervisor: show(nova.hypervisor), modes: oneOf(modes) },
    });
  },
});
