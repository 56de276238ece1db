import { REFUSED_BY_NOVA, type PropertyFact } from './property-fact.js';
import { ARCHITECTURE, BOOLEAN, DISK_BUS, exactly, FIRMWARE, INTEGER, SCSI_MODEL, text, UUID, VIF_MODEL, VM_MODE } from './values.js';

const IMAGE_META = ['nova nova/objects/image_meta.py', 'nova nova/objects/fields.py'];
/** Read by Nova; a value that does not parse is a 400 when a server is made. */
const checked = { readers: ['nova'], otherwise: REFUSED_BY_NOVA, source: IMAGE_META } as const;
/** Read by Nova; no value is refused. */
const read = { readers: ['nova'], source: IMAGE_META } as const;

/** What Nova reads of the guest's hardware. */
export const NOVA_HARDWARE: readonly PropertyFact[] = [
  { ...checked, name: 'hw_architecture', summary: 'CPU architecture of the guest', value: ARCHITECTURE, example: 'x86_64' },
  { ...checked, name: 'hw_emulation_architecture', summary: 'CPU architecture to emulate on a host of another one', value: ARCHITECTURE, example: 'aarch64', since: 'yoga' },
  { ...read, name: 'hw_auto_disk_config', summary: 'whether XenAPI resized the root partition', value: text('the words that XenAPI knew'), example: 'True', until: 'ussuri' },
  { ...read, name: 'hw_boot_menu', summary: 'shows the boot menu of the BIOS', value: BOOLEAN, example: 'true' },
  { ...checked, name: 'hw_cdrom_bus', summary: 'bus of CD-ROM drives', value: DISK_BUS, example: 'sata' },
  { ...checked, name: 'hw_disk_bus', summary: 'bus of disks', value: DISK_BUS, example: 'virtio' },
  { ...checked, name: 'hw_floppy_bus', summary: 'bus of floppy drives', value: DISK_BUS, example: 'fdc' },
  { ...checked, name: 'hw_rescue_bus', summary: 'bus of the rescue disk; switches stable rescue on', value: DISK_BUS, example: 'virtio', since: 'newton' },
  {
    ...checked, name: 'hw_rescue_device', summary: 'kind of the rescue disk; switches stable rescue on',
    value: exactly(['cdrom', 'disk', 'floppy', 'fs', 'lun'], { guesses: { iso: 'cdrom', cd: 'cdrom', dvd: 'cdrom', hdd: 'disk', drive: 'disk' } }),
    example: 'disk', since: 'newton',
  },
  { ...checked, name: 'hw_cpu_cores', summary: 'preferred cores for each socket', value: INTEGER, example: '4' },
  { ...checked, name: 'hw_cpu_sockets', summary: 'preferred number of CPU sockets', value: INTEGER, example: '1' },
  { ...checked, name: 'hw_cpu_threads', summary: 'preferred threads for each core', value: INTEGER, example: '2' },
  { ...checked, name: 'hw_cpu_max_cores', summary: 'most cores for each socket', value: INTEGER, example: '8' },
  { ...checked, name: 'hw_cpu_max_sockets', summary: 'most CPU sockets', value: INTEGER, example: '2' },
  { ...checked, name: 'hw_cpu_max_threads', summary: 'most threads for each core', value: INTEGER, example: '2' },
  {
    ...checked, name: 'hw_cpu_policy', summary: 'whether virtual CPUs are pinned to host CPUs',
    value: exactly(['dedicated', 'shared', 'mixed'], {
      guesses: { pinned: 'dedicated', exclusive: 'dedicated', share: 'shared', none: 'shared' }, newer: { mixed: 'victoria' },
    }),
    example: 'dedicated',
  },
  {
    ...checked, name: 'hw_cpu_thread_policy', summary: 'use of sibling threads by pinned CPUs',
    value: exactly(['prefer', 'isolate', 'require'], { guesses: { preferred: 'prefer', isolated: 'isolate', required: 'require' } }),
    example: 'isolate', since: 'mitaka',
  },
  { ...read, name: 'hw_cpu_realtime_mask', summary: 'CPUs without realtime policy, for flavors that ask for realtime', value: text('a CPU spec such as ^0-1'), example: '^0-1', since: 'mitaka' },
  { ...checked, name: 'hw_device_id', summary: 'device id for XenAPI guest tools', value: INTEGER, example: '2', until: 'ussuri' },
  { ...read, name: 'hw_disk_type', summary: 'how a VMware disk is laid out', value: text('streamOptimized, sparse or preallocated'), example: 'streamOptimized' },
  { ...read, name: 'hw_ephemeral_encryption', summary: 'encrypts the local disks of the server', value: BOOLEAN, example: 'true', since: 'yoga' },
  {
    ...checked, name: 'hw_ephemeral_encryption_format', summary: 'format of encrypted local disks',
    value: exactly(['plain', 'luks', 'luksv2'], { guesses: { luks1: 'luks', luksv1: 'luks', luks2: 'luksv2' } }),
    example: 'luks', since: 'yoga',
  },
  { ...read, name: 'hw_ephemeral_encryption_secret_uuid', summary: 'key of encrypted local disks in the key manager', value: UUID, example: '6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e', since: '2024.1' },
  { ...checked, name: 'hw_firmware_type', summary: 'firmware that the guest boots by', value: FIRMWARE, example: 'uefi', since: 'mitaka' },
  { ...read, name: 'hw_firmware_stateless', summary: 'gives the guest read-only UEFI variables', value: BOOLEAN, example: 'true', since: '2024.2' },
  {
    ...checked, name: 'hw_input_bus', summary: 'bus of keyboard and pointer',
    value: exactly(['usb', 'virtio'], { guesses: { usbtablet: 'usb' } }), example: 'virtio', since: 'wallaby',
  },
  { ...read, name: 'hw_ipxe_boot', summary: 'network boot helper of XenAPI', value: BOOLEAN, example: 'true', until: 'ussuri' },
  { ...read, name: 'hw_locked_memory', summary: 'keeps guest memory out of the host\'s swap', value: BOOLEAN, example: 'true', since: 'zed' },
  { ...read, name: 'hw_machine_type', summary: 'machine type of QEMU; the host must know it', value: text('a machine type such as q35, pc or virt'), example: 'q35' },
  { ...checked, name: 'hw_maxphysaddr_bits', summary: 'width of physical addresses in emulated mode', value: INTEGER, example: '42', since: '2024.1' },
  {
    ...checked, name: 'hw_maxphysaddr_mode', summary: 'where the width of physical addresses comes from',
    value: exactly(['passthrough', 'emulate'], { guesses: { emulated: 'emulate', host: 'passthrough' } }), example: 'emulate', since: '2024.1',
  },
  { ...read, name: 'hw_mem_encryption', summary: 'encrypts guest memory', value: BOOLEAN, example: 'true', since: 'train' },
  {
    ...checked, name: 'hw_mem_encryption_model', summary: 'technology of memory encryption',
    value: exactly(['amd-sev', 'amd-sev-es', 'amd-sev-snp', 'intel-tdx'], {
      guesses: { sev: 'amd-sev', 'sev-es': 'amd-sev-es', 'sev-snp': 'amd-sev-snp', snp: 'amd-sev-snp', tdx: 'intel-tdx' },
      newer: { 'amd-sev-snp': '2026.2', 'intel-tdx': '2026.2' },
    }),
    example: 'amd-sev', since: '2025.2',
  },
  { ...read, name: 'hw_mem_page_size', summary: 'page size of guest memory; refused unless the flavor leaves the choice open', value: text('any, small, large, KiB, or a size with unit'), example: 'large' },
  { ...checked, name: 'hw_numa_nodes', summary: 'number of NUMA nodes', value: { kind: 'integer', minimum: 1 }, example: '2' },
  { ...checked, name: 'hw_numa_cpus.N', pattern: /^hw_numa_cpus\.(?:\d|[1-9]\d|1[01]\d|12[0-7])$/, summary: 'CPUs of NUMA node N; nodes count from 0 without gaps', value: { kind: 'cpu-spec' }, example: '0-3' },
  { ...checked, name: 'hw_numa_mem.N', pattern: /^hw_numa_mem\.(?:\d|[1-9]\d|1[01]\d|12[0-7])$/, summary: 'memory of NUMA node N; nodes count from 0 without gaps', value: { kind: 'integer', unit: 'MiB' }, example: '2048' },
  {
    ...checked, name: 'hw_pci_numa_affinity_policy', summary: 'how near PCI devices must be to the CPUs',
    value: exactly(['required', 'legacy', 'preferred', 'socket'], { guesses: { require: 'required', prefer: 'preferred' }, newer: { socket: 'wallaby' } }),
    example: 'preferred', since: 'ussuri',
  },
  { ...read, name: 'hw_pmu', summary: 'gives the guest performance counters', value: BOOLEAN, example: 'true', since: 'train' },
  {
    ...checked, name: 'hw_pointer_model', summary: 'pointer device; hw_input_bus replaces it',
    value: exactly(['usbtablet'], { guesses: { tablet: 'usbtablet', usb: 'usbtablet' } }), example: 'usbtablet', since: 'newton',
  },
  { ...read, name: 'hw_qemu_guest_agent', summary: 'opens a channel to the QEMU guest agent', value: BOOLEAN, example: 'yes' },
  { ...checked, name: 'hw_redirected_usb_ports', summary: 'USB ports that a SPICE client can use', value: { kind: 'integer', minimum: 0, maximum: 15 }, example: '4', since: '2025.1' },
  { ...checked, name: 'hw_rng_model', summary: 'random number generator', value: exactly(['virtio'], { guesses: { 'virtio-rng': 'virtio', virtio_rng: 'virtio' } }), example: 'virtio' },
  { ...checked, name: 'hw_scsi_model', summary: 'SCSI controller', value: SCSI_MODEL, example: 'virtio-scsi' },
  { ...checked, name: 'hw_serial_port_count', summary: 'number of serial ports', value: INTEGER, example: '1' },
  {
    ...checked, name: 'hw_sound_model', summary: 'sound device',
    value: exactly(['sb16', 'es1370', 'pcspk', 'ac97', 'ich6', 'ich9', 'usb', 'virtio'], { guesses: { hda: 'ich6', 'intel-hda': 'ich6' } }),
    example: 'ich6', since: '2025.1',
  },
  { ...read, name: 'hw_time_hpet', summary: 'gives the guest a high precision event timer', value: BOOLEAN, example: 'true', since: 'stein' },
  {
    ...checked, name: 'hw_tpm_model', summary: 'interface of the emulated TPM',
    value: exactly(['tpm-tis', 'tpm-crb'], { guesses: { tis: 'tpm-tis', crb: 'tpm-crb', tpm_tis: 'tpm-tis', tpm_crb: 'tpm-crb' } }),
    example: 'tpm-crb', since: 'victoria',
  },
  {
    ...checked, name: 'hw_tpm_version', summary: 'version of the emulated TPM; switches it on',
    value: exactly(['1.2', '2.0'], { guesses: { 2: '2.0', 'v2.0': '2.0', v2: '2.0', 'v1.2': '1.2', '2.00': '2.0' } }), example: '2.0', since: 'victoria',
  },
  {
    ...checked, name: 'hw_usb_model', summary: 'USB controller',
    value: exactly(['none', 'nec-xhci', 'qemu-xhci'], { guesses: { xhci: 'qemu-xhci', usb3: 'qemu-xhci' } }), example: 'qemu-xhci', since: '2025.1',
  },
  {
    ...checked, name: 'hw_video_model', summary: 'video adapter',
    value: exactly(['cirrus', 'qxl', 'vga', 'vmvga', 'xen', 'virtio', 'gop', 'none', 'bochs'], {
      guesses: { 'virtio-gpu': 'virtio', 'virtio-vga': 'virtio', std: 'vga', stdvga: 'vga', vmware: 'vmvga', 'vmware-svga': 'vmvga', spice: 'qxl', off: 'none' },
      newer: { gop: 'stein', virtio: 'stein', none: 'stein', bochs: 'xena' },
    }),
    example: 'virtio',
  },
  { ...checked, name: 'hw_video_ram', summary: 'memory of the video adapter; refused above what the flavor allows', value: { kind: 'integer', minimum: 0, unit: 'MiB' }, example: '64' },
  { ...checked, name: 'hw_vif_model', summary: 'network card', value: VIF_MODEL, example: 'virtio' },
  { ...read, name: 'hw_vif_multiqueue_enabled', summary: 'several queues for each virtio network card', value: BOOLEAN, example: 'true', since: 'liberty' },
  {
    ...checked, name: 'hw_viommu_model', summary: 'IOMMU of the guest',
    value: exactly(['intel', 'smmuv3', 'virtio', 'auto'], { guesses: { smmu: 'smmuv3', 'intel-iommu': 'intel', 'virtio-iommu': 'virtio' } }),
    example: 'auto', since: 'zed',
  },
  { ...read, name: 'hw_virtio_packed_ring', summary: 'offers packed virtio queues', value: BOOLEAN, example: 'true', since: '2024.1' },
  { ...checked, name: 'hw_vm_mode', summary: 'what the guest runs as', value: VM_MODE, example: 'hvm' },
  {
    ...checked, name: 'hw_watchdog_action', summary: 'what happens when the watchdog fires',
    value: exactly(['none', 'pause', 'poweroff', 'reset', 'disabled'], {
      guesses: { 'power-off': 'poweroff', shutdown: 'poweroff', reboot: 'reset', restart: 'reset', disable: 'disabled', off: 'disabled', false: 'disabled', no: 'disabled' },
      newer: { disabled: 'newton' },
    }),
    example: 'reset',
  },
];
