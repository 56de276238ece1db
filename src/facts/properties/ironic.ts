import type { PropertyFact } from './property-fact.js';
import { exactly, text, UUID } from './values.js';

const read = { readers: ['ironic'], source: ['ironic ironic/common/images.py', 'ironic ironic/drivers/modules/deploy_utils.py'] } as const;

/** What Ironic reads of an image, beside kernel_id and ramdisk_id. */
export const IRONIC_PROPERTIES: readonly PropertyFact[] = [
  { ...read, name: 'img_type', summary: 'whether the image is a whole disk or one partition', value: exactly(['whole-disk', 'partition'], { guesses: { whole_disk: 'whole-disk', disk: 'whole-disk', part: 'partition' } }), example: 'whole-disk' },
  { ...read, name: 'stage2_id', summary: 'image with the second stage of an Anaconda installation', value: UUID, example: '6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e' },
  { ...read, name: 'ks_template', summary: 'kickstart template of an Anaconda installation', value: text('an address or an image id'), example: 'file:///etc/ironic/ks.cfg.template' },
  { ...read, name: 'boot_iso_id', summary: 'ISO image to boot the node from', value: UUID, example: '6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e' },
  { ...read, name: 'rootfs_uuid', summary: 'UUID of the root file system, for software RAID', value: UUID, example: '6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e', source: ['ironic ironic/drivers/modules/agent.py'] },
];
