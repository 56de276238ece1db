import { ATTRIBUTES, isAttribute } from '../facts/attributes.js';
import { defineDialect, type RawImage, type RecogniseHints } from '../model/dialect.js';
import { UNKNOWN, type Path } from '../model/image.js';
import type { Spelling } from '../model/spelling.js';
import { pythonText } from '../words/python.js';
import { intentOf, isSdkImage, SDK_NAMES } from './api-shapes.js';
import { ImageBuilder } from './image-builder.js';
import { lookupIn, readSpelling } from './read-spelling.js';
import { isMapping, itemsIn, malformed, valuesIn } from './shapes.js';

/** openstacksdk's names beside Glance's own. Source: openstacksdk openstack/image/v2/image.py. */
const SPELLING: Spelling = {
  attributes: {
    ...Object.fromEntries(ATTRIBUTES.map(({ name }) => [name, name])),
    owner: ['owner_id', 'owner'], protected: ['is_protected', 'protected'], os_hidden: ['is_hidden', 'os_hidden'],
    os_hash_algo: ['hash_algo', 'os_hash_algo'], os_hash_value: ['hash_value', 'os_hash_value'],
  },
  properties: {
    img_config_drive: 'needs_config_drive', os_secure_boot: 'needs_secure_boot', hw_vif_multiqueue_enabled: 'is_hw_vif_multiqueue_enabled',
    hw_boot_menu: 'is_hw_boot_menu_enabled', auto_disk_config: 'has_auto_disk_config',
  },
  bags: ['properties', ''],
  defaults: { container_format: 'bare', disk_format: 'what clouds.yaml says, or qcow2' },
};
/** All keys that are no custom properties. What the SDK adds for itself is not Glance's, either. */
const NOT_PROPERTIES = new Set(['properties', ...Object.values(SPELLING.properties ?? {}), ...SDK_NAMES]);
const ADDED_BY_SDK = new Set(['location', 'metadata', 'url']);

/** openstacksdk's `Image`, as `to_dict()` gives it or `create_image()` takes it: custom properties nested, typed values. */
export const openstacksdk = defineDialect({
  name: 'openstacksdk',
  title: 'openstacksdk Image, openstack image show',
  about: 'What `openstack image show -f json` prints, `to_dict()` of openstacksdk gives and its `create_image()` takes: custom properties in a map of '
    + 'their own. Told by `disk_format` or `container_format` beside a map `properties`, or by the SDK\'s own names.',
  spelling: SPELLING,
  nonStringProperty: 'converted',
  leavesOpen: ['disk_format', 'container_format'],
  isPerItem: true,
  markers: ['disk_format', 'container_format'],
  recognise(document, { intent }) {
    const values = valuesIn(document);
    return intent !== 'create' && values.some(isSdkImage) && values.every(isMapping);
  },
  *images(document, hints) {
    for (const { value, path } of itemsIn(document)) yield read(value, path, hints);
  },
  record: (record, hints) => read(record, [], hints),
});

function read(value: unknown, base: Path, hints: RecogniseHints): RawImage {
  if (!isMapping(value)) return malformed(value, base, hints.intent);
  const intent = hints.intent ?? intentOf(value);
  const image = new ImageBuilder(base, SPELLING);
  // In a record, the SDK has typed what Glance sent as text.
  const property = (given: unknown): unknown => (intent === 'record' ? textOf(given) : given);
  readSpelling(image, { ...SPELLING, bags: [] }, lookupIn(value, base), { property });
  const nested = value['properties'];
  // The SDK writes None for what Glance did not tell. Base attributes may stand among the properties, too.
  const take = (name: string, given: unknown, path: Path): void => {
    if (given === null || (intent === 'record' && ADDED_BY_SDK.has(name))) return;
    if (isAttribute(name)) image.attribute(name, given, path);
    else image.property(name, property(given), path);
  };
  for (const name in value) if (!NOT_PROPERTIES.has(name)) take(name, value[name], [...base, name]);
  if (isMapping(nested)) for (const name in nested) take(name, nested[name], [...base, 'properties', name]);
  return image.build(intent);
}

/** What nests (locations, metadata) is not a property. */
function textOf(value: unknown): unknown {
  return value === UNKNOWN || typeof value === 'object' ? UNKNOWN : pythonText(value);
}
