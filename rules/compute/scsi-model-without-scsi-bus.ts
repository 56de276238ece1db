import { defineRule } from '../../src/model/rule.js';
import { NovaView } from '../../src/words/nova.js';
import { show } from '../../src/words/show.js';

const BUSES = ['hw_disk_bus', 'hw_cdrom_bus', 'hw_rescue_bus'] as const;

export default defineRule({
  id: 'scsi-model-without-scsi-bus',
  topic: 'compute',
  summary: 'an image with a SCSI controller puts something on it',
  severity: 'warning',
  consequence: { by: 'nova', when: 'boot', effect: 'ignored' },
  why: `\`hw_scsi_model\` adds a SCSI controller. Disks go to it only with \`hw_disk_bus=scsi\`; otherwise they stay on virtio-blk, and
discard and many-disk setups that rely on virtio-scsi do not work.`,
  source: ['nova nova/virt/libvirt/driver.py', 'nova nova/virt/libvirt/blockinfo.py'],
  messages: {
    noBus: '{name} is {model}, but hw_disk_bus is missing: the controller stays empty and disks go to virtio-blk. Add hw_disk_bus "scsi".',
    otherBus: '{name} is {model}, but hw_disk_bus is {bus}: the controller stays empty.',
  },
  examples: {
    bad: [
      { manifest: 'name: debian\ndisk_format: qcow2\ncontainer_format: bare\nhw_scsi_model: virtio-scsi\n' },
      { manifest: 'name: debian\ndisk_format: qcow2\ncontainer_format: bare\nhw_disk_bus: virtio\nhw_scsi_model: virtio-scsi\n', note: 'does no harm, so only an info' },
    ],
    good: [
      { manifest: 'name: debian\ndisk_format: qcow2\ncontainer_format: bare\nhw_disk_bus: scsi\nhw_scsi_model: virtio-scsi\n' },
      { manifest: 'name: installer\ndisk_format: iso\ncontainer_format: bare\nhw_cdrom_bus: scsi\nhw_scsi_model: virtio-scsi\n' },
      { manifest: 'name: debian\ndisk_format: qcow2\ncontainer_format: bare\narchitecture: aarch64\nhw_scsi_model: virtio-scsi\n', note: 'CD-ROM drives are on SCSI there' },
    ],
  },
  reads: ['properties.hw_scsi_model', 'properties.vmware_adaptertype'],
  check(image, context) {
    const nova = new NovaView(image, context);
    const model = nova.get('hw_scsi_model');
    if (model === undefined || !nova.mayUseQemu || !BUSES.every((bus) => nova.isNot(bus, 'scsi'))) return;
    // CD-ROM drives are on SCSI by default on most other architectures.
    if (!nova.isForX86 && nova.lacks('hw_cdrom_bus')) return;
    const bus = nova.get('hw_disk_bus');
    const at = ['properties', model.name];
    const data = { name: model.name, model: show(image.properties[model.name]) };
    if (bus === undefined) context.report({ message: 'noBus', at, data });
    else context.report({ message: 'otherBus', at, data: { ...data, bus: show(bus.value) }, severity: 'info' });
  },
});
