import { defineDialect, type RawImage, type RecogniseHints } from '../model/dialect.js';
import { UNKNOWN, type Path } from '../model/image.js';
import type { Spelling } from '../model/spelling.js';
import { heatConversions } from './conversions.js';
import { ImageBuilder } from './image-builder.js';
import { lookupIn, readSpelling, readStrays, traitsOf } from './read-spelling.js';
import { isMapping, malformed, type Mapping } from './shapes.js';

/** Properties of the resources, old and new. Source: openstack/heat heat/engine/resources/openstack/glance/image.py. */
const SPELLING: Spelling = {
  attributes: {
    id: 'id', name: 'name', disk_format: 'disk_format', container_format: 'container_format', min_disk: 'min_disk', min_ram: 'min_ram',
    visibility: ['visibility', { key: 'is_public', whenTrue: 'public', whenFalse: 'private' }], protected: 'protected', owner: 'owner', tags: 'tags',
  },
  properties: { architecture: 'architecture', kernel_id: 'kernel_id', ramdisk_id: 'ramdisk_id', os_distro: 'os_distro', os_version: 'os_version' },
  bags: ['extra_properties'],
  source: { url: 'location' },
  defaults: { min_disk: '0', min_ram: '0', visibility: 'private', protected: 'false' },
  others: ['active', 'members'],
};
const TYPES = ['OS::Glance::WebImage', 'OS::Glance::Image'];

/** `OS::Glance::WebImage` in Heat templates. Functions (`get_param`, …) are unknown. */
export const heat = defineDialect({
  name: 'heat',
  title: 'Heat templates (OS::Glance::WebImage)',
  about: 'Resources of the types `OS::Glance::WebImage` and `OS::Glance::Image` in templates; the keys below are their properties. Functions such as '
    + '`get_param` are unknown. Heat makes text of whole numbers and booleans, and refuses other values and unknown properties.',
  spelling: SPELLING,
  nonStringProperty: 'rejected',
  yaml: '1.1',
  onWrongType: { by: 'client', when: 'always', effect: 'rejected' },
  onStray: { by: 'client', when: 'always', effect: 'rejected' },
  ...traitsOf(SPELLING, ['properties']),
  markers: TYPES,
  recognise: (document) => resourcesIn(document).length > 0,
  *images(document, hints) {
    for (const { value, path } of resourcesIn(document)) yield read(value, path, hints);
  },
  record: (record, hints) => read(record, [], hints),
});

interface Resource {
  readonly value: unknown;
  readonly path: Path;
}

/** Templates in Heat's own way, and in that of CloudFormation. */
function resourcesIn(document: unknown): readonly Resource[] {
  if (!isMapping(document)) return [];
  return [...resourcesAs(document, 'resources', 'type', 'properties'), ...resourcesAs(document, 'Resources', 'Type', 'Properties')];
}

function resourcesAs(document: Mapping, holder: string, typeKey: string, propertiesKey: string): Resource[] {
  const resources = document[holder];
  if (!isMapping(resources)) return [];
  return Object.entries(resources).flatMap(([name, resource]) => {
    const type = isMapping(resource) ? resource[typeKey] : undefined;
    if (!isMapping(resource) || typeof type !== 'string' || !TYPES.includes(type)) return [];
    return [{ value: resource[propertiesKey] ?? {}, path: [holder, name, propertiesKey] }];
  });
}

function read(properties: unknown, path: Path, hints: RecogniseHints): RawImage {
  if (!isMapping(properties)) return malformed(properties, path, hints.intent);
  const image = new ImageBuilder(path, SPELLING);
  readSpelling(image, SPELLING, lookupIn(withoutFunctions(properties), path), heatConversions);
  readStrays(image, SPELLING, properties, path);
  image.source('web_download', true);
  return image.build(hints.intent ?? 'create');
}

/** What is a mapping where a plain value belongs is a function that Heat evaluates, also within lists. */
function withoutFunctions(properties: Mapping): Mapping {
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => {
    if (Array.isArray(value)) return [name, value.map((item: unknown) => (isMapping(item) ? UNKNOWN : item))];
    if (!isMapping(value)) return [name, value];
    return [name, name === 'extra_properties' && !isFunction(value) ? withoutFunctions(value) : UNKNOWN];
  }));
}

function isFunction(value: Mapping): boolean {
  const [name = '', ...others] = Object.keys(value);
  return others.length === 0 && /^(get_|str_|list_|map_|yaql$|if$|equals$|repeat$|digest$|resource_facade$|Ref$|Fn::)/.test(name);
}
