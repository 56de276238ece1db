import { isAttribute } from '../facts/attributes.js';
import { defineDialect, type RawImage, type RecogniseHints } from '../model/dialect.js';
import type { Intent, Path } from '../model/image.js';
import { bag } from '../words/bag.js';
import { isMapping, itemsIn, malformed, type Mapping } from './shapes.js';
import { literal } from './template.js';

/** Names that hardly anything but an image has. */
const TELLING = new Set([
  'disk_format', 'container_format', 'min_disk', 'min_ram', 'os_hidden', 'os_hash_algo', 'os_hash_value', 'virtual_size',
  'direct_url', 'hw_disk_bus', 'hw_scsi_model', 'hw_vif_model', 'hw_qemu_guest_agent', 'hw_machine_type',
  'hw_firmware_type', 'os_distro', 'os_version',
]);
/** Names that the images of other dialects have, and Glance's never. */
const FOREIGN = new Set(['versions', 'meta', 'apiVersion', 'kind', 'image_url', 'source_url', 'external_url', 'op']);
const SET_BY_GLANCE = ['status', 'created_at', 'updated_at', 'self', 'file'] as const;
const SCHEMA = '/v2/schemas/image';

/** The JSON of the Glance v2 API, or the same in YAML: custom properties stand beside the base attributes. */
export const glance = defineDialect({
  name: 'glance',
  title: 'Glance v2 API',
  nonStringProperty: 'rejected',
  markers: [...TELLING],
  recognise(document) {
    const items = itemsIn(document);
    return items.length > 0 && items.every(({ value }) => isMapping(value)) && items.some(({ value }) => isImage(value as Mapping));
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
  // Where mappings stand, somebody describes such names: a schema, a table.
  const telling = names.filter((name) => TELLING.has(name) && !isMapping(value[name])).length;
  const known = names.filter((name) => isAttribute(name)).length;
  return telling >= 2 || (telling === 1 && known >= 2);
}

/** A record has what only Glance writes. */
export function intentOf(value: Mapping): Intent {
  return SET_BY_GLANCE.filter((name) => Object.hasOwn(value, name)).length >= 2 ? 'record' : 'create';
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

