import { defineDialect, type RawImage, type RecogniseHints } from '../model/dialect.js';
import type { Path } from '../model/image.js';
import type { Spelling } from '../model/spelling.js';
import { ImageBuilder } from './image-builder.js';
import { lookupIn, readSpelling, traitsOf } from './read-spelling.js';
import { isMapping, malformed } from './shapes.js';

/** Columns of `openstack image list --long`. Source: python-openstackclient openstackclient/image/v2/image.py. */
const SPELLING: Spelling = {
  attributes: {
    id: 'ID', name: 'Name', disk_format: 'Disk Format', container_format: 'Container Format', size: 'Size', checksum: 'Checksum',
    status: 'Status', visibility: 'Visibility', protected: 'Protected', owner: 'Project', os_hash_algo: 'Hash Algorithm',
    os_hash_value: 'Hash Value', tags: 'Tags',
  },
};

/** The JSON or YAML of `openstack image list --long`: title-case columns, no properties. */
export const openstackclientList = defineDialect({
  name: 'openstackclient-list',
  title: 'openstack image list --long',
  about: 'What `openstack image list --long -f json` (or `-f yaml`) prints: a list of rows with the columns `ID` and `Disk Format`. Always a record.',
  spelling: SPELLING,
  nonStringProperty: 'converted',
  ...traitsOf(SPELLING, ['properties']),
  isPerItem: true,
  markers: ['Disk Format'],
  recognise(document) {
    return Array.isArray(document) && document.length > 0
      && document.every((row) => isMapping(row) && Object.hasOwn(row, 'ID') && Object.hasOwn(row, 'Disk Format'));
  },
  *images(document, hints) {
    if (!Array.isArray(document)) yield read(document, [], hints);
    else for (const [index, row] of document.entries()) yield read(row, [index], hints);
  },
  record: (record, hints) => read(record, [], hints),
});

function read(row: unknown, base: Path, hints: RecogniseHints): RawImage {
  if (!isMapping(row)) return malformed(row, base, hints.intent);
  const image = new ImageBuilder(base, SPELLING);
  const find = lookupIn(row, base);
  // The command prints an empty text for what is not set.
  readSpelling(image, SPELLING, (column) => (row[column] === '' ? undefined : find(column)));
  return image.build(hints.intent ?? 'record');
}
