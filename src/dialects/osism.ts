import { defineDialect, type RawImage, type RecogniseHints } from '../model/dialect.js';
import type { Path } from '../model/image.js';
import type { Spelling } from '../model/spelling.js';
import { pythonText } from '../words/python.js';
import { ITEM } from '../words/spelling.js';
import { pythonConversions } from './conversions.js';
import { ImageBuilder } from './image-builder.js';
import { fillIn, lookupIn, readSpelling, readStrays, traitsOf, type Lookup } from './read-spelling.js';
import { isMapping, malformed, type Mapping } from './shapes.js';

/** What the tool makes properties of, above a version's `meta` and above the image's. */
const OF_VERSION = { image_source: 'versions[].url', image_build_date: 'versions[].build_date' };
const OF_IMAGE = { image_original_user: 'login' };

/** An image and one of its versions. Source: osism/openstack-image-manager etc/schema.yaml, openstack_image_manager/main.py. */
const SPELLING: Spelling = {
  attributes: {
    id: 'versions[].id', name: 'name', disk_format: 'format', min_disk: 'min_disk', min_ram: 'min_ram',
    visibility: ['versions[].visibility', 'visibility'], os_hidden: 'versions[].hidden', tags: 'tags',
  },
  properties: { ...OF_VERSION, ...OF_IMAGE, os_version: 'versions[].os_version' },
  bags: ['versions[].meta', 'meta'],
  source: {
    url: ['versions[].mirror_url', 'versions[].url'], origin_url: 'versions[].url',
    digest: { key: 'versions[].checksum', holds: 'algorithm:digest' }, digest_url: 'versions[].checksum_url', digests_url: 'versions[].checksums_url',
  },
  release: { version: 'versions[].version', build_date: 'versions[].build_date' },
  defaults: { container_format: 'bare', min_disk: 'what the file needs', min_ram: '0' },
  others: [
    'enable', 'keep', 'separator', 'shortname', 'password', 'status', 'multi', 'latest_url', 'latest_checksum_url',
    'versions[].source', 'versions[].image_description',
  ],
};
const IN_VERSION = 'versions[].';

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
  about: 'Catalogues in `etc/images/`: a list `images:` (in the oldest form, a bare list) of images with `versions:`, each of which becomes an image in '
    + 'Glance; the tool puts the version behind the name. Unknown keys are refused by the check that the tool makes first.',
  spelling: SPELLING,
  nonStringProperty: 'converted',
  yaml: '1.1',
  onStray: { by: 'client', when: 'always', effect: 'rejected' },
  // The tool raises min_disk to what the file needs.
  ...traitsOf(SPELLING, ['min_disk', 'tags']),
  isPerItem: true,
  markers: ['versions:', '"versions"'],
  recognise: (document) => listOf(document).some(isCatalogueItem),
  *images(document, hints) {
    for (const { value, path } of itemsOf(document)) {
      if (isMapping(value)) yield* versionsIn(value, path, hints);
      else yield malformed(value, path, hints.intent);
    }
  },
  record: (record, hints) => versionsIn(isMapping(record) ? record : {}, [], hints)[0] ?? malformed(record, [], hints.intent),
});

function listOf(document: unknown): readonly unknown[] {
  const list = isMapping(document) ? document['images'] : document;
  return Array.isArray(list) ? list : [];
}

function itemsOf(document: unknown): { readonly value: unknown; readonly path: Path }[] {
  const base = Array.isArray(document) ? [] : ['images'];
  return listOf(document).map((value, index) => ({ value, path: [...base, index] }));
}

/** Keys that images of this catalogue have, and versions of other things hardly. */
const TELLING = ['format', 'login', 'min_disk', 'min_ram', 'multi', 'shortname', 'meta', 'visibility', 'enable'];

function isCatalogueItem(value: unknown): boolean {
  if (!isMapping(value) || typeof value['name'] !== 'string') return false;
  const { versions } = value;
  const hasVersions = Array.isArray(versions)
    ? versions.length === 0 || versions.some((version) => isMapping(version) && 'version' in version)
    : isMapping(versions) && Object.values(versions).every(isMapping);
  const [hasFormat, hasLogin] = [Object.hasOwn(value, 'format'), Object.hasOwn(value, 'login')];
  return hasVersions && ((hasFormat && hasLogin) || ((hasFormat || hasLogin) && TELLING.filter((key) => Object.hasOwn(value, key)).length >= 3));
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
  const image = new ImageBuilder(base, SPELLING);
  const { value, path, key } = version;
  const [inItem, inVersion] = [lookupIn(item, base), lookupIn(value, path)];
  const find: Lookup = (name) => (name.startsWith(IN_VERSION) ? inVersion(name.slice(IN_VERSION.length)) : inItem(name));
  readSpelling(image, { ...SPELLING, properties: OF_VERSION, bags: ['versions[].meta'] }, find, pythonConversions);
  // Of images that have one version only, the version is that of the system.
  if (item['multi'] === false) image.property('os_version', pythonText(value['version'] ?? key ?? null), [...path, 'version'], true);
  else image.property('os_version', value['os_version'], [...path, 'os_version']);
  readSpelling(image, { attributes: {}, properties: OF_IMAGE, bags: ['meta'] }, find, pythonConversions);
  image.property('image_description', item['name'], [...base, 'name'], true);
  if (key !== undefined) image.release('version', key, path);
  fillIn(image, SPELLING);
  // What is wrong with the item itself is told once, with its first version.
  if (isFirst) readStrays(image, SPELLING, item, base);
  readStrays(image, SPELLING, value, path, ['versions', ITEM]);
  return image.build(hints.intent ?? 'create');
}
