import { isAttribute } from '../facts/attributes.js';
import { defineDialect, type RawImage, type RecogniseHints } from '../model/dialect.js';
import { UNKNOWN, type Attribute, type Path } from '../model/image.js';
import { intentOf } from './glance.js';
import { ImageBuilder } from './image-builder.js';
import { pythonText } from '../words/python.js';
import { isMapping, itemsIn, malformed, type Mapping } from './shapes.js';

/** openstacksdk's names for base attributes. Source: openstacksdk openstack/image/v2/image.py. */
const ATTRIBUTE_NAMES: Readonly<Record<string, Attribute>> = {
  owner_id: 'owner', is_protected: 'protected', is_hidden: 'os_hidden', hash_algo: 'os_hash_algo', hash_value: 'os_hash_value',
};
/** openstacksdk's names for custom properties. Source: the same. */
const PROPERTY_NAMES: Readonly<Record<string, string>> = {
  needs_config_drive: 'img_config_drive', needs_secure_boot: 'os_secure_boot',
  is_hw_vif_multiqueue_enabled: 'hw_vif_multiqueue_enabled', is_hw_boot_menu_enabled: 'hw_boot_menu',
  has_auto_disk_config: 'auto_disk_config',
};
/** What the SDK adds for itself; Glance has no such thing. */
const NOT_OF_GLANCE = new Set(['location', 'metadata', 'url']);

/** openstacksdk's `Image`, as `to_dict()` gives it or `create_image()` takes it: custom properties nested, typed values. */
export const openstacksdk = defineDialect({
  name: 'openstacksdk',
  title: 'openstacksdk Image, openstack image show',
  nonStringProperty: 'converted',
  // create_image() sends "qcow2" and "bare" when it is told nothing.
  leavesOpen: ['disk_format', 'container_format'],
  markers: ['disk_format', 'container_format'],
  recognise(document, hints) {
    // Whoever says "create" without a dialect speaks of bodies for Glance, where `properties` is a mistake.
    const items = hints.intent === 'create' ? [] : itemsIn(document);
    return items.length > 0 && items.every(({ value }) => isMapping(value)) && items.some(({ value }) => isImage(value as Mapping));
  },
  *images(document, hints) {
    for (const { value, path } of itemsIn(document)) yield read(value, path, hints);
  },
  record: (record, hints) => read(record, [], hints),
});

function isImage(value: Mapping): boolean {
  if (Object.hasOwn(value, 'apiVersion') || Object.hasOwn(value, 'versions')) return false;
  const hasFormat = Object.hasOwn(value, 'disk_format') || Object.hasOwn(value, 'container_format');
  const isNested = isMapping(value['properties']);
  const hasOwnNames = Object.keys(ATTRIBUTE_NAMES).some((name) => Object.hasOwn(value, name));
  return hasFormat && (isNested || (hasOwnNames && Object.hasOwn(value, 'id')));
}

function read(value: unknown, base: Path, hints: RecogniseHints): RawImage {
  if (!isMapping(value)) return malformed(value, base, hints.intent);
  const intent = hints.intent ?? intentOf(value);
  const image = new ImageBuilder(base);
  const take = (name: string, given: unknown, path: Path): void => {
    // The SDK writes None for what Glance did not tell.
    if (given === null || (intent === 'record' && NOT_OF_GLANCE.has(name))) return;
    const attribute = Object.hasOwn(ATTRIBUTE_NAMES, name) ? ATTRIBUTE_NAMES[name] : isAttribute(name) ? name : undefined;
    const property = Object.hasOwn(PROPERTY_NAMES, name) ? (PROPERTY_NAMES[name] as string) : name;
    if (attribute !== undefined) image.attribute(attribute, given, path);
    else image.property(property, intent === 'record' ? textOf(given) : given, path);
  };
  for (const name in value) if (name !== 'properties') take(name, value[name], [...base, name]);
  const nested = value['properties'];
  if (isMapping(nested)) for (const name in nested) take(name, nested[name], [...base, 'properties', name]);
  return image.build(intent);
}

/** In a record, the SDK has typed what Glance sent as text; what nests (locations, metadata) is not a property. */
function textOf(value: unknown): unknown {
  return value === UNKNOWN || typeof value === 'object' ? UNKNOWN : pythonText(value);
}
