import { REFUSED_BY_NOVA, type PropertyFact } from './property-fact.js';
import { BOOLEAN, exactly, HYPERVISOR, INTEGER, SECURE_BOOT, SIGNATURE_HASH, SIGNATURE_KEY, TEXT, text, UUID } from './values.js';

const IMAGE_META = ['nova nova/objects/image_meta.py', 'nova nova/objects/fields.py'];
const checked = { readers: ['nova'], otherwise: REFUSED_BY_NOVA, source: IMAGE_META } as const;
const read = { readers: ['nova'], source: IMAGE_META } as const;
const signature = { readers: ['glance', 'nova', 'cinder'], source: ['cursive cursive/signature_utils.py', 'nova nova/objects/image_meta.py'] } as const;

/** What Nova reads about the image's use and the guest's operating system. */
export const NOVA_GUEST: readonly PropertyFact[] = [
  { ...read, name: 'img_bdm_v2', summary: 'whether the block device mapping is in the newer form', value: BOOLEAN, example: 'true' },
  { ...read, name: 'img_bittorrent', summary: 'download by BitTorrent, for XenAPI', value: BOOLEAN, example: 'false', until: 'ussuri' },
  { ...checked, name: 'img_block_device_mapping', summary: 'filled by Nova from block_device_mapping', value: { kind: 'never' }, example: '(none)' },
  { ...read, name: 'img_cache_in_nova', summary: 'image cache of XenAPI', value: BOOLEAN, example: 'true', until: 'ussuri' },
  { ...checked, name: 'img_compression_level', summary: 'gzip level of XenAPI snapshots', value: INTEGER, example: '6', until: 'ussuri' },
  {
    ...checked, name: 'img_config_drive', summary: 'whether servers must have a config drive',
    value: exactly(['optional', 'mandatory'], {
      guesses: { true: 'mandatory', yes: 'mandatory', required: 'mandatory', always: 'mandatory', on: 'mandatory', false: 'optional', no: 'optional', off: 'optional' },
    }),
    example: 'mandatory', since: 'liberty',
  },
  { ...read, name: 'img_hide_hypervisor_id', summary: 'hides the hypervisor\'s signature from the guest', value: BOOLEAN, example: 'true', since: 'pike' },
  { ...checked, name: 'img_hv_requested_version', summary: 'versions of the hypervisor that will do', value: { kind: 'version-predicate' }, example: '>=6.0' },
  { ...checked, name: 'img_hv_type', summary: 'hypervisor that the host must have', value: HYPERVISOR, example: 'kvm' },
  { ...read, name: 'img_linked_clone', summary: 'VMware clones share the cached disk', value: BOOLEAN, example: 'true' },
  { ...checked, name: 'img_mappings', summary: 'filled by Nova from mappings', value: { kind: 'never' }, example: '(none)' },
  { ...read, name: 'img_owner_id', summary: 'project that made a snapshot', value: TEXT, example: '4f9a1c' },
  { ...read, name: 'img_root_device_name', summary: 'device name of the root disk', value: text('a device name'), example: '/dev/vda' },
  { ...read, name: 'img_use_agent', summary: 'whether XenAPI talks to its guest agent', value: BOOLEAN, example: 'false', until: 'ussuri' },
  { ...checked, name: 'img_version', summary: 'image version of VMware', value: INTEGER, example: '1' },
  { ...signature, name: 'img_signature', summary: 'signature of the image data, one of four properties that go together', value: text('base64'), example: 'ky3OJb…=' },
  { ...signature, name: 'img_signature_certificate_uuid', summary: 'certificate of the signature in the key manager', value: UUID, example: 'f7f4a1d6-4c5e-4b0c-8a2f-9d1f1c0e5b3a' },
  { ...signature, name: 'img_signature_hash_method', summary: 'hash of the signature', value: SIGNATURE_HASH, otherwise: REFUSED_BY_NOVA, example: 'SHA-256' },
  { ...signature, name: 'img_signature_key_type', summary: 'key type of the signature', value: SIGNATURE_KEY, otherwise: REFUSED_BY_NOVA, example: 'RSA-PSS' },
  { ...read, name: 'os_admin_user', summary: 'account whose password Nova may set', value: text('a user name'), example: 'Administrator', since: 'liberty' },
  { ...read, name: 'os_command_line', summary: 'kernel command line, for images with kernel_id', value: TEXT, example: 'console=ttyS0' },
  { ...read, name: 'os_distro', summary: 'distribution, by its short name in lower case', value: text('a name such as ubuntu, debian, rhel, windows'), example: 'ubuntu' },
  { ...read, name: 'os_require_quiesce', summary: 'refuses snapshots whose file systems cannot be frozen', value: BOOLEAN, example: 'yes', since: 'liberty' },
  { ...checked, name: 'os_secure_boot', summary: 'UEFI secure boot', value: SECURE_BOOT, example: 'required', since: 'newton' },
  {
    ...read, name: 'os_shutdown_timeout', summary: 'time for a clean shutdown; 0 cuts the power at once', value: { kind: 'integer', minimum: 0, unit: 'seconds' },
    otherwise: { by: 'nova', when: 'always', effect: 'ignored' }, example: '60', source: ['nova nova/compute/manager.py'],
  },
  { ...read, name: 'os_skip_agent_inject_files_at_boot', summary: 'file injection by XenAPI', value: BOOLEAN, example: 'true', until: 'ussuri' },
  { ...read, name: 'os_skip_agent_inject_ssh', summary: 'key injection by XenAPI', value: BOOLEAN, example: 'true', until: 'ussuri' },
  {
    ...checked, name: 'os_type', summary: 'family of the operating system',
    value: {
      kind: 'enum', allowed: ['linux', 'windows'], foldsCase: true,
      guesses: {
        win: 'windows', win10: 'windows', windows_server: 'windows', mswindows: 'windows', ubuntu: 'linux', debian: 'linux', centos: 'linux', rhel: 'linux',
        fedora: 'linux', rocky: 'linux', almalinux: 'linux', 'gnu/linux': 'linux', lin: 'linux',
      },
    },
    example: 'linux',
  },
  {
    ...read, name: 'trait:NAME', pattern: /^trait:/, summary: 'trait that the host must have', value: exactly(['required']),
    otherwise: { by: 'nova', when: 'boot', effect: 'ignored' }, example: 'required', since: 'rocky',
  },
];
