import { defineRule } from '../../src/model/rule.js';
import { NovaView } from '../../src/words/nova.js';

export default defineRule({
  id: 'scsi-bus-without-model',
  topic: 'compute',
  summary: 'an image with SCSI disks names the SCSI controller',
  severity: 'warning',
  consequence: { by: 'nova', when: 'boot', effect: 'unclear' },
  why: `Without \`hw_scsi_model\` Nova leaves the controller to libvirt, which mostly takes an emulated LSI one on x86. Many cloud images have
no driver for it and find no root disk. People who write \`hw_disk_bus=scsi\` nearly always mean virtio-scsi.`,
  source: ['nova nova/virt/libvirt/driver.py', 'libvirt src/qemu/qemu_domain.c'],
  messages: { noModel: 'hw_disk_bus is "scsi", but hw_scsi_model is missing: libvirt then chooses the controller, on x86 mostly an LSI one, for which many guests have no driver. Add hw_scsi_model "virtio-scsi".' },
  examples: {
    bad: [{ manifest: 'name: debian\ndisk_format: qcow2\ncontainer_format: bare\nhw_disk_bus: scsi\n' }],
    good: [
      { manifest: 'name: debian\ndisk_format: qcow2\ncontainer_format: bare\nhw_disk_bus: scsi\nhw_scsi_model: virtio-scsi\n' },
      { manifest: 'name: photon\ndisk_format: vmdk\ncontainer_format: bare\nhypervisor_type: vmware\nvmware_adaptertype: lsiLogic\n', note: 'the adapter type is the model' },
      { manifest: 'name: debian\ndisk_format: qcow2\ncontainer_format: bare\narchitecture: s390x\nhw_disk_bus: scsi\n', note: 'libvirt takes virtio-scsi there' },
    ],
  },
  reads: ['properties.hw_disk_bus'],
  check(image, context) {
    const nova = new NovaView(image, context);
    if (!nova.mayUseQemu || !nova.isForX86 || image.disk_format === 'vmdk' || !nova.is('hw_disk_bus', 'scsi') || !nova.lacks('hw_scsi_model')) return;
    context.report({ message: 'noModel', at: ['properties', 'hw_disk_bus'] });
  },
});
