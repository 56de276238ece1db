import { defineDialect, type RawImage, type RecogniseHints } from '../model/dialect.js';
import type { Path } from '../model/image.js';
import { ImageBuilder } from './image-builder.js';
import { readByTable, type KeyTable } from './key-table.js';
import { isMapping, malformed } from './shapes.js';

/** One vocabulary for all the roles: where they differ, they do so by key. Sources beside the variables below. */
const KEYS: KeyTable = {
  attributes: {
    name: 'name', id: 'id', uuid: 'id', disk_format: 'disk_format', source_disk_format: 'disk_format', type: 'disk_format',
    container_format: 'container_format', min_disk: 'min_disk', min_ram: 'min_ram', visibility: 'visibility', owner: 'owner',
    is_protected: 'protected', protected: 'protected', is_hidden: 'os_hidden', hidden: 'os_hidden', tags: 'tags',
  },
  source: { image_url: 'url', external_url: 'url', source_url: 'url', url: 'url', filename: 'file' },
  visibility: { is_public: ['public', 'private'] },
  checksums: ['checksum'],
  nested: ['properties'],
};

/**
 * Variables that hold images: a list, a map, or one image. Sources: stackhpc/ansible-role-os-images, azimuth-cloud/azimuth-config,
 * vexxhost/atmosphere, ChameleonCloud/chi-in-a-box, rackerlabs/understack, openstack/openstack-ansible-plugins.
 */
const LISTS = /^(os_images_list|openstack_images|(\w+_)?glance_images|understack_images)$/;
const MAPS = /^community_images(_\w+)?$/;
const SINGLE = /^openstack_image_\w+$/;
const NESTED_LIST = ['openstack_resources_image', 'images'] as const;

/** Variables of Ansible roles that upload images. Jinja is unknown. */
export const ansibleVars = defineDialect({
  name: 'ansible-vars',
  title: 'Variables of Ansible roles',
  nonStringProperty: 'converted',
  yaml: '1.1',
  // The roles fill in formats, and some have no word for sizes.
  leavesOpen: ['disk_format', 'container_format', 'min_disk', 'min_ram', 'visibility', 'owner', 'protected', 'os_hidden', 'tags', 'properties'],
  markers: ['os_images_list', 'openstack_image', 'glance_images', 'understack_images', 'openstack_resources_image', 'community_images'],
  recognise: (document) => imagesIn(document).length > 0,
  *images(document, hints) {
    for (const { value, path } of imagesIn(document)) yield read(value, path, hints);
  },
  record: (record, hints) => read(record, [], hints),
});

function imagesIn(document: unknown): { readonly value: unknown; readonly path: Path }[] {
  if (!isMapping(document)) return [];
  const found: { value: unknown; path: Path }[] = [];
  for (const name in document) {
    const value = document[name];
    if (LISTS.test(name)) found.push(...listed(value, [name]));
    else if (MAPS.test(name) && isMapping(value)) for (const key in value) found.push({ value: value[key], path: [name, key] });
    else if (SINGLE.test(name)) found.push({ value, path: [name] });
    else if (name === NESTED_LIST[0] && isMapping(value)) found.push(...listed(value[NESTED_LIST[1]], [...NESTED_LIST]));
  }
  // Lists hold references to other variables as well, and variables of like names hold other things.
  return found.filter(({ value }) => isMapping(value) && isImage(Object.keys(value)));
}

function listed(value: unknown, path: Path): { readonly value: unknown; readonly path: Path }[] {
  return Array.isArray(value) ? value.map((item: unknown, index) => ({ value: item, path: [...path, index] })) : [];
}

function isImage(keys: readonly string[]): boolean {
  return keys.includes('name') && keys.some((key) => key in KEYS.attributes && key !== 'name' && key !== 'id' && key !== 'owner');
}

function read(value: unknown, path: Path, hints: RecogniseHints): RawImage {
  if (!isMapping(value)) return malformed(value, path, hints.intent);
  const image = new ImageBuilder(path);
  readByTable(image, value, path, KEYS);
  return image.build(hints.intent ?? 'create');
}
