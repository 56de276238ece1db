/** A property that a service writes about one live image, and that is wrong on any other. */
export interface ImageBoundFact {
  readonly name: string;
  /** Who writes it. */
  readonly writtenBy: 'Nova' | 'Cinder' | 'openstacksdk';
  /** Only these values come from the service; other ones may be somebody's own. */
  readonly values?: readonly string[];
}

/**
 * Sources: nova nova/compute/utils.py create_image, nova nova/compute/api.py, nova nova/compute/manager.py, nova
 * nova/virt/libvirt/driver.py _create_snapshot_metadata, cinder cinder/volume/flows/manager/create_volume.py,
 * openstacksdk openstack/image/v2/_proxy.py.
 */
export const IMAGE_BOUND: readonly ImageBoundFact[] = [
  { name: 'instance_uuid', writtenBy: 'Nova' },
  { name: 'base_image_ref', writtenBy: 'Nova' },
  { name: 'image_type', writtenBy: 'Nova', values: ['snapshot', 'backup'] },
  { name: 'image_location', writtenBy: 'Nova', values: ['snapshot'] },
  { name: 'image_state', writtenBy: 'Nova', values: ['available'] },
  { name: 'backup_type', writtenBy: 'Nova' },
  { name: 'boot_roles', writtenBy: 'Nova' },
  { name: 'user_id', writtenBy: 'Nova' },
  { name: 'instance_owner', writtenBy: 'Nova' },
  { name: 'signature_verified', writtenBy: 'Cinder' },
  { name: 'owner_specified.openstack.md5', writtenBy: 'openstacksdk' },
  { name: 'owner_specified.openstack.sha256', writtenBy: 'openstacksdk' },
  { name: 'owner_specified.openstack.object', writtenBy: 'openstacksdk' },
  { name: 'owner_specified.shade.md5', writtenBy: 'openstacksdk' },
  { name: 'owner_specified.shade.sha256', writtenBy: 'openstacksdk' },
  { name: 'owner_specified.shade.object', writtenBy: 'openstacksdk' },
];
