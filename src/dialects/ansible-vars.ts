import { isAttribute } from '../facts/attributes.js';
import { defineDialect, type RawImage, type RecogniseHints } from '../model/dialect.js';
import type { Path } from '../model/image.js';
import type { Spelling } from '../model/spelling.js';
import { nearest } from '../words/nearest.js';
import { HOLDERS, isPresent, MODULE_WORDS } from './ansible-task.js';
import { ansibleConversions } from './conversions.js';
import { ImageBuilder } from './image-builder.js';
import { fillIn, keysOf, lookupIn, readSpelling, readStrays, unspelled } from './read-spelling.js';
import { isMapping, malformed, type Mapping } from './shapes.js';

/** Roles that upload the images of a variable. They know one another's words only in part. */
interface Role {
  /** An image of the role has a name and at least one of these keys. */
  readonly telling: readonly string[];
  readonly spelling: Spelling;
  /** What is told beside the spelling. */
  complete?(image: ImageBuilder, value: Mapping): void;
}

/** Source: stackhpc/ansible-collection-openstack roles/os_images. It has no words for sizes. */
const OS_IMAGES: Role = {
  telling: ['type', 'image_url', 'elements', 'disk_format', 'filename'],
  spelling: {
    attributes: { name: 'name', disk_format: 'type', visibility: MODULE_WORDS.attributes.visibility, owner: 'owner' },
    bags: ['properties'],
    source: { url: 'image_url', digest: { key: 'checksum', holds: 'algorithm:digest' } },
    defaults: { disk_format: 'qcow2', container_format: 'bare', visibility: 'public' },
    others: ['elements', 'env', 'packages', 'size', 'architecture', 'force_rebuild', 'use_import', 'hide_image'],
  },
  complete: (image, value) => unpacks(image, value['image_url'], '.xz'),
};

/** Source: azimuth-cloud/ansible-collection-azimuth-ops roles/community_images. The format in Glance is the cloud's. */
const COMMUNITY_IMAGES: Role = {
  telling: ['source_url'],
  spelling: {
    attributes: { name: 'name', container_format: 'container_format', visibility: 'visibility' },
    bags: ['properties'],
    source: { url: 'source_url', digest: { key: 'checksum', holds: 'algorithm:digest' } },
    defaults: { visibility: 'community' },
  },
  complete: (image, value) => unpacks(image, value['source_url'], '.bz2'),
};

/**
 * Words of the module, and where the bytes come from. Sources: vexxhost/atmosphere roles/glance, ChameleonCloud/chi-in-a-box,
 * rackerlabs/understack ansible/roles/openstack_glance_image_upload.
 */
const MODULE: Role = {
  telling: ['disk_format', 'container_format'],
  spelling: {
    ...MODULE_WORDS,
    attributes: { ...MODULE_WORDS.attributes, id: ['id', 'uuid'] },
    source: { file: 'filename', url: ['url', 'external_url'], digest: { key: 'checksum', holds: 'algorithm:digest' } },
  },
  // Some of these roles convert the file to disk_format.
  complete: (image) => void image.source('converts', true),
};

/** Source: openstack/openstack-ansible-plugins roles/openstack_resources. */
const OPENSTACK_RESOURCES: Role = {
  telling: ['url', 'filename'],
  spelling: MODULE.spelling,
  complete(image, value) {
    if (value['compressed_format'] !== undefined) image.source('decompress', true);
    if (typeof value['checksum'] === 'string' && !value['checksum'].includes(':')) image.source('algorithm', 'md5');
  },
};

function unpacks(image: ImageBuilder, url: unknown, ending: string): void {
  if (typeof url === 'string' && url.endsWith(ending)) image.source('decompress', true);
}

/** Variables that hold images: a list, a map, or one image. */
const VARIABLES: readonly { readonly name: RegExp; readonly shape: 'list' | 'map' | 'one'; readonly role: Role }[] = [
  { name: /^os_images_list$/, shape: 'list', role: OS_IMAGES },
  { name: /^openstack_images$/, shape: 'list', role: OS_IMAGES },
  { name: /^openstack_image_\w+$/, shape: 'one', role: OS_IMAGES },
  { name: /^community_images(_\w+)?$/, shape: 'map', role: COMMUNITY_IMAGES },
  { name: /^(\w+_)?glance_images$/, shape: 'list', role: MODULE },
  { name: /^understack_images$/, shape: 'list', role: MODULE },
];
const RESOURCES = 'openstack_resources_image';
const ROLES = [OS_IMAGES, COMMUNITY_IMAGES, MODULE, OPENSTACK_RESOURCES];

interface Found {
  readonly value: Mapping;
  readonly path: Path;
  readonly role: Role;
}

