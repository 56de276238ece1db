import type { Attribute } from '../model/image.js';

/** What people write for an attribute, because a tool, an older API or their own memory calls it so. */
export interface MisnamedFact {
  readonly name: string;
  readonly attribute: Attribute;
  /** Who calls it so; absent for plain mistakes. */
  readonly from?: string;
  /** The name could well be a property of somebody's own: it only counts where the attribute itself is missing. */
  readonly isWeak?: boolean;
  /** Its values are not those of the attribute: another name alone would not do. */
  readonly hasOtherValues?: boolean;
}

const V1 = "Glance's v1 API";
const SDK = 'openstacksdk';
const TERRAFORM = 'Terraform';

/**
 * Names of base attributes elsewhere. None of them is an attribute for Glance v2, which stores them as custom
 * properties. Sources: openstacksdk openstack/image/v2/image.py, terraform-provider-openstack
 * openstack/resource_openstack_images_image_v2.go, glance glance/api/v1/images.py (up to Queens).
 */
export const MISNAMED: readonly MisnamedFact[] = [
  { name: 'is_public', attribute: 'visibility', from: V1, hasOtherValues: true },
  { name: 'isPublic', attribute: 'visibility', hasOtherValues: true },
  { name: 'is_protected', attribute: 'protected', from: SDK },
  { name: 'isProtected', attribute: 'protected' },
  { name: 'is_hidden', attribute: 'os_hidden', from: SDK },
  { name: 'hidden', attribute: 'os_hidden', from: TERRAFORM },
  { name: 'hash_algo', attribute: 'os_hash_algo', from: SDK },
  { name: 'hash_value', attribute: 'os_hash_value', from: SDK },
  { name: 'min_disk_gb', attribute: 'min_disk', from: TERRAFORM },
  { name: 'min_ram_mb', attribute: 'min_ram', from: TERRAFORM },
  { name: 'minimum_disk', attribute: 'min_disk' },
  { name: 'minimum_ram', attribute: 'min_ram' },
  { name: 'min_memory', attribute: 'min_ram' },
  { name: 'owner_id', attribute: 'owner', from: SDK, isWeak: true },
  { name: 'image_id', attribute: 'id', from: 'Cinder', isWeak: true },
  { name: 'image_name', attribute: 'name', from: 'Cinder', isWeak: true },
  { name: 'format', attribute: 'disk_format', isWeak: true },
  { name: 'image_format', attribute: 'disk_format', isWeak: true },
  { name: 'disk_type', attribute: 'disk_format', isWeak: true },
  { name: 'container', attribute: 'container_format', isWeak: true },
  { name: 'project_id', attribute: 'owner', isWeak: true },
  { name: 'tenant_id', attribute: 'owner', isWeak: true },
];

/** Attributes whose names nobody uses for anything else: near misses of them are misspellings. */
export const UNMISTAKABLE: readonly Attribute[] = [
  'disk_format', 'container_format', 'min_disk', 'min_ram', 'os_hidden', 'visibility', 'protected', 'virtual_size',
  'os_hash_algo', 'os_hash_value', 'direct_url',
];
