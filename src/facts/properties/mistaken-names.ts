/** A name that looks like a property which services read, and is none. */
export interface MistakenName {
  readonly name: string;
  /** The property that is read, when there is one. */
  readonly instead?: string;
  /** The flavor's extra spec, for what Nova takes from flavors only. */
  readonly extraSpec?: string;
  readonly source: readonly string[];
}

const HARDWARE = ['nova nova/virt/hardware.py'];

/** What only flavors can ask for. */
export const FLAVOR_ONLY: readonly MistakenName[] = [
  { name: 'hw_pmem', extraSpec: 'hw:pmem', source: HARDWARE },
  { name: 'hw_cpu_realtime', extraSpec: 'hw:cpu_realtime', source: HARDWARE },
  { name: 'hw_cpu_dedicated_mask', extraSpec: 'hw:cpu_dedicated_mask', source: HARDWARE },
  { name: 'hw_emulator_threads_policy', extraSpec: 'hw:emulator_threads_policy', source: HARDWARE },
  { name: 'hw_tpm_secret_security', extraSpec: 'hw:tpm_secret_security', source: HARDWARE },
];

/** What extra specs of flavors begin with, and no property that a service reads. */
export const FLAVOR_PREFIXES: readonly string[] = ['resources:', 'quota:', 'accel:', 'pci_passthrough:', 'aggregate_instance_extra_specs:', 'hw_rng:', 'hw_video:'];

/** What people write for a property, and its name. */
export const MISNOMERS: readonly MistakenName[] = [
  { name: 'hw_disk_bus_model', instead: 'hw_disk_bus', source: ['gophercloud openstack/image/v2/images'] },
  { name: 'hw_memory_encryption', instead: 'hw_mem_encryption', source: ['nova nova/objects/image_meta.py'] },
  { name: 'hw_memory_encryption_model', instead: 'hw_mem_encryption_model', source: ['nova releasenotes/notes'] },
  { name: 'hw_numa_cpus', instead: 'hw_numa_cpus.0', source: ['nova nova/objects/image_meta.py'] },
  { name: 'hw_numa_mem', instead: 'hw_numa_mem.0', source: ['nova nova/objects/image_meta.py'] },
  { name: 'hw_secure_boot', instead: 'os_secure_boot', source: ['nova nova/objects/image_meta.py'] },
  { name: 'hw_firmware', instead: 'hw_firmware_type', source: ['nova nova/objects/image_meta.py'] },
  { name: 'hw_machine', instead: 'hw_machine_type', source: ['nova nova/objects/image_meta.py'] },
  { name: 'hw_watchdog', instead: 'hw_watchdog_action', source: ['nova nova/objects/image_meta.py'] },
  { name: 'hw_vif_multiqueue', instead: 'hw_vif_multiqueue_enabled', source: ['nova nova/objects/image_meta.py'] },
  { name: 'hw_guest_agent', instead: 'hw_qemu_guest_agent', source: ['nova nova/objects/image_meta.py'] },
  { name: 'qemu_guest_agent', instead: 'hw_qemu_guest_agent', source: ['nova nova/objects/image_meta.py'] },
  { name: 'hw_require_fsfreeze', instead: 'os_require_quiesce', source: ['nova nova/objects/image_meta.py'] },
  { name: 'os_require_fsfreeze', instead: 'os_require_quiesce', source: ['nova nova/objects/image_meta.py'] },
  { name: 'hw_arch', instead: 'architecture', source: ['glance etc/schema-image.json'] },
  { name: 'hide_hypervisor_id', instead: 'img_hide_hypervisor_id', source: ['nova nova/objects/image_meta.py'] },
  { name: 'traits_required', instead: 'trait:NAME', source: ['nova nova/objects/image_meta.py'] },
];