/** Variables of Ansible roles that upload images. Jinja is unknown. */
export const ansibleVars = defineDialect({
  name: 'ansible-vars',
  title: 'Ansible roles (variables)',
  about: 'Variables of roles that upload images, in `group_vars`, `defaults` and the `vars` of plays: `os_images_list`, `openstack_images` and '
    + '`openstack_image_*` (StackHPC), `community_images*` (Azimuth), `glance_images` and `*_glance_images` (Atmosphere, Chameleon), `understack_images`, '
    + '`openstack_resources_image.images` (OpenStack-Ansible). Jinja is unknown. Each role has some of the words below.',
  // For pages and editors; a lint run goes by the roles.
  get spelling() {
    return ROLES.map(({ spelling }) => spelling).reduce(merged);
  },
  nonStringProperty: 'converted',
  yaml: '1.1',
  onStray: { by: 'client', when: 'always', effect: 'ignored' },
  // Some roles fill in what others take, and add properties of their own.
  leavesOpen: [...unspelled(MODULE.spelling), 'disk_format', 'container_format', 'min_disk', 'min_ram', 'visibility', 'owner', 'protected', 'tags', 'properties'],
  markers: ['os_images_list', 'openstack_image', 'glance_images', 'understack_images', 'community_images', RESOURCES],
  recognise: (document) => imagesIn(document).length > 0,
  *images(document, hints) {
    for (const { value, path, role } of imagesIn(document)) yield read(value, path, role, hints);
  },
  record: (record, hints) => (isMapping(record) ? read(record, [], roleOf(record, MODULE), hints) : malformed(record, [], hints.intent)),
});

const DEEPEST = 20;

/** In a file of variables, or in the `vars` of plays, roles and tasks. */
function imagesIn(document: unknown): Found[] {
  return Array.isArray(document) ? inPlays(document, []) : isMapping(document) ? inVariables(document, []) : [];
}

/** Below plays, tasks and blocks. The list may be anything, and long. */
function inPlays(list: unknown, base: Path, depth = 0): Found[] {
  if (!Array.isArray(list) || depth > DEEPEST) return [];
  const found: Found[] = [];
  for (const [index, item] of list.entries()) {
    if (!isMapping(item)) continue;
    const { vars, roles } = item;
    if (isMapping(vars)) found.push(...inVariables(vars, [...base, index, 'vars']));
    if (Array.isArray(roles)) for (const [number, role] of roles.entries()) if (isMapping(role)) found.push(...inRole(role, [...base, index, 'roles', number]));
    for (const holder of HOLDERS) if (item[holder] !== undefined) found.push(...inPlays(item[holder], [...base, index, holder], depth + 1));
  }
  return found;
}

/** A role's variables stand beside its name, or in `vars`. */
function inRole(role: Mapping, path: Path): Found[] {
  return [...inVariables(role, path), ...(isMapping(role['vars']) ? inVariables(role['vars'], [...path, 'vars']) : [])];
}

function inVariables(variables: Mapping, base: Path): Found[] {
  const found: Found[] = [];
  for (const name in variables) {
    const value = variables[name];
    if (typeof value !== 'object' || value === null) continue;
    const path = [...base, name];
    if (name === RESOURCES && isMapping(value)) found.push(...imagesOf(value['images'], [...path, 'images'], 'list', OPENSTACK_RESOURCES));
    const variable = VARIABLES.find((one) => one.name.test(name));
    if (variable !== undefined) found.push(...imagesOf(value, path, variable.shape, variable.role));
  }
  return found;
}

function imagesOf(value: unknown, path: Path, shape: 'list' | 'map' | 'one', role: Role): Found[] {
  const entries: readonly (readonly [string | number | undefined, unknown])[] = shape === 'one' ? [[undefined, value]]
    : shape === 'list' ? (Array.isArray(value) ? [...value.entries()] : []) : isMapping(value) ? Object.entries(value) : [];
  // Lists hold references to other variables as well, and variables of like names hold other things.
  return entries.flatMap(([key, item]) =>
    (isMapping(item) && isImage(item, role) ? [{ value: item, path: key === undefined ? path : [...path, key], role: roleOf(item, role) }] : []));
}

function isImage(value: Mapping, { telling }: Role): boolean {
  return Object.hasOwn(value, 'name') && isPresent(value) && telling.some((key) => Object.hasOwn(value, key));
}

/** Lists of one name are read by more than one role. */
function roleOf(value: Mapping, role: Role): Role {
  return role === OS_IMAGES && ['disk_format', 'url', 'filename'].some((key) => Object.hasOwn(value, key)) ? MODULE : role;
}

function read(value: Mapping, path: Path, { spelling, complete }: Role, hints: RecogniseHints): RawImage {
  const image = new ImageBuilder(path, spelling);
  readSpelling(image, spelling, lookupIn(value, path), ansibleConversions);
  complete?.(image, value);
  // Variables may have keys for other programs: only what looks as if it were meant for the role counts.
  readStrays(image, spelling, meantForImages(value), path);
  fillIn(image, spelling);
  return image.build(hints.intent ?? 'create');
}

function meantForImages(value: Mapping): Mapping {
  return Object.fromEntries(Object.entries(value).filter(([key]) => isAttribute(key) || nearest(key, keysOf(OS_IMAGES.spelling)) !== undefined));
}

/** The words of two spellings together. */
function merged(one: Spelling, other: Spelling): Spelling {
  const union = <Group extends object>(first: Group = {} as Group, second: Group = {} as Group): Group => {
    const names = [...new Set([...Object.keys(first), ...Object.keys(second)])] as (keyof Group)[];
    return Object.fromEntries(names.map((name) => {
      const words = [first[name] ?? [], second[name] ?? []].flat();
      return [name, words.filter((word, index) => words.findIndex((same) => JSON.stringify(same) === JSON.stringify(word)) === index)];
    })) as Group;
  };
  return {
    attributes: union(one.attributes, other.attributes),
    properties: union(one.properties, other.properties),
    bags: [...new Set([...(one.bags ?? []), ...(other.bags ?? [])])],
    source: union(one.source, other.source),
  };
}
