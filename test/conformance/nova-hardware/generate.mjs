// Images whose properties contradict each other, and their like that do not.

const UUID = '6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e';
const FLAG = ['true', 'True', 'yes', 'on', '1', ' T ', 'false', 'no', '0', '', 'enabled'];
const BUS = ['virtio', 'scsi', 'ide', 'usb', 'fdc', 'sata', 'xen', 'lxc', 'uml'];
const COUNT = ['1', '2', '3', '4', '8', '0', '-1', ' 16 ', '+2', '1_0', '65536', '65537'];
const NODES = ['1', '2', '3', '2', '1', '0', '-1'];
const CPUS = ['0', '0-3', '4-7', '0-1', '2-3', '1', '2', '1-3', '0,2', '1,3', '0-7,^4', '4', '', '^0', '0-5', '6-7'];
const MEMORY = ['1024', '2048', '512', '0', '-1', '4096'];
const PAGE = ['any', 'large', 'small', '2048', '2MB', '1GB', '1GiB', '2M', '2 MB', '2048kB', '2048KB', 'Large', '', 'huge', '0', '-1', '-2MB', '1.5MB', '.5GB', '16Mbit', '2mb', '1048576'];

/** Properties that have to do with each other, each with its values. */
const GROUPS = [
  {
    hw_mem_encryption: FLAG, hw_mem_encryption_model: ['amd-sev', 'amd-sev-es'], hw_firmware_type: ['uefi', 'bios'],
    hw_machine_type: ['q35', 'pc', 'pc-q35-8.2', 'pc-i440fx-7.2', 'virt', ''],
  },
  {
    os_secure_boot: ['required', 'required', 'optional', 'disabled'], hw_firmware_type: ['uefi', 'uefi', 'bios'], hw_machine_type: ['q35', 'pc', 'pc-q35-8.2', 'virt'],
    architecture: ['x86_64', 'amd64', 'aarch64'], hw_architecture: ['x86_64', 'AARCH64'],
  },
  { hw_tpm_version: ['1.2', '2.0'], hw_tpm_model: ['tpm-tis', 'tpm-crb'] },
  {
    hw_cpu_policy: ['dedicated', 'shared', 'mixed'], hw_cpu_thread_policy: ['prefer', 'isolate', 'require'],
    'trait:HW_CPU_HYPERTHREADING': ['required', 'required', 'forbidden'], hw_cpu_realtime_mask: ['^0', '0-1', ''],
  },
  {
    hw_cpu_sockets: COUNT, hw_cpu_cores: COUNT, hw_cpu_threads: COUNT, hw_cpu_max_sockets: COUNT, hw_cpu_max_cores: COUNT, hw_cpu_max_threads: COUNT,
  },
  {
    hw_numa_nodes: NODES, 'hw_numa_cpus.0': CPUS, 'hw_numa_cpus.1': CPUS, 'hw_numa_mem.0': MEMORY, 'hw_numa_mem.1': MEMORY,
  },
  {
    hw_numa_nodes: ['2', '3'], 'hw_numa_cpus.0': CPUS, 'hw_numa_cpus.1': CPUS, 'hw_numa_cpus.2': CPUS, 'hw_numa_cpus.7': CPUS, 'hw_numa_cpus.127': CPUS, 'hw_numa_cpus.128': CPUS,
    'hw_numa_mem.0': MEMORY, 'hw_numa_mem.1': MEMORY, 'hw_numa_mem.2': MEMORY, 'hw_numa_mem.01': MEMORY, hw_cpu_policy: ['dedicated', 'shared'],
  },
  // A layout that fits, so that now and then nothing is wrong.
  { hw_numa_nodes: ['2'], 'hw_numa_cpus.0': ['0-3', '0,2,4-5'], 'hw_numa_cpus.1': ['4-7', '1,3'], 'hw_numa_mem.0': MEMORY, 'hw_numa_mem.1': MEMORY },
  { hw_mem_page_size: PAGE, hw_locked_memory: FLAG },
  { hw_vif_multiqueue_enabled: FLAG, hw_vif_model: ['virtio', 'e1000', 'e1000e', 'vmxnet3', 'VirtualVmxnet3', 'vmxnet', 'netfront', 'rtl8139', 'sriov', 'pcnet'] },
  { hw_video_ram: ['0', '16', '64', '-1'], hw_serial_port_count: ['0', '1', '3', '4', '-2'], architecture: ['x86_64', 's390x', 's390'] },
  {
    hw_viommu_model: ['auto', 'intel', 'smmuv3', 'virtio'], hw_machine_type: ['q35', 'pc', 'virt', 'pseries', 'pc-q35-8.2'],
    architecture: ['x86_64', 'i386', 'aarch64', 'ppc64le', 's390x'], hw_emulation_architecture: ['aarch64', 'x86_64', 'ppc64le'],
  },
  { hw_disk_bus: BUS, hw_cdrom_bus: BUS, hw_floppy_bus: BUS, hw_rescue_bus: BUS, hw_rescue_device: ['disk', 'cdrom', 'floppy', 'lun', 'fs'] },
  {
    hw_disk_bus: ['scsi', 'scsi', 'virtio', 'sata'], hw_scsi_model: ['virtio-scsi', 'paraVirtual', 'lsilogic'], vmware_adaptertype: ['ide', 'lsiLogic', 'busLogic', ''],
    hw_cdrom_bus: ['scsi', 'sata'], architecture: ['x86_64', 'x86_64', 'aarch64', 'i686'],
  },
  { os_require_quiesce: FLAG, hw_qemu_guest_agent: FLAG, os_admin_user: ['root', 'Administrator'], hw_pointer_model: ['usbtablet'], hw_input_bus: ['usb', 'virtio'] },
  {
    kernel_id: [UUID, UUID, 'nokernel', '', 'None', 'cirros-kernel'], ramdisk_id: [UUID, UUID, '', 'none', 'initrd'], os_command_line: ['console=ttyS0', ''],
    os_shutdown_timeout: ['60', '0', '-5', '5m', ' 7 '], cinder_encryption_key_id: [UUID, ''],
  },
  {
    hypervisor_type: ['qemu', 'kvm', 'KVM', 'vmware', 'ironic', 'lxc', 'xen', 'xapi', 'baremetal', 'zvm'], img_hv_type: ['qemu', 'kvm', 'vmware'],
    vm_mode: ['hvm', 'HVM', 'hv', 'xen', 'pv', 'exe', 'uml'], hw_vm_mode: ['hvm', 'xen'],
  },
  { hw_ephemeral_encryption: FLAG, hw_ephemeral_encryption_format: ['luks', 'plain'] },
];
const REFUSED = { hw_firmware_type: 'UEFI', hw_cpu_policy: 'pinned', hw_disk_bus: 'IDE', architecture: 'arm64', hw_numa_nodes: 'two', 'hw_numa_cpus.0': '3-1', hw_tpm_version: '2' };

/** The group decides what the image is about; a second one may get into its way. */
export function makeCase({ chance, pick, below }) {
  const image = { properties: {} };
  const groups = [pick(GROUPS), ...(chance(0.4) ? [pick(GROUPS)] : [])];
  for (const group of groups) {
    const share = pick([0.4, 0.7, 1]);
    for (const [name, values] of Object.entries(group)) if (chance(share)) image.properties[name] = pick(values);
  }
  if (chance(0.02)) Object.assign(image.properties, Object.fromEntries([pick(Object.entries(REFUSED))]));
  if (chance(0.2)) image.min_ram = pick([512, 1024, 2048, 4096, 8192]);
  if (chance(0.3)) image.disk_format = pick(['raw', 'qcow2', 'iso', 'vmdk', 'vhd', 'ploop', 'vdi']);
  return shuffled(image, below);
}

/** Order must not matter. */
function shuffled(image, below) {
  const entries = Object.entries(image.properties);
  for (let index = entries.length - 1; index > 0; index--) {
    const other = below(index + 1);
    [entries[index], entries[other]] = [entries[other], entries[index]];
  }
  return { ...image, properties: Object.fromEntries(entries) };
}
