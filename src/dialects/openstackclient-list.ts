import { defineDialect, type RawImage, type RecogniseHints } from '../model/dialect.js';
import type { Attribute, Path } from '../model/image.js';
import { isMapping, malformed } from './shapes.js';

/** Columns of `openstack image list --long`. Source: python-openstackclient openstackclient/image/v2/image.py. */
const COLUMNS: Readonly<Record<string, Attribute>> = {
  'ID': 'id', 'Name': 'name', 'Disk Format': 'disk_format', 'Container Format': 'container_format', 'Size': 'size',
  'Checksum': 'checksum', 'Status': 'status', 'Visibility': 'visibility', 'Protected': 'protected', 'Project': 'owner',
  'Hash Algorithm': 'os_hash_algo', 'Hash Value': 'os_hash_value', 'Tags': 'tags',
};
const COLUMN_OF = new Map(Object.entries(COLUMNS).map(([column, attribute]) => [attribute as string, column]));

/** The JSON or YAML of `openstack image list --long`: title-case columns, no properties. */
export const openstackclientList = defineDialect({
  name: 'openstackclient-list',
  title: 'openstack image list --long',
  nonStringProperty: 'converted',
  leavesOpen: ['min_disk', 'min_ram', 'virtual_size', 'os_hidden', 'created_at', 'updated_at', 'properties'],
  markers: ['Disk Format'],
  recognise(document) {
    return Array.isArray(document) && document.length > 0
      && document.every((row) => isMapping(row) && Object.hasOwn(row, 'ID') && Object.hasOwn(row, 'Disk Format'));
  },
  *images(document, hints) {
    const rows = Array.isArray(document) ? document : [document];
    for (const [index, row] of rows.entries()) yield read(row, Array.isArray(document) ? [index] : [], hints);
  },
  record: (record, hints) => read(record, [], hints),
});

function read(row: unknown, base: Path, hints: RecogniseHints): RawImage {
  const intent = hints.intent ?? 'record';
  if (!isMapping(row)) return malformed(row, base, hints.intent);
  const attributes: Record<string, unknown> = {};
  for (const column in row) {
    const attribute = Object.hasOwn(COLUMNS, column) ? COLUMNS[column] : undefined;
    if (attribute !== undefined && row[column] !== null && row[column] !== '') attributes[attribute] = row[column];
  }
  const locate = ([first, ...rest]: Path): Path =>
    first === undefined ? base : [...base, COLUMN_OF.get(String(first)) ?? first, ...rest];
  return { attributes, properties: {}, intent, locate };
}
