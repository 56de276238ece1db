import type { Attribute } from '../model/image.js';

/** What Glance does with a base attribute. Source of all rows: glance glance/api/v2/images.py. */
export interface AttributeFact {
  readonly name: Attribute;
  /**
   * What a create request with the attribute gets: `settable`; `refused` with 403 because Glance sets it;
   * `masked`: accepted, stored as a custom property, never seen again; `unknown`: Glance has no such attribute.
   */
  readonly onCreate: 'settable' | 'refused' | 'masked' | 'unknown';
  readonly type: 'string' | 'integer' | 'boolean' | 'list';
  readonly unit?: 'bytes' | 'MiB' | 'GiB';
}

export const ATTRIBUTES: readonly AttributeFact[] = [
  { name: 'id', onCreate: 'settable', type: 'string' },
  { name: 'name', onCreate: 'settable', type: 'string' },
  { name: 'status', onCreate: 'refused', type: 'string' },
  { name: 'visibility', onCreate: 'settable', type: 'string' },
  { name: 'protected', onCreate: 'settable', type: 'boolean' },
  { name: 'os_hidden', onCreate: 'settable', type: 'boolean' },
  { name: 'checksum', onCreate: 'refused', type: 'string' },
  { name: 'os_hash_algo', onCreate: 'masked', type: 'string' },
  { name: 'os_hash_value', onCreate: 'masked', type: 'string' },
  { name: 'owner', onCreate: 'settable', type: 'string' },
  { name: 'size', onCreate: 'refused', type: 'integer', unit: 'bytes' },
  { name: 'virtual_size', onCreate: 'refused', type: 'integer', unit: 'bytes' },
  { name: 'container_format', onCreate: 'settable', type: 'string' },
  { name: 'disk_format', onCreate: 'settable', type: 'string' },
  { name: 'created_at', onCreate: 'refused', type: 'string' },
  { name: 'updated_at', onCreate: 'refused', type: 'string' },
  { name: 'tags', onCreate: 'settable', type: 'list' },
  { name: 'direct_url', onCreate: 'refused', type: 'string' },
  { name: 'min_ram', onCreate: 'settable', type: 'integer', unit: 'MiB' },
  { name: 'min_disk', onCreate: 'settable', type: 'integer', unit: 'GiB' },
  { name: 'self', onCreate: 'refused', type: 'string' },
  { name: 'file', onCreate: 'refused', type: 'string' },
  { name: 'schema', onCreate: 'refused', type: 'string' },
  { name: 'stores', onCreate: 'refused', type: 'string' },
  { name: 'store', onCreate: 'unknown', type: 'string' },
  { name: 'locations', onCreate: 'refused', type: 'list' },
];

const NAMES: ReadonlySet<string> = new Set(ATTRIBUTES.map(({ name }) => name));

export function isAttribute(name: string): name is Attribute {
  return NAMES.has(name);
}
