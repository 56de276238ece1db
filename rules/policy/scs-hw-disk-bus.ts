import { SCS_DISK_BUSES } from '../../src/facts/scs.js';
import { defineRule } from '../../src/model/rule.js';
import { isProviderImage, NOT_CONFORMANT } from '../../src/words/scs.js';
import { oneOf, show } from '../../src/words/show.js';

export default defineRule({
  id: 'scs-hw-disk-bus',
  topic: 'policy',
  summary: 'hw_disk_bus is virtio or scsi',
  severity: 'error',
  consequence: NOT_CONFORMANT,
  presets: ['scs'],
  why: `SCS-0102 recommends \`scsi\`, together with \`hw_scsi_model\`; the conformance test takes \`virtio\` and \`scsi\` and fails
with every other bus that is written.`,
  source: ['SovereignCloudStack/standards Standards/scs-0102-v1-image-metadata.md', 'SovereignCloudStack/standards Tests/iaas/scs_0102_image_metadata/image_metadata.py'],
  messages: {
    unknown: 'hw_disk_bus is {value}, but the conformance test of SCS-0102 takes {allowed} only.',
  },
  examples: {
    bad: [
      { manifest: 'name: FreeBSD 14\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nhw_disk_bus: sata\n' },
    ],
    good: [
      { manifest: 'name: Debian 12\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nhw_disk_bus: scsi\nhw_scsi_model: virtio-scsi\n' },
      { manifest: 'name: FreeBSD 14\nvisibility: shared\ndisk_format: qcow2\ncontainer_format: bare\nhw_disk_bus: sata\n' },
    ],
  },
  reads: ['properties.hw_disk_bus'],
  check(image, { report }) {
    const { hw_disk_bus: value } = image.properties;
    if (!value || !isProviderImage(image) || SCS_DISK_BUSES.includes(value)) return;
    report({ message: 'unknown', at: ['properties', 'hw_disk_bus'], data: { value: show(value), allowed: oneOf(SCS_DISK_BUSES) } });
  },
});
