import { defineDialect, type Dialect, type RawImage, type RecogniseHints } from '../model/dialect.js';
import type { Path } from '../model/image.js';
import type { DialectTraits } from '../model/rule.js';
import type { Spelling } from '../model/spelling.js';
import { helmConversions, verbatimConversions } from './conversions.js';
import { ImageBuilder } from './image-builder.js';
import { fillIn, lookupIn, readSpelling, readStrays, traitsOf, type Conversions } from './read-spelling.js';
import { isMapping, malformed, type Mapping } from './shapes.js';

/** Dialects in which a map from a key to an image stands in a known place. */
interface ImageMap extends DialectTraits {
  readonly about: string;
  readonly markers: readonly string[];
  /** Where the map stands in the document. */
  readonly at: readonly string[];
  readonly spelling: Spelling;
  readonly conversions?: Conversions;
  /** Does Glance fetch the file by itself? */
  readonly isFetched?: boolean;
  /** Is this entry of the map an image of the dialect? */
  isImage(value: Mapping, document: Mapping): boolean;
}

function imageMap({ at, conversions, isFetched, isImage, ...traits }: ImageMap): Dialect {
  const { spelling } = traits;
  const entriesIn = (document: unknown): { value: Mapping; path: Path }[] => {
    const map = at.reduce<unknown>((outer, key) => (isMapping(outer) && Object.hasOwn(outer, key) ? outer[key] : undefined), document);
    if (!isMapping(map) || !isMapping(document)) return [];
    return Object.entries(map).flatMap(([key, value]) =>
      (isMapping(value) && isImage(value, document) ? [{ value, path: [...at, key] }] : []));
  };
  const read = (value: unknown, path: Path, hints: RecogniseHints): RawImage => {
    if (!isMapping(value)) return malformed(value, path, hints.intent);
    const image = new ImageBuilder(path, spelling);
    readSpelling(image, spelling, lookupIn(value, path), conversions);
    const key = path.at(-1);
    if (isOwnKey(spelling.attributes.name) && key !== undefined) image.attribute('name', String(key), path, true);
    readStrays(image, spelling, value, path);
    if (isFetched === true) image.source('web_download', true);
    fillIn(image, spelling);
    return image.build(hints.intent ?? 'create');
  };
  return defineDialect({
    ...traits,
    recognise: (document) => entriesIn(document).length > 0,
    *images(document, hints) {
      for (const { value, path } of entriesIn(document)) yield read(value, path, hints);
    },
    record: (record, hints) => read(record, [], hints),
  });
}

function isOwnKey(words: Spelling['attributes']['name']): boolean {
  return typeof words === 'object' && 'isOwnKey' in words;
}

/** Source: openstack/openstack-helm glance/values.yaml, glance/templates/bin/_bootstrap.sh.tpl. */
const HELM: Spelling = {
  attributes: {
    id: 'id', name: 'name', disk_format: 'image_type', container_format: 'container_format', min_disk: 'min_disk',
    visibility: { key: 'private', whenTrue: 'private', whenFalse: 'public' },
  },
  bags: ['properties'],
  source: { url: { joined: ['source_url', 'image_file'] } },
  defaults: { visibility: 'public' },
};

export const openstackHelm = imageMap({
  name: 'openstack-helm',
  title: 'openstack-helm (bootstrap.structured.images)',
  about: 'Values of the charts of openstack-helm, with images under `bootstrap.structured.images.<key>`. Each becomes arguments of '
    + '`openstack image create` in a shell script, so all values are text in the end.',
  spelling: HELM,
  nonStringProperty: 'converted',
  yaml: '1.1',
  ...traitsOf(HELM),
  markers: ['structured'],
  at: ['bootstrap', 'structured', 'images'],
  conversions: helmConversions,
  isImage: (value) => Object.hasOwn(value, 'image_type') || Object.hasOwn(value, 'image_file'),
});

/** Source: norcams/himlarcli image.py, himlarcli/glance.py. */
const HIMLARCLI: Spelling = {
  attributes: {
    name: 'name', disk_format: 'disk_format', container_format: 'container_format', min_disk: 'min_disk', min_ram: 'min_ram',
    visibility: 'visibility', tags: 'tags',
  },
  bags: ['properties'],
  source: { url: { joined: ['url', 'latest'] } },
  defaults: { disk_format: 'qcow2', container_format: 'bare', visibility: 'private' },
};

export const himlarcli = imageMap({
  name: 'himlarcli',
  title: 'himlarcli (NREC)',
  about: 'Files in `config/images/`: `type:` and a map `images:`. Entries without `latest` are retired images, about which nothing is said. The '
    + 'client refuses properties that are not text.',
  spelling: HIMLARCLI,
  nonStringProperty: 'rejected',
  yaml: '1.1',
  // The tool adds tags of its own.
  ...traitsOf(HIMLARCLI, ['tags']),
  markers: ['depricated', 'builder_checksum'],
  at: ['images'],
  isImage: (value, document) => typeof document['type'] === 'string' && ['name', 'url', 'latest', 'depricated'].every((key) => typeof value[key] === 'string'),
});

/** Source: jgraichen/os-image-updater main.go. */
const UPDATER: Spelling = {
  attributes: { name: { isOwnKey: true }, disk_format: 'disk_format', container_format: 'container_format', min_disk: 'min_disk', min_ram: 'min_ram' },
  bags: ['properties'],
  source: { url: 'image_url', digests_url: 'checksums_url' },
  defaults: { disk_format: 'qcow2', container_format: 'bare', visibility: 'public' },
};

export const osImageUpdater = imageMap({
  name: 'os-image-updater',
  title: 'os-image-updater',
  about: '`images.yml` with a map `images:` of `image_url` and `checksums_url`; the key is the name. The tool is written in Go and reads properties as '
    + 'text, with every character as it stands: `24.10` stays `24.10`.',
  spelling: UPDATER,
  nonStringProperty: 'converted',
  ...traitsOf(UPDATER, ['min_disk', 'min_ram']),
  markers: ['checksums_url'],
  at: ['images'],
  conversions: verbatimConversions,
  isFetched: true,
  isImage: (value) => typeof value['image_url'] === 'string' && typeof value['checksums_url'] === 'string',
});
