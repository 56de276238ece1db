import type { Intent } from '../model/image.js';
import { isMapping, type Mapping } from './shapes.js';

/*
 * Glance's and openstacksdk's ways to write an image are alike. Each dialect asks here, so that no image is taken for
 * both.
 */

const SET_BY_GLANCE = ['status', 'created_at', 'updated_at', 'self', 'file'] as const;
export const FORMATS = ['disk_format', 'container_format'] as const;
/** Names that openstacksdk has and Glance has not. Source: openstacksdk openstack/image/v2/image.py. */
export const SDK_NAMES = ['owner_id', 'is_protected', 'is_hidden', 'hash_algo', 'hash_value'] as const;

/** A record has what only Glance writes. */
export function intentOf(value: Mapping): Intent {
  return SET_BY_GLANCE.filter((name) => Object.hasOwn(value, name)).length >= 2 ? 'record' : 'create';
}

/** Is a name there, and no mapping? Where mappings stand, somebody describes such names: a schema, a table. */
export function hasPlain(value: Mapping, name: string): boolean {
  return Object.hasOwn(value, name) && !isMapping(value[name]);
}

/** Custom properties nested, or the SDK's own names. */
export function isSdkImage(value: unknown): boolean {
  if (!isMapping(value)) return false;
  const isSdks = isMapping(value['properties']) || SDK_NAMES.some((name) => value[name] !== undefined && Object.hasOwn(value, 'id'));
  return isSdks && FORMATS.some((name) => hasPlain(value, name)) && !Object.hasOwn(value, 'apiVersion') && !Object.hasOwn(value, 'versions');
}
