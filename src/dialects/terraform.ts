import { defineDialect, type RawImage, type RecogniseHints } from '../model/dialect.js';
import type { Path } from '../model/image.js';
import type { Spelling } from '../model/spelling.js';
import { terraformConversions } from './conversions.js';
import { ImageBuilder } from './image-builder.js';
import { lookupIn, readSpelling, readStrays, traitsOf } from './read-spelling.js';
import { isMapping, malformed } from './shapes.js';

const RESOURCE_TYPE = 'openstack_images_image_v2';

/** Arguments of the resource, and Terraform's own. Source: terraform-provider-openstack openstack/resource_openstack_images_image_v2.go. */
const SPELLING: Spelling = {
  attributes: {
    id: 'image_id', name: 'name', disk_format: 'disk_format', container_format: 'container_format', min_disk: 'min_disk_gb', min_ram: 'min_ram_mb',
    visibility: 'visibility', protected: 'protected', os_hidden: 'hidden', tags: 'tags',
  },
  bags: ['properties'],
  source: { url: 'image_source_url', file: 'local_file_path', decompress: 'decompress', web_download: 'web_download' },
  defaults: { min_disk: '0', min_ram: '0', visibility: 'private', protected: 'false', os_hidden: 'false' },
  others: [
    'region', 'image_cache_path', 'image_source_username', 'image_source_password', 'verify_checksum', 'timeouts',
    'count', 'for_each', 'provider', 'depends_on', 'lifecycle', 'provisioner', 'connection', 'dynamic', '//',
  ],
};

/** Terraform's and OpenTofu's `openstack_images_image_v2` resources, in `.tf` and `.tf.json`. Data sources are no images. */
export const terraform = defineDialect({
  name: 'terraform',
  title: 'Terraform and OpenTofu (openstack_images_image_v2)',
  about: 'Resources `openstack_images_image_v2` in `.tf`, `.tofu` and `.tf.json`. Literal values are read, expressions are unknown; data sources are no '
    + 'images. `properties` is a map of text: Terraform itself turns `true` into `"true"`. Unknown arguments are refused.',
  spelling: SPELLING,
  nonStringProperty: 'converted',
  onStray: { by: 'client', when: 'always', effect: 'rejected' },
  ...traitsOf(SPELLING, ['properties']),
  markers: [RESOURCE_TYPE],
  recognise: (document) => resourcesIn(document).length > 0,
  *images(document, hints) {
    for (const { value, path } of resourcesIn(document)) yield read(value, path, hints);
  },
  record: (record, hints) => read(record, [], hints),
});

function resourcesIn(document: unknown): { readonly value: unknown; readonly path: Path }[] {
  const found: { value: unknown; path: Path }[] = [];
  if (!isMapping(document)) return found;
  for (const [block, blockPath] of each(document['resource'], ['resource'])) {
    if (!isMapping(block)) continue;
    for (const [type, typePath] of each(block[RESOURCE_TYPE], [...blockPath, RESOURCE_TYPE])) {
      if (!isMapping(type)) continue;
      for (const label in type) for (const [value, path] of each(type[label], [...typePath, label])) found.push({ value, path });
    }
  }
  return found;
}

/** Terraform's JSON syntax lets a list stand wherever a block may stand. */
function each(value: unknown, path: Path): (readonly [unknown, Path])[] {
  if (Array.isArray(value)) return value.map((item: unknown, index) => [item, [...path, index]] as const);
  return value === undefined ? [] : [[value, path]];
}

function read(resource: unknown, path: Path, hints: RecogniseHints): RawImage {
  if (!isMapping(resource)) return malformed(resource, path, hints.intent);
  const image = new ImageBuilder(path, SPELLING);
  readSpelling(image, SPELLING, lookupIn(resource, path), terraformConversions);
  readStrays(image, SPELLING, resource, path);
  return image.build(hints.intent ?? 'create');
}
