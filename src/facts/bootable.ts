/** A container format whose content Nova does not take out, or only with some drivers. */
export interface PackedContainerFact {
  readonly name: string;
  /** Whole sentences. */
  readonly says: string;
  /** Values of `cloud.hypervisor` whose driver does take it out. */
  readonly bootsOn?: readonly string[];
  /** Is it made for another purpose than booting, so that the author may well know? */
  readonly hasOtherUse: boolean;
}

/**
 * Sources: nova nova/virt/images.py (the container format is not looked at), nova nova/virt/vmwareapi/images.py,
 * cinder cinder/image/image_utils.py, zun zun/image/glance/driver.py.
 */
export const PACKED_CONTAINERS: readonly PackedContainerFact[] = [
  {
    name: 'compressed',
    says: 'Nova does not unpack container_format "compressed", so servers cannot boot from the image. Only Cinder makes volumes of it, '
      + 'if it is gzip and `allow_compression_on_image_upload` is on.',
    hasOtherUse: true,
  },
  {
    name: 'docker',
    says: 'Nova has no driver that runs container_format "docker", so servers cannot boot from the image. It is of use only to Zun.',
    hasOtherUse: true,
  },
  {
    name: 'ova',
    says: 'Only Nova\'s VMware driver unpacks container_format "ova"; with any other driver servers cannot boot from the image.',
    bootsOn: ['vmware'],
    hasOtherUse: true,
  },
  {
    name: 'ovf',
    says: 'No OpenStack service reads container_format "ovf": Nova takes the file for what disk_format says. Write "bare" if the file '
      + 'is the disk itself, or "ova" if it is a package for VMware.',
    hasOtherUse: false,
  },
];

/** The disk formats that a virt driver of Nova boots. */
export interface DriverFact {
  /** As messages call it. */
  readonly driver: string;
  /** Values of `cloud.hypervisor` that mean it. */
  readonly hypervisors: readonly string[];
  /** The best to convert others to stands first. */
  readonly boots: readonly string[];
  /** Why it does not boot others, where that is not plain: a clause. */
  readonly because?: Readonly<Record<string, string>>;
}

/**
 * `aki` and `ari` stand everywhere: nobody boots them alone. Sources: nova nova/virt/images.py, nova
 * nova/virt/vmwareapi/images.py, nova nova/virt/zvm/driver.py, ironic ironic/conf/conductor.py.
 */
export const DRIVERS: readonly DriverFact[] = [
  {
    driver: 'libvirt',
    hypervisors: ['qemu', 'kvm'],
    boots: ['qcow2', 'raw', 'iso', 'vmdk', 'vdi', 'vhdx', 'ami', 'aki', 'ari'],
    because: {
      vhd: 'qemu-img calls the format "vpc", and Nova refuses an image when the two names differ',
      ploop: 'since 2024.2 Nova refuses what it cannot inspect',
    },
  },
  { driver: 'VMware', hypervisors: ['vmware'], boots: ['vmdk', 'iso', 'aki', 'ari'] },
  { driver: 'z/VM', hypervisors: ['zvm'], boots: ['raw', 'aki', 'ari'] },
  { driver: 'Ironic', hypervisors: ['ironic'], boots: ['raw', 'qcow2', 'iso', 'ami', 'aki', 'ari'] },
];
