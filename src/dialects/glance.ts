import { ATTRIBUTES, isAttribute } from '../facts/attributes.js';
import { defineDialect, type RawImage, type RecogniseHints } from '../model/dialect.js';
import type { Path } from '../model/image.js';
import type { Spelling } from '../model/spelling.js';
import { bag } from '../words/bag.js';
import { FORMATS, hasPlain, intentOf, isSdkImage } from './api-shapes.js';
import { isMapping, itemsIn, malformed, valuesIn, type Mapping } from './shapes.js';
import { literal } from './template.js';

/** Names that hardly anything but an image has. */
const TELLING = new Set([
  ...FORMATS, 'os_hidden', 'os_hash_algo', 'os_hash_value', 'virtual_size', 'direct_url', 'hw_disk_bus', 'hw_scsi_model', 'hw_vif_model',
  'hw_qemu_guest_agent', 'hw_machine_type', 'hw_firmware_type', 'hw_rng_model', 'hw_video_model', 'hw_vif_multiqueue_enabled', 'img_signature',
]);
/** Names that an image has, and other things as well: two of different kinds tell. */
const LIKELY = [['min_disk', 'min_ram'], ['os_distro', 'os_version', 'os_type'], ['visibility', 'protected']] as const;
/** Names that the images of other dialects have, and Glance's never. */
const FOREIGN = new Set([
  'versions', 'meta', 'apiVersion', 'kind', 'image_url', 'source_url', 'external_url', 'image_source_url', 'local_file_path', 'min_disk_gb', 'min_ram_mb', 'op',
]);
const SCHEMA = '/v2/schemas/image';

const SPELLING: Spelling = {
  attributes: Object.fromEntries(ATTRIBUTES.filter(({ onCreate }) => onCreate !== 'unknown').map(({ name }) => [name, name])),
  bags: [''],
};

/** The JSON of the Glance v2 API, or the same in YAML: custom properties stand beside the base attributes. */
export const glance = defineDialect({
  name: 'glance',
  title: 'Glance v2 API',
  about: 'Bodies of create requests and answers of the API, in JSON, NDJSON or YAML: one image, a list, `images:` with a list, or `image:`. '
    + 'Told by names that only images have, such as `disk_format`.',
  spelling: SPELLING,
  nonStringProperty: 'rejected',
  isPerItem: true,
  isVerbatim: true,
  markers: [...TELLING, ...LIKELY[0], ...LIKELY[1], SCHEMA],
  recognise(document, { intent }) {
    const values = valuesIn(document);
    return values.some((value) => isMapping(value) && isImage(value)) && values.every(isMapping)
      // Whoever says "create" without a dialect speaks of bodies for Glance, where nested properties are a mistake.
      && (intent === 'create' || !values.some(isSdkImage));
  },
  *images(document, hints) {
    for (const { value, path } of itemsIn(document)) yield read(value, path, hints);
  },
  record: (record, hints) => read(record, [], hints),
});

function isImage(value: Mapping): boolean {
  if (value['schema'] === SCHEMA) return true;
  const names = Object.keys(value);
  if (names.some((name) => FOREIGN.has(name))) return false;
  const has = (name: string): boolean => hasPlain(value, name);
  const isNamed = has('name') || has('id');
  const telling = names.filter((name) => TELLING.has(name) && has(name)).length;
  const likely = LIKELY.filter((kind) => kind.some(has)).length;
  if (FORMATS.some(has)) return isNamed || telling + likely >= 2;
  return isNamed && (telling + likely >= 2 || (telling === 1 && intentOf(value) === 'record'));
}

function read(value: unknown, base: Path, hints: RecogniseHints): RawImage {
  const locate = (path: Path): Path => [...base, ...(path[0] === 'properties' ? path.slice(1) : path)];
  if (!isMapping(value)) return malformed(value, base, hints.intent);
  const intent = hints.intent ?? intentOf(value);
  const attributes: Record<string, unknown> = {};
  const properties = bag();
  for (const name in value) {
    if (isAttribute(name)) attributes[name] = literal(value[name]);
    // A record shows unset properties of the operator's image schema as null.
    else if (intent === 'create' || value[name] !== null) properties[name] = literal(value[name]);
  }
  return { attributes, properties, intent, locate };
}
