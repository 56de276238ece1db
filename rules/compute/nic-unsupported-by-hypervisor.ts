import { hypervisorsFor } from '../../src/facts/hypervisors.js';
import { defineRule } from '../../src/model/rule.js';
import { NovaView } from '../../src/words/nova.js';
import { oneOf, show } from '../../src/words/show.js';

export default defineRule({
  id: 'nic-unsupported-by-hypervisor',
  topic: 'compute',
  summary: 'network cards are of a model that the hypervisor has',
  severity: 'error',
  consequence: { by: 'nova', when: 'boot', effect: 'fails' },
  inRecord: { severity: 'warning', consequence: { by: 'nova', when: 'boot', effect: 'fails' } },
  why: `Nova knows the network cards of several hypervisors by name. The driver on the host checks whether its own hypervisor has the
model; if not, the server ends in ERROR. The VMware models do not work with QEMU (but for vmxnet3), nor virtio with VMware.`,
  source: ['nova nova/virt/libvirt/vif.py', 'nova nova/virt/vmwareapi/vm_util.py'],
  messages: { unsupported: 'hw_vif_model is {model}, but {hypervisor} guests have only {models}: servers fail to start.' },
  examples: {
    bad: [
      { manifest: 'name: photon\ndisk_format: vmdk\ncontainer_format: bare\nhypervisor_type: vmware\nhw_vif_model: virtio\n' },
      { manifest: 'name: photon\ndisk_format: qcow2\ncontainer_format: bare\nhw_vif_model: VirtualVmxnet\n', cloud: { hypervisor: 'kvm' } },
    ],
    good: [
      { manifest: 'name: photon\ndisk_format: vmdk\ncontainer_format: bare\nhypervisor_type: vmware\nhw_vif_model: VirtualVmxnet3\n' },
      { manifest: 'name: win\ndisk_format: qcow2\ncontainer_format: bare\nhypervisor_type: qemu\nhw_vif_model: e1000e\n' },
      { manifest: 'name: any\ndisk_format: qcow2\ncontainer_format: bare\nhw_vif_model: vmxnet\n', note: 'the hypervisor is not told' },
    ],
  },
  reads: ['properties.hw_vif_model'],
  check(image, context) {
    const nova = new NovaView(image, context);
    const card = nova.get('hw_vif_model');
    if (card === undefined || nova.hypervisor === null) return;
    const candidates = hypervisorsFor(nova.hypervisor);
    if (candidates.length === 0 || candidates.some(({ vifModels }) => vifModels === undefined || vifModels.includes(card.value))) return;
    context.report({
      message: 'unsupported',
      at: ['properties', card.name],
      data: { model: show(card.value), hypervisor: show(nova.hypervisor), models: oneOf(candidates[0]?.vifModels ?? []) || 'the host\'s own' },
    });
  },
});
