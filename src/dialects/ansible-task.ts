import { defineDialect, type RawImage, type RecogniseHints } from '../model/dialect.js';
import type { Path } from '../model/image.js';
import type { Spelling } from '../model/spelling.js';
import { ansibleConversions, pythonConversions } from './conversions.js';
import { ImageBuilder } from './image-builder.js';
import { fillIn, lookupIn, readSpelling, readStrays, traitsOf } from './read-spelling.js';
import { isMapping, malformed, type Mapping } from './shapes.js';

const MODULE = 'openstack.cloud.image';
/** Its names before Ansible 2.10. In those days it made text of all properties. */
const OLD_MODULES = ['openstack.cloud.os_image', 'os_image'];
const NAMES = [MODULE, ...OLD_MODULES];
/** Where tasks stand inside plays and blocks. */
export const HOLDERS = ['tasks', 'pre_tasks', 'post_tasks', 'handlers', 'block', 'rescue', 'always'];

/** What the module calls an image's attributes. Source: openstack/ansible-collections-openstack plugins/modules/image.py. */
export const MODULE_WORDS = {
  attributes: {
    id: 'id', name: 'name', disk_format: 'disk_format', container_format: 'container_format', min_disk: 'min_disk', min_ram: 'min_ram',
    visibility: ['visibility', { key: 'is_public', whenTrue: 'public', whenFalse: 'private' }],
    protected: ['is_protected', 'protected'], owner: ['owner', 'project'], tags: 'tags',
  },
  properties: { kernel_id: { key: 'kernel', names: 'image' }, ramdisk_id: { key: 'ramdisk', names: 'image' } },
  bags: ['properties'],
  defaults: { disk_format: 'qcow2', container_format: 'bare', min_disk: '0', min_ram: '0', visibility: 'private' },
} as const satisfies Spelling;

const SPELLING: Spelling = {
  ...MODULE_WORDS,
  source: { file: 'filename', url: 'uri' },
  others: [
    'state', 'checksum', 'volume', 'owner_domain', 'project_domain', 'use_import', 'import_method', 'is_hidden', 'os_hidden', 'stores', 'all_stores',
    'api_timeout', 'auth', 'auth_type', 'availability_zone', 'ca_cert', 'cacert', 'cert', 'client_cert', 'client_key', 'cloud', 'endpoint_type', 'interface',
    'key', 'region_name', 'sdk_log_level', 'sdk_log_path', 'timeout', 'validate_certs', 'verify', 'wait',
  ],
};

/** Ansible tasks that make images: `openstack.cloud.image`, `os_image`. Jinja is unknown. */
export const ansibleTask = defineDialect({
  name: 'ansible-task',
  title: 'Ansible tasks (openstack.cloud.image)',
  about: 'Tasks of the module `openstack.cloud.image` (once `os_image`) in playbooks, roles and blocks; the keys below are its arguments. Jinja is unknown, '
    + 'tasks with another `state` than `present` make no image. Unknown arguments are refused, and so are properties that are not text.',
  spelling: SPELLING,
  // Since version 2 of the collection, the module patches them in as they are.
  nonStringProperty: 'rejected',
  yaml: '1.1',
  onStray: { by: 'client', when: 'always', effect: 'rejected' },
  // A task may also change an image that is there already.
  ...traitsOf(SPELLING, ['min_disk', 'min_ram', 'visibility', 'owner', 'protected', 'tags', 'properties']),
  markers: NAMES,
  recognise: (document) => hasTask(document),
  *images(document, hints) {
    for (const { value, path } of tasksIn(document)) yield read(value, path, hints);
  },
  record: (record, hints) => read(record, [], hints),
});

const DEEPEST = 20;

/** As `tasksIn`, for lists of any kind and length. */
function hasTask(list: unknown, depth = 0): boolean {
  return Array.isArray(list) && depth <= DEEPEST && list.some((task: unknown) => isMapping(task)
    && (NAMES.some((module) => isImageTask(task, module)) || HOLDERS.some((holder) => task[holder] !== undefined && hasTask(task[holder], depth + 1))));
}

function isImageTask(task: Mapping, module: string): boolean {
  const value = task[module];
  return isMapping(value) && isPresent(value);
}

function tasksIn(list: unknown, base: Path = [], depth = 0): { readonly value: Mapping; readonly path: Path }[] {
  if (!Array.isArray(list) || depth > DEEPEST) return [];
  return list.flatMap((task: unknown, index) => {
    if (!isMapping(task)) return [];
    const path = [...base, index];
    const own = NAMES.filter((module) => isImageTask(task, module)).map((module) => ({ value: task[module] as Mapping, path: [...path, module] }));
    const inner = HOLDERS.flatMap((holder) => (Object.hasOwn(task, holder) ? tasksIn(task[holder], [...path, holder], depth + 1) : []));
    return [...own, ...inner];
  });
}

/** `state: absent` takes an image away. */
export function isPresent({ state }: Mapping): boolean {
  return state === undefined || state === null || state === 'present';
}

function read(value: unknown, path: Path, hints: RecogniseHints): RawImage {
  if (!isMapping(value)) return malformed(value, path, hints.intent);
  const image = new ImageBuilder(path, SPELLING);
  const isOld = OLD_MODULES.includes(String(path.at(-1)));
  readSpelling(image, SPELLING, lookupIn(value, path), isOld ? { ...ansibleConversions, ...pythonConversions } : ansibleConversions);
  readStrays(image, SPELLING, value, path);
  fillIn(image, SPELLING);
  return image.build(hints.intent ?? 'create');
}
