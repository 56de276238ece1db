/*
 * Images as exports and catalogues have them by the thousand: clean, and alike but for a few values.
 */

interface Numbered {
  readonly pattern: RegExp;
  readonly make: (number: number) => unknown;
}

/** Values that are different in each image. */
export const NUMBERED: Readonly<Record<string, Numbered>> = {
  id: { pattern: /^6b7e6f3c-1d2a-4b5c-8d9e-[0-9a-f]{12}$/, make: (number) => `6b7e6f3c-1d2a-4b5c-8d9e-${number.toString(16).padStart(12, '0')}` },
  name: { pattern: /^Image build \d+$/, make: (number) => `Image build ${number}` },
  checksum: { pattern: /^0fab[0-9a-f]{28}$/, make: (number) => `0fab${number.toString(16).padStart(4, '0')}23456789abcdef0123456789` },
  os_hash_value: { pattern: /^[0-9a-f]{112}fedcba98[0-9a-f]{8}$/, make: (number) => `${'0123456789abcdee'.repeat(7)}fedcba98${number.toString(16).padStart(8, '0')}` },
  size: { pattern: /^21474\d{5}$/, make: (number) => 2147483648 + number },
  virtual_size: { pattern: /^42949\d{5}$/, make: (number) => 4294967296 + number },
  created_at: { pattern: /^2024-05-\d\dT10:00:00Z$/, make: (number) => `2024-05-${10 + (number % 18)}T10:00:00Z` },
};

type Values = Readonly<Record<string, unknown>>;

const CREATE: Values = {
  name: '', disk_format: 'qcow2', container_format: 'bare', visibility: 'public', protected: false, min_disk: 8, min_ram: 512, tags: ['linux', 'server'], os_distro: 'debian', os_version: '13',
  os_type: 'linux', architecture: 'x86_64', hw_disk_bus: 'scsi', hw_scsi_model: 'virtio-scsi', hw_vif_model: 'virtio', build: 'a1',
};
const RECORD: Values = {
  id: '', name: '', status: 'active', visibility: 'public', protected: true, os_hidden: false, owner: '0123456789abcdef0123456789abcdef', disk_format: 'qcow2', container_format: 'bare', min_disk: 8, min_ram: 1024,
  size: 0, virtual_size: 0, checksum: '', os_hash_algo: 'sha512', os_hash_value: '', created_at: '', updated_at: '2024-06-01T10:00:00Z', tags: ['a'], schema: '/v2/schemas/image', os_distro: 'ubuntu', os_version: '24.04', hw_disk_bus: 'virtio', hw_vif_model: 'virtio',
};
/** Of another dialect. */
const NESTED: Values = { name: '', disk_format: 'qcow2', container_format: 'bare', min_disk: 8, owner: 'me', tags: ['a'], properties: { os_type: 'linux', build: 'a1' } };

export const FAMILIES: readonly Values[] = [CREATE, CREATE, RECORD, RECORD, { name: '', disk_format: 'raw', container_format: 'bare', min_disk: 4 }, { id: '', ...CREATE, tags: [] }, NESTED];

/** What is known for an image only beside others, or only when somebody names the file. */
export const SPARE: readonly Values[] = [
  { id: '', name: '', status: 'active', created_at: '', os_distro: 'debian', build: 'a' },
  { id: '', name: '', status: 'active', created_at: '', schema: '/v2/schemas/image', build: 'a' },
];

/** What an image may be without. */
export const OPTIONAL = ['id', 'visibility', 'protected', 'os_hidden', 'min_ram', 'owner', 'tags', 'architecture', 'build', 'virtual_size'];

const CONSTANT = new Map<string, Set<string>>();
for (const family of [...FAMILIES, ...SPARE]) {
  for (const [name, value] of Object.entries({ ...family, ...(family['properties'] as Values | undefined) })) CONSTANT.set(name, (CONSTANT.get(name) ?? new Set()).add(JSON.stringify(value)));
}

/** The names of all attributes and properties of these images. */
export const NAMES: readonly string[] = [...CONSTANT.keys()];

/** Is a value one that these images have? */
export function isOfFamilies(name: string, value: unknown): boolean {
  const { pattern } = NUMBERED[name] ?? {};
  return pattern === undefined ? CONSTANT.get(name)?.has(JSON.stringify(value)) === true : pattern.test(String(value));
}
