import { defineDialect, type Dialect, type RawImage, type RecogniseHints } from '../model/dialect.js';
import { UNKNOWN, type Attribute, type ImageSource, type Path } from '../model/image.js';
import { ImageBuilder } from './image-builder.js';
import { isMapping, malformed } from './shapes.js';

const RESOURCE_TYPE = 'openstack_images_image_v2';

/** Source: terraform-provider-openstack openstack/resource_openstack_images_image_v2.go. */
const ATTRIBUTES: Readonly<Record<string, Attribute>> = {
  name: 'name', image_id: 'id', container_format: 'container_format', disk_format: 'disk_format', min_disk_gb: 'min_disk',
  min_ram_mb: 'min_ram', protected: 'protected', hidden: 'os_hidden', visibility: 'visibility', tags: 'tags',
};
const SOURCE: Readonly<Record<string, keyof ImageSource>> = {
  image_source_url: 'url', local_file_path: 'file', decompress: 'decompress', web_download: 'web_download',
};
/** Arguments that say nothing of the image, and Terraform's own. Source: the same; terraform language/meta-arguments. */
const OTHER_ARGUMENTS = [
  'region', 'image_cache_path', 'image_source_username', 'image_source_password', 'verify_checksum', 'properties', 'timeouts',
  'count', 'for_each', 'provider', 'depends_on', 'lifecycle', 'provisioner', 'connection', 'dynamic',
];
/** The provider computes these: Terraform refuses a value of the user's. Source: the provider, as above. */
const KNOWN = [...Object.keys(ATTRIBUTES), ...Object.keys(SOURCE), ...OTHER_ARGUMENTS];

/** Terraform's and OpenTofu's `openstack_images_image_v2` resources, in `.tf` and `.tf.json`. Data sources are no images. */
export const terraform: Dialect = defineDialect({
  name: 'terraform',
  title: 'Terraform and OpenTofu (openstack_images_image_v2)',
  // The properties argument is a map of strings: Terraform itself turns 22.04 into "22.04".
  nonStringProperty: 'converted',
  onStray: { by: 'client', when: 'always', effect: 'rejected' },
  leavesOpen: ['owner', 'properties'],
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
  const image = new ImageBuilder(path);
  for (const key in resource) {
    const value = resource[key];
    const place = [...path, key];
    const attribute = Object.hasOwn(ATTRIBUTES, key) ? ATTRIBUTES[key] : undefined;
    const source = Object.hasOwn(SOURCE, key) ? SOURCE[key] : undefined;
    // null is Terraform's word for "not given".
    if (value === null) continue;
    if (attribute !== undefined) image.attribute(attribute, converted(attribute, value), place);
    else if (source !== undefined) image.source(source, value, place);
    else if (key === 'properties') addProperties(image, value, place);
    else if (!KNOWN.includes(key)) image.stray(key, place, KNOWN);
  }
  return image.build(hints.intent ?? 'create');
}

/** Terraform converts between strings, numbers and booleans as an argument needs it. */
function converted(attribute: Attribute, value: unknown): unknown {
  const isNumber = attribute === 'min_disk' || attribute === 'min_ram';
  const isBoolean = attribute === 'protected' || attribute === 'os_hidden';
  if (isNumber && typeof value === 'string' && /^\d+$/.test(value)) return Number(value);
  if (isBoolean && (value === 'true' || value === 'false')) return value === 'true';
  return !isNumber && !isBoolean && (typeof value === 'number' || typeof value === 'boolean') ? String(value) : value;
}

function addProperties(image: ImageBuilder, properties: unknown, path: Path): void {
  if (!isMapping(properties)) return;
  for (const name in properties) {
    const value = properties[name];
    image.property(name, typeof value === 'number' || typeof value === 'boolean' ? String(value) : value ?? UNKNOWN, [...path, name]);
  }
}
