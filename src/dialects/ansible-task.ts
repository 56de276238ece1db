import { defineDialect, type RawImage, type RecogniseHints } from '../model/dialect.js';
import type { Path } from '../model/image.js';
import { ImageBuilder } from './image-builder.js';
import { readByTable, type KeyTable } from './key-table.js';
import { isMapping, malformed, type Mapping } from './shapes.js';

const MODULES = ['openstack.cloud.image', 'openstack.cloud.os_image', 'os_image'];
/** Where tasks stand inside plays and blocks. */
const HOLDERS = ['tasks', 'pre_tasks', 'post_tasks', 'handlers', 'block', 'rescue', 'always'];

/** Arguments of the module. Source: openstack/ansible-collections-openstack plugins/modules/image.py. */
const KEYS: KeyTable = {
  attributes: {
    name: 'name', id: 'id', disk_format: 'disk_format', container_format: 'container_format', min_disk: 'min_disk', min_ram: 'min_ram',
    visibility: 'visibility', owner: 'owner', project: 'owner', is_protected: 'protected', protected: 'protected', tags: 'tags',
  },
  source: { filename: 'file', uri: 'url' },
  visibility: { is_public: ['public', 'private'] },
  nested: ['properties'],
  others: [
    'api_timeout', 'auth', 'auth_type', 'availability_zone', 'ca_cert', 'cacert', 'checksum', 'client_cert', 'client_key', 'cloud',
    'interface', 'endpoint_type', 'kernel', 'ramdisk', 'owner_domain', 'project_domain', 'region_name', 'sdk_log_level', 'sdk_log_path',
    'state', 'timeout', 'use_import', 'import_method', 'validate_certs', 'verify', 'volume', 'wait', 'cert', 'key', 'os_hidden', 'is_hidden',
  ],
};

/** Ansible tasks that make images: `openstack.cloud.image`, `os_image`. Jinja is unknown. */
export const ansibleTask = defineDialect({
  name: 'ansible-task',
  title: 'Ansible tasks (openstack.cloud.image)',
  nonStringProperty: 'converted',
  yaml: '1.1',
  onStray: { by: 'client', when: 'always', effect: 'rejected' },
  // The module fills in formats, and a task may change an image that is there already.
  leavesOpen: ['disk_format', 'container_format', 'min_disk', 'min_ram', 'visibility', 'owner', 'protected', 'os_hidden', 'tags', 'properties'],
  markers: MODULES,
  recognise: (document) => tasksIn(document).length > 0,
  *images(document, hints) {
    for (const { value, path } of tasksIn(document)) yield read(value, path, hints);
  },
  record: (record, hints) => read(record, [], hints),
});

const DEEPEST = 20;

function tasksIn(list: unknown, base: Path = [], depth = 0): { readonly value: Mapping; readonly path: Path }[] {
  if (!Array.isArray(list) || depth > DEEPEST) return [];
  return list.flatMap((task: unknown, index) => {
    if (!isMapping(task)) return [];
    const path = [...base, index];
    const own = MODULES.flatMap((module) => {
      const value = Object.hasOwn(task, module) ? task[module] : undefined;
      // `state: absent` takes an image away.
      return isMapping(value) && (value['state'] ?? 'present') === 'present' ? [{ value, path: [...path, module] }] : [];
    });
    const inner = HOLDERS.flatMap((holder) => (Object.hasOwn(task, holder) ? tasksIn(task[holder], [...path, holder], depth + 1) : []));
    return [...own, ...inner];
  });
}

function read(value: unknown, path: Path, hints: RecogniseHints): RawImage {
  if (!isMapping(value)) return malformed(value, path, hints.intent);
  const image = new ImageBuilder(path);
  readByTable(image, value, path, KEYS);
  return image.build(hints.intent ?? 'create');
}
