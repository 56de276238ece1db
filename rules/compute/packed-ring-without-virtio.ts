import { defineRule } from '../../src/model/rule.js';
import { NovaView } from '../../src/words/nova.js';

export default defineRule({
  id: 'packed-ring-without-virtio',
  topic: 'compute',
  summary: 'an image with packed virtio queues has a virtio device',
  severity: 'warning',
  consequence: { by: 'nova', when: 'boot', effect: 'ignored' },
  why: `\`hw_virtio_packed_ring\` changes the queues of virtio disks and network cards. When the image asks for other disks and other
cards, there is nothing to change.`,
  source: ['nova nova/virt/libvirt/driver.py', 'nova nova/virt/libvirt/designer.py'],
  messages: { noVirtio: 'hw_virtio_packed_ring has no effect, because neither hw_vif_model nor hw_disk_bus is a virtio device.' },
  examples: {
    bad: [{ manifest: 'name: win\ndisk_format: qcow2\ncontainer_format: bare\nhw_vif_model: e1000e\nhw_disk_bus: sata\nhw_virtio_packed_ring: "true"\n' }],
    good: [
      { manifest: 'name: linux\ndisk_format: qcow2\ncontainer_format: bare\nhw_virtio_packed_ring: "true"\n' },
      { manifest: 'name: linux\ndisk_format: qcow2\ncontainer_format: bare\nhw_vif_model: e1000e\nhw_disk_bus: scsi\nhw_scsi_model: virtio-scsi\nhw_virtio_packed_ring: "true"\n' },
    ],
  },
  reads: ['properties.hw_virtio_packed_ring'],
  check(image, context) {
    const nova = new NovaView(image, context);
    const [card, bus] = [nova.get('hw_vif_model'), nova.get('hw_disk_bus')];
    if (!nova.is('hw_virtio_packed_ring', 'true') || card === undefined || bus === undefined) return;
    if (card.value === 'virtio' || bus.value === 'virtio' || bus.value === 'scsi') return;
    context.report({ message: 'noVirtio', at: ['properties', 'hw_virtio_packed_ring'] });
  },
});
