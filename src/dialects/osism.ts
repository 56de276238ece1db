import { defineDialect, type RawImage, type RecogniseHints } from '../model/dialect.js';
import type { Attribute, Path } from '../model/image.js';
import { ImageBuilder } from './image-builder.js';
import { isMapping, malformed, type Mapping } from './shapes.js';

/** Keys of an image. Source: osism/openstack-image-manager etc/schema.yaml, openstack_image_manager/main.py. */
const IMAGE_KEYS = [
  'name', 'enable', 'keep', 'separator', 'shortname', 'format', 'login', 'password', 'min_disk', 'min_ram', 'status',
  'visibility', 'multi', 'meta', 'tags', 'latest_url', 'latest_checksum_url', 'versions', 'hidden',
];
/** Keys of a version. Source: the same. */
const VERSION_KEYS = [
  'version', 'url', 'mirror_url', 'source', 'checksum', 'checksum_url', 'checksums_url', 'build_date', 'os_version', 'hidden',
  'visibility', 'id', 'image_description', 'meta',
];
const ATTRIBUTES: Readonly<Record<string, Attribute>> = {
  name: 'name', format: 'disk_format', min_disk: 'min_disk', min_ram: 'min_ram', visibility: 'visibility', tags: 'tags',
};

interface Version {
  readonly value: Mapping;
  readonly path: Path;
  /** In the oldest form, versions are a map from version to the rest. */
  readonly key: string | undefined;
}

/** Catalogues of the OpenStack Image Manager: images with versions; each version becomes an image in Glance. */
export const osism = defineDialect({
  name: 'osism',
  title: 'OpenStack Image Manager (osism)',
  nonStringProperty: 'converted',
  yaml: '1.1',
  onStray: { by: 'client', when: 'always', effect: 'ignored' },
  // The tool raises min_disk to what the file needs, and Glance needs no word for the rest.
  leavesOpen: ['owner', 'protected', 'checksum', 'os_hash_algo', 'os_hash_value'],
  markers: ['versions:', '"versions"'],
  recognise: (document) => itemsOf(document).some(({ value }) => isCatalogueItem(value)),
  *images(document, hints) {
    for (const { value, path } of itemsOf(document)) {
      if (isMapping(value)) yield* versionsIn(value, path, hints);
      else yield malformed(value, path, hints.intent);
    }
  },
  record: (record, hints) => versionsIn(isMapping(record) ? record : {}, [], hints)[0] ?? malformed(record, [], hints.intent),
});

function itemsOf(document: unknown): { readonly value: unknown; readonly path: Path }[] {
  const list = isMapping(document) ? document['images'] : document;
  const base = list === document ? [] : ['images'];
  return Array.isArray(list) ? list.map((value: unknown, index) => ({ value, path: [...base, index] })) : [];
}

function isCatalogueItem(value: unknown): boolean {
  if (!isMapping(value) || typeof value['name'] !== 'string') return false;
  const { versions } = value;
  const hasVersions = Array.isArray(versions) ? versions.some((version) => isMapping(version) && ('version' in version || 'url' in version)) : isMapping(versions);
  return hasVersions && ['format', 'login', 'min_disk', 'meta'].some((key) => Object.hasOwn(value, key));
}

function versionsIn(item: Mapping, base: Path, hints: RecogniseHints): RawImage[] {
  return versionsOf(item, base).map((version, index) => imageOf(item, base, version, index === 0, hints));
}

function versionsOf({ versions }: Mapping, base: Path): Version[] {
  if (Array.isArray(versions)) {
    return versions.flatMap((value: unknown, index) => (isMapping(value) ? [{ value, path: [...base, 'versions', index], key: undefined }] : []));
  }
  if (!isMapping(versions)) return [];
  return Object.entries(versions).map(([key, value]) => ({ value: isMapping(value) ? value : {}, path: [...base, 'versions', key], key }));
}

function imageOf(item: Mapping, base: Path, version: Version, isFirst: boolean, hints: RecogniseHints): RawImage {
  const image = new ImageBuilder(base);
  const { value, path } = version;
  image.attribute('id', value['id'], [...path, 'id']);
  image.attribute('os_hidden', value['hidden'], [...path, 'hidden']);
  image.attribute('visibility', value['visibility'], [...path, 'visibility']);
  for (const [key, attribute] of Object.entries(ATTRIBUTES)) image.attribute(attribute, item[key], [...base, key]);
  image.attribute('container_format', 'bare');
  addProperties(image, item, base, version);
  addOrigin(image, version);
  // What is wrong with the item itself is told once, with its first version.
  if (isFirst) addStrays(image, item, base, IMAGE_KEYS);
  addStrays(image, value, path, VERSION_KEYS);
  return image.build(hints.intent ?? 'create');
}

/** `meta`, and what the tool adds by itself. */
function addProperties(image: ImageBuilder, item: Mapping, base: Path, { value, path, key }: Version): void {
  for (const [meta, place] of [[value['meta'], path], [item['meta'], base]] as const) {
    if (isMapping(meta)) for (const name in meta) image.property(name, meta[name], [...place, 'meta', name]);
  }
  image.property('image_description', value['image_description'] ?? item['name'], 'image_description' in value ? [...path, 'image_description'] : [...base, 'name']);
  image.property('image_source', value['source'] ?? value['url'], [...path, 'source' in value ? 'source' : 'url']);
  image.property('image_build_date', value['build_date'], [...path, 'build_date']);
  image.property('image_original_user', item['login'], [...base, 'login']);
  image.property('os_version', value['os_version'], [...path, 'os_version']);
  if (item['multi'] === false) image.property('os_version', value['version'] ?? key, 'version' in value ? [...path, 'version'] : path);
}

/** Where the bytes come from: the mirror is what is uploaded, the checksum is of what the publisher offers. */
function addOrigin(image: ImageBuilder, { value, path, key }: Version): void {
  const hasMirror = typeof value['mirror_url'] === 'string';
  image.source('url', hasMirror ? value['mirror_url'] : value['url'], [...path, hasMirror ? 'mirror_url' : 'url']);
  image.source('origin_url', value['url'], [...path, 'url']);
  image.source('digest_url', value['checksum_url'], [...path, 'checksum_url']);
  image.source('digests_url', value['checksums_url'], [...path, 'checksums_url']);
  const { checksum } = value;
  if (typeof checksum === 'string') {
    const colon = checksum.indexOf(':');
    image.source('algorithm', colon < 0 ? undefined : checksum.slice(0, colon), [...path, 'checksum']);
    image.source('digest', checksum.slice(colon + 1), [...path, 'checksum']);
  }
  image.release('version', value['version'] ?? key, 'version' in value ? [...path, 'version'] : path);
  image.release('build_date', value['build_date'], [...path, 'build_date']);
}

function addStrays(image: ImageBuilder, value: Mapping, path: Path, known: readonly string[]): void {
  for (const key in value) if (!known.includes(key)) image.stray(key, [...path, key], known);
}
