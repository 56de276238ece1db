import { SCS_DISK_BUSES } from '../../src/facts/scs.js';
import { defineRule } from '../../src/model/rule.js';
import { AGAINST_THE_TEXT, isProviderImage, NOT_CONFORMANT } from '../../src/words/scs.js';
import { oneOf, show } from '../../src/words/show.js';

export default defineRule({
  id: 'scs-hw-disk-bus',
  topic: 'policy',
  summary: 'hw_disk_bus is virtio or scsi',
  severity: 'error',
  consequence: NOT_CONFORMANT,
  presets: ['scs'],
  why: `SCS-0102 recommends \`scsi\`, and then \`hw_scsi_model\` as well; the conformance test takes \`virtio\` and \`scsi\` and fails
with every other bus that is written.`,
  source: ['SovereignCloudStack/standards Standards/scs-0102-v1-image-metadata.md', 'SovereignCloudStack/standards Tests/iaas/scs_0102_image_metadata/image_metadata.py'],
  messages: {
    unknown: 'hw_disk_bus is {value}, but the conformance test of SCS-0102 takes {allowed} only.',
    model: 'hw_disk_bus is "scsi"; SCS-0102 recommends to set hw_scsi_model, too, usually to "virtio-scsi".',
  },
  examples: {
    bad: [
      { manifest: 'name: FreeBSD 14\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nhw_disk_bus: sata\n' },
      { manifest: 'name: Debian 12\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nhw_disk_bus: scsi\n', note: 'only for your information' },
    ],
    good: [
      { manifest: 'name: Debian 12\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nhw_disk_bus: scsi\nhw_scsi_model: virtio-scsi\n' },
      { manifest: 'name: FreeBSD 14\nvisibility: shared\ndisk_format: qcow2\ncontainer_format: bare\nhw_disk_bus: sata\n' },
    ],
  },
  reads: ['properties.hw_disk_bus'],
  check(image, { isAbsent, report }) {
    const { hw_disk_bus: value } = image.properties;
    if (!value || !isProviderImage(image)) return;
    const at = ['properties', 'hw_disk_bus'];
    if (!SCS_DISK_BUSES.includes(value)) report({ message: 'unknown', at, data: { value: show(value), allowed: oneOf(SCS_DISK_BUSES) } });
    else if (value === 'scsi' && isAbsent('properties.hw_scsi_model')) report({ message: 'model', at, severity: 'info', consequence: AGAINST_THE_TEXT });
  },
});
