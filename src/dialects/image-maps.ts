import { defineDialect, type Dialect, type RawImage, type RecogniseHints } from '../model/dialect.js';
import type { Path } from '../model/image.js';
import type { DialectTraits } from '../model/rule.js';
import { ImageBuilder } from './image-builder.js';
import { readByTable, type KeyTable } from './key-table.js';
import { isMapping, malformed, type Mapping } from './shapes.js';

/** Dialects in which a map from a key to an image stands in a known place. */
interface ImageMap extends Omit<DialectTraits, 'nonStringProperty'> {
  readonly markers: readonly string[];
  /** Where the map stands in the document. */
  readonly at: readonly string[];
  readonly keys: KeyTable;
  /** Is this entry of the map an image of the dialect? */
  isImage(value: Mapping, document: Mapping): boolean;
  /** What the tool adds by itself. */
  complete?(image: ImageBuilder, value: Mapping, path: Path): void;
}

function imageMap({ at, keys, isImage, complete, ...rest }: ImageMap): Dialect {
  const entriesIn = (document: unknown): { value: Mapping; path: Path }[] => {
    const map = at.reduce<unknown>((outer, key) => (isMapping(outer) && Object.hasOwn(outer, key) ? outer[key] : undefined), document);
    if (!isMapping(map) || !isMapping(document)) return [];
    return Object.entries(map).flatMap(([key, value]) =>
      (isMapping(value) && isImage(value, document) ? [{ value, path: [...at, key] }] : []));
  };
  const read = (value: unknown, path: Path, hints: RecogniseHints): RawImage => {
    if (!isMapping(value)) return malformed(value, path, hints.intent);
    const image = new ImageBuilder(path);
    readByTable(image, value, path, keys);
    complete?.(image, value, path);
    return image.build(hints.intent ?? 'create');
  };
  return defineDialect({
    ...rest,
    nonStringProperty: 'converted',
    recognise: (document) => entriesIn(document).length > 0,
    *images(document, hints) {
      for (const { value, path } of entriesIn(document)) yield read(value, path, hints);
    },
    record: (record, hints) => read(record, [], hints),
  });
}

/** Source: openstack/openstack-helm glance/values.yaml, glance/templates/bin/_bootstrap.sh.tpl. */
export const openstackHelm = imageMap({
  name: 'openstack-helm',
  title: 'openstack-helm (bootstrap.structured.images)',
  leavesOpen: ['min_ram', 'protected', 'os_hidden', 'owner', 'tags'],
  markers: ['structured'],
  at: ['bootstrap', 'structured', 'images'],
  keys: {
    attributes: { id: 'id', name: 'name', image_type: 'disk_format', container_format: 'container_format', min_disk: 'min_disk' },
    visibility: { private: ['private', 'public'] },
    nested: ['properties'],
  },
  isImage: (value) => Object.hasOwn(value, 'image_type') || Object.hasOwn(value, 'image_file'),
  complete(image, value, path) {
    const { source_url: folder, image_file: file } = value;
    if (typeof folder === 'string' && typeof file === 'string') image.source('url', folder + file, [...path, 'image_file']);
  },
});

/** Source: norcams/himlarcli config/images, himlarcli/glance.py. Entries with a name and `depricated` alone are retired. */
export const himlarcli = imageMap({
  name: 'himlarcli',
  title: 'himlarcli (NREC)',
  leavesOpen: ['container_format', 'protected', 'os_hidden', 'owner', 'tags'],
  markers: ['depricated', 'checksum_file', 'builder_checksum', 'latest:'],
  at: ['images'],
  keys: {
    attributes: { name: 'name', disk_format: 'disk_format', min_disk: 'min_disk', min_ram: 'min_ram', visibility: 'visibility' },
    nested: ['properties'],
  },
  isImage: (value, document) => typeof document['type'] === 'string' && ['latest', 'checksum_file', 'builder_checksum'].some((key) => Object.hasOwn(value, key)),
  complete(image, value, path) {
    const { url: folder, latest: file } = value;
    if (typeof folder === 'string' && typeof file === 'string') image.source('url', folder + file, [...path, 'latest']);
  },
});

/** Source: jgraichen/os-image-updater README.md. It reads properties as text, so that 24.04 stays 24.04. */
export const osImageUpdater = imageMap({
  name: 'os-image-updater',
  title: 'os-image-updater',
  leavesOpen: ['name', 'disk_format', 'container_format', 'visibility', 'protected', 'os_hidden', 'owner', 'tags'],
  markers: ['image_url'],
  at: ['images'],
  keys: {
    attributes: { name: 'name', disk_format: 'disk_format', min_disk: 'min_disk', min_ram: 'min_ram', visibility: 'visibility' },
    source: { image_url: 'url' },
    nested: ['properties'],
  },
  isImage: (value) => typeof value['image_url'] === 'string' && (isMapping(value['properties']) || Object.hasOwn(value, 'checksums_url')),
});
