import { defineDialect, type RawImage, type RecogniseHints } from '../model/dialect.js';
import type { Attribute, Path } from '../model/image.js';
import { ImageBuilder } from './image-builder.js';
import { isMapping, malformed } from './shapes.js';

/** Columns of `openstack image list --long`. Source: python-openstackclient openstackclient/image/v2/image.py. */
const COLUMNS: Readonly<Record<string, Attribute>> = {
  'ID': 'id', 'Name': 'name', 'Disk Format': 'disk_format', 'Container Format': 'container_format', 'Size': 'size',
  'Checksum': 'checksum', 'Status': 'status', 'Visibility': 'visibility', 'Protected': 'protected', 'Project': 'owner',
  'Hash Algorithm': 'os_hash_algo', 'Hash Value': 'os_hash_value', 'Tags': 'tags',
};

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
  const image = new ImageBuilder(base);
  for (const column in row) {
    const attribute = Object.hasOwn(COLUMNS, column) ? COLUMNS[column] : undefined;
    if (attribute !== undefined && row[column] !== null && row[column] !== '') image.attribute(attribute, row[column], [...base, column]);
  }
  return image.build(intent);
}
