import { defineDialect, type RawImage, type RecogniseHints } from '../model/dialect.js';
import { UNKNOWN, type Path } from '../model/image.js';
import { ImageBuilder } from './image-builder.js';
import { readByTable, type KeyTable } from './key-table.js';
import { isMapping, malformed, type Mapping } from './shapes.js';

const TYPES = ['OS::Glance::WebImage', 'OS::Glance::Image'];

/** Properties of the resource. Source: openstack/heat heat/engine/resources/openstack/glance/image.py. */
const KEYS: KeyTable = {
  attributes: {
    name: 'name', id: 'id', disk_format: 'disk_format', container_format: 'container_format', min_disk: 'min_disk', min_ram: 'min_ram',
    visibility: 'visibility', protected: 'protected', is_protected: 'protected', owner: 'owner', tags: 'tags', os_hidden: 'os_hidden',
  },
  properties: {
    architecture: 'architecture', kernel_id: 'kernel_id', ramdisk_id: 'ramdisk_id', os_distro: 'os_distro', os_version: 'os_version',
  },
  source: { location: 'url' },
  visibility: { is_public: ['public', 'private'] },
  nested: ['extra_properties'],
  others: ['active', 'members'],
};

/** `OS::Glance::WebImage` in Heat templates. Intrinsic functions (`get_param`, …) are unknown. */
export const heat = defineDialect({
  name: 'heat',
  title: 'Heat templates (OS::Glance::WebImage)',
  nonStringProperty: 'converted',
  yaml: '1.1',
  onStray: { by: 'client', when: 'always', effect: 'rejected' },
  leavesOpen: ['properties'],
  markers: TYPES,
  recognise: (document) => resourcesIn(document).length > 0,
  *images(document, hints) {
    for (const { value, path } of resourcesIn(document)) yield read(value, path, hints);
  },
  record: (record, hints) => read(record, [], hints),
});

function resourcesIn(document: unknown): { readonly value: Mapping; readonly path: Path }[] {
  const resources = isMapping(document) ? (document['resources'] ?? document['Resources']) : undefined;
  if (!isMapping(document) || !isMapping(resources)) return [];
  const holder = 'resources' in document ? 'resources' : 'Resources';
  return Object.entries(resources).flatMap(([name, resource]) => {
    if (!isMapping(resource) || !TYPES.includes(String(resource['type'] ?? resource['Type']))) return [];
    const key = 'properties' in resource ? 'properties' : 'Properties';
    const value = resource[key];
    return isMapping(value) ? [{ value, path: [holder, name, key] }] : [];
  });
}

function read(value: unknown, path: Path, hints: RecogniseHints): RawImage {
  if (!isMapping(value)) return malformed(value, path, hints.intent);
  const image = new ImageBuilder(path);
  readByTable(image, withoutFunctions(value), path, KEYS);
  image.source('web_download', true, [...path, 'location']);
  return image.build(hints.intent ?? 'create');
}

/** What is a mapping where a plain value belongs is a function that Heat evaluates. */
function withoutFunctions(properties: Mapping): Mapping {
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => {
    if (!isMapping(value)) return [name, value];
    return [name, name === 'extra_properties' ? withoutFunctions(value) : UNKNOWN];
  }));
}
