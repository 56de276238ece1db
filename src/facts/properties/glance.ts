import type { PropertyFact } from './property-fact.js';
import { exactly, TEXT, text, UUID } from './values.js';

const COMMON = ['glance etc/schema-image.json', 'glance etc/metadefs/glance-common-image-props.json'];
const CINDER = ['cinder cinder/volume/flows/api/create_volume.py'];

/** What Glance's own schema file and documents name, and what Cinder reads. */
export const GLANCE_PROPERTIES: readonly PropertyFact[] = [
  { name: 'kernel_id', readers: ['nova', 'ironic'], summary: 'image with the kernel, for images that are a file system only', value: UUID, example: '6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e', source: [...COMMON, 'nova nova/compute/api.py', 'ironic ironic/common/images.py'] },
  { name: 'ramdisk_id', readers: ['nova', 'ironic'], summary: 'image with the ramdisk that goes with kernel_id', value: UUID, example: '6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e', source: [...COMMON, 'nova nova/compute/api.py', 'ironic ironic/common/images.py'] },
  { name: 'instance_uuid', readers: ['person'], summary: 'server that the image was made from', value: UUID, example: '6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e', source: COMMON },
  { name: 'os_version', readers: ['person', 'scs'], summary: 'version of the operating system', value: text('a version as its vendor writes it'), example: '24.04', source: COMMON },
  { name: 'description', readers: ['person'], summary: 'what the image is', value: TEXT, example: 'Ubuntu 24.04 with cloud-init', source: COMMON },
  { name: 'hw_cpu_mode', readers: [], summary: 'a CPU mode, which Nova takes from its configuration only', value: exactly(['none', 'host-model', 'host-passthrough', 'custom']), example: 'host-model', source: ['glance etc/metadefs/compute-cpu-mode.json'] },
  {
    name: 'cinder_encryption_key_id', readers: ['cinder', 'nova', 'glance'], summary: 'key of an encrypted volume; never copy it to another image', value: UUID,
    example: '6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e', source: [...COMMON, 'nova nova/compute/api.py'],
  },
  {
    name: 'cinder_encryption_key_deletion_policy', readers: ['glance'], summary: 'whether Glance deletes that key together with the image',
    value: exactly(['on_image_deletion', 'do_not_delete']), // Only a cloud that uses Glance's sample schema-image.json refuses other words; everywhere they mean: keep the key.
    otherwise: { by: 'glance', when: 'always', effect: 'ignored' }, example: 'on_image_deletion', source: [...COMMON, 'glance glance/api/v2/images.py'],
  },
  { name: 'cinder_img_volume_type', readers: ['cinder'], summary: 'volume type of volumes made from the image', value: text('name or id of a volume type'), example: 'ssd', source: [...CINDER, 'glance etc/metadefs/storage-volume-type.json'] },
  { name: 'base_image_ref', readers: ['nova'], summary: 'image that a snapshot stems from; Nova writes it', value: UUID, example: '6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e', source: ['nova nova/compute/api.py'] },
  { name: 'image_type', readers: ['nova', 'person'], summary: 'snapshot or backup; Nova writes it', value: text('snapshot or backup'), example: 'snapshot', source: ['nova nova/compute/utils.py'] },
  { name: 'image_location', readers: ['person'], summary: 'snapshot; Nova writes it', value: TEXT, example: 'snapshot', source: ['nova nova/virt/libvirt/driver.py'] },
  { name: 'boot_roles', readers: ['person'], summary: 'roles of the user who booted the server; Nova writes it', value: TEXT, example: 'member,reader', source: ['nova nova/compute/manager.py'] },
];
