/** What guests of a hypervisor may have, as far as Nova's driver checks it. */
export interface HypervisorFact {
  /** As the hosts report it: the value of `hypervisor_type` that they match. */
  readonly name: string;
  readonly vmModes: readonly string[];
  /** Buses for disks and drives; absent when the driver does not check. */
  readonly diskBuses?: readonly string[];
  /** Network cards; absent when the driver does not check. */
  readonly vifModels?: readonly string[];
}

const QEMU_BUSES = ['virtio', 'scsi', 'ide', 'usb', 'fdc', 'sata'];
const KVM_CARDS = ['virtio', 'ne2k_pci', 'pcnet', 'rtl8139', 'e1000', 'e1000e', 'spapr-vlan', 'vmxnet3', 'igb'];
const PARALLELS = { vmModes: ['hvm', 'exe'], diskBuses: ['ide', 'scsi'], vifModels: ['virtio', 'rtl8139', 'e1000'] } as const;

/**
 * The hypervisors that a driver of Nova's own reports. Sources: nova nova/virt/libvirt/blockinfo.py
 * SUPPORTED_DEVICE_BUSES, nova nova/virt/libvirt/vif.py SUPPORTED_VIF_MODELS, nova nova/virt/vmwareapi/host.py,
 * nova nova/virt/vmwareapi/vm_util.py convert_vif_model, nova nova/virt/ironic/driver.py, nova nova/virt/zvm/driver.py.
 */
export const HYPERVISORS: readonly HypervisorFact[] = [
  { name: 'qemu', vmModes: ['hvm'], diskBuses: QEMU_BUSES, vifModels: [...KVM_CARDS, 'lan9118'] },
  { name: 'kvm', vmModes: ['hvm'], diskBuses: QEMU_BUSES, vifModels: KVM_CARDS },
  { name: 'lxc', vmModes: ['exe'], diskBuses: ['lxc'], vifModels: [] },
  { name: 'parallels', ...PARALLELS },
  { name: 'vz', ...PARALLELS },
  { name: 'vmware', vmModes: ['hvm'], vifModels: ['e1000', 'e1000e', 'pcnet', 'sriov', 'vmxnet', 'vmxnet3'] },
  { name: 'baremetal', vmModes: ['hvm'] },
  { name: 'zvm', vmModes: ['hvm'] },
];

/** Hosts of `cloud.hypervisor` report these; hosts with KVM report QEMU as well. */
export const REPORTED_HYPERVISORS: Readonly<Record<string, readonly string[]>> = {
  qemu: ['qemu', 'kvm'], kvm: ['qemu', 'kvm'], lxc: ['lxc'], vz: ['vz', 'parallels'], vmware: ['vmware'], ironic: ['baremetal'], zvm: ['zvm'],
};

/** The hypervisors that guests of an image may get: what it asks for, or what the cloud has, or all. */
export function hypervisorsFor(asked: string | null): readonly HypervisorFact[] {
  if (asked === null) return HYPERVISORS;
  const reported = Object.hasOwn(REPORTED_HYPERVISORS, asked) ? REPORTED_HYPERVISORS[asked] as readonly string[] : [asked];
  return HYPERVISORS.filter(({ name }) => reported.includes(name));
}
