import { REFUSED_BY_NOVA, type PropertyFact } from './property-fact.js';
import { ARCHITECTURE, BOOLEAN, exactly, HYPERVISOR, INTEGER, TEXT, text, VM_MODE } from './values.js';

const LEGACY = ['nova nova/objects/image_meta.py'];
const JSON_TEXT = ['nova nova/image/glance.py', 'nova nova/objects/image_meta.py'];
const checked = { readers: ['nova'], otherwise: REFUSED_BY_NOVA, source: LEGACY } as const;
const read = { readers: ['nova'], source: LEGACY } as const;

/** Names that Nova reads beside its own. Some are the documented ones, others nobody should write any more. */
export const NOVA_LEGACY: readonly PropertyFact[] = [
  { ...checked, name: 'architecture', storedAs: 'hw_architecture', summary: 'CPU architecture of the guest', value: ARCHITECTURE, example: 'x86_64' },
  { ...checked, name: 'hypervisor_type', storedAs: 'img_hv_type', summary: 'hypervisor that the host must have', value: HYPERVISOR, example: 'qemu' },
  { ...checked, name: 'hypervisor_version_requires', storedAs: 'img_hv_requested_version', summary: 'versions of the hypervisor that will do', value: { kind: 'version-predicate' }, example: '>=6.0' },
  { ...checked, name: 'vm_mode', storedAs: 'hw_vm_mode', summary: 'what the guest runs as', value: VM_MODE, example: 'hvm' },
  { ...read, name: 'auto_disk_config', storedAs: 'hw_auto_disk_config', summary: 'whether XenAPI resized the root partition; Disabled forbids it', value: text('True, False or Disabled'), example: 'True', until: 'ussuri' },
  { ...read, name: 'bdm_v2', storedAs: 'img_bdm_v2', summary: 'whether block_device_mapping is in the newer form; Nova writes it to snapshots', value: BOOLEAN, example: 'True' },
  { ...read, name: 'bittorrent', storedAs: 'img_bittorrent', summary: 'download by BitTorrent, for XenAPI', value: BOOLEAN, example: 'False', until: 'ussuri', isOutdated: true },
  { ...checked, name: 'block_device_mapping', storedAs: 'img_block_device_mapping', summary: 'volumes of a volume-backed snapshot; Nova writes it', value: { kind: 'json' }, example: '[]', source: JSON_TEXT },
  { ...checked, name: 'mappings', storedAs: 'img_mappings', summary: 'names of virtual devices', value: { kind: 'json' }, example: '[{"virtual": "root", "device": "/dev/vda"}]', source: JSON_TEXT },
  { ...read, name: 'cache_in_nova', storedAs: 'img_cache_in_nova', summary: 'image cache of XenAPI', value: BOOLEAN, example: 'True', until: 'ussuri', isOutdated: true },
  { ...read, name: 'ipxe_boot', storedAs: 'hw_ipxe_boot', summary: 'network boot helper of XenAPI', value: BOOLEAN, example: 'True', until: 'ussuri', isOutdated: true },
  { ...read, name: 'owner_id', storedAs: 'img_owner_id', summary: 'project that made a snapshot; Nova writes it', value: TEXT, example: '4f9a1c' },
  { ...read, name: 'root_device_name', storedAs: 'img_root_device_name', summary: 'device name of the root disk; Nova writes it to snapshots', value: text('a device name'), example: '/dev/vda' },
  {
    ...checked, name: 'vmware_adaptertype', storedAs: 'hw_scsi_model', summary: 'disk controller; ide sets hw_disk_bus, all others hw_disk_bus=scsi and hw_scsi_model',
    value: {
      kind: 'enum', literal: ['ide', ''], allowed: ['lsiLogic', 'lsiLogicsas', 'busLogic', 'paraVirtual', 'ibmvscsi', 'lsisas1068', 'lsisas1078', 'virtio-scsi', 'vmpvscsi'],
      foldsCase: true, guesses: { pvscsi: 'paraVirtual', lsi: 'lsiLogic', virtio: 'virtio-scsi', scsi: 'lsiLogic' },
    },
    example: 'paraVirtual',
  },
  {
    ...read, name: 'vmware_disktype', storedAs: 'hw_disk_type', summary: 'how a VMware disk is laid out',
    value: exactly(['streamOptimized', 'sparse', 'preallocated']), example: 'streamOptimized', source: [...LEGACY, 'glance etc/metadefs/compute-vmware.json'],
  },
  { ...checked, name: 'vmware_image_version', storedAs: 'img_version', summary: 'image version of VMware', value: INTEGER, example: '1', isOutdated: true },
  { ...read, name: 'vmware_linked_clone', storedAs: 'img_linked_clone', summary: 'VMware clones share the cached disk', value: BOOLEAN, example: 'true', isOutdated: true },
  { ...read, name: 'vmware_ostype', storedAs: 'os_distro', summary: 'guest OS identifier of VMware', value: text('a GuestID of VMware, such as ubuntu64Guest'), example: 'ubuntu64Guest' },
  { ...checked, name: 'xenapi_device_id', storedAs: 'hw_device_id', summary: 'device id for XenAPI guest tools', value: INTEGER, example: '2', until: 'ussuri', isOutdated: true },
  { ...checked, name: 'xenapi_image_compression_level', storedAs: 'img_compression_level', summary: 'gzip level of XenAPI snapshots', value: INTEGER, example: '6', until: 'ussuri', isOutdated: true },
  { ...read, name: 'xenapi_skip_agent_inject_files_at_boot', storedAs: 'os_skip_agent_inject_files_at_boot', summary: 'file injection by XenAPI', value: BOOLEAN, example: 'true', until: 'ussuri', isOutdated: true },
  { ...read, name: 'xenapi_skip_agent_inject_ssh', storedAs: 'os_skip_agent_inject_ssh', summary: 'key injection by XenAPI', value: BOOLEAN, example: 'true', until: 'ussuri', isOutdated: true },
  { ...read, name: 'xenapi_use_agent', storedAs: 'img_use_agent', summary: 'whether XenAPI talks to its guest agent', value: BOOLEAN, example: 'false', until: 'ussuri', isOutdated: true },
];
