/** A family of QEMU's machine types. */
export interface MachineFact {
  readonly name: string;
  /** What its versions are called. */
  readonly named: RegExp;
  /** Guests that it is made for. */
  readonly architectures: readonly string[];
  /** Does it have the IDE controller that libvirt needs for disks on that bus? */
  readonly hasIde: boolean;
}

/** Sources: libvirt src/qemu/qemu_domain.c qemuDomainHasBuiltinIDE, nova doc/source/admin/hw-machine-type.rst. */
export const MACHINES: readonly MachineFact[] = [
  { name: 'q35', named: /q35/, architectures: ['x86_64', 'i686'], hasIde: false },
  { name: 'pc', named: /^pc$|^pc-\d|i440fx/, architectures: ['x86_64', 'i686'], hasIde: true },
  { name: 'virt', named: /^virt(?:-|$)/, architectures: ['aarch64', 'armv6', 'armv7l', 'armv7b', 'm68k', 'openrisc'], hasIde: false },
  { name: 'pseries', named: /^pseries(?:-|$)/, architectures: ['ppc', 'ppc64', 'ppc64le'], hasIde: false },
  { name: 's390-ccw-virtio', named: /^s390-ccw-virtio(?:-|$)/, architectures: ['s390', 's390x'], hasIde: false },
];

/**
 * What Nova takes when neither image nor host names a machine type. x86 is not here: many clouds set q35 in its
 * place. Source: nova nova/virt/libvirt/utils.py get_default_machine_type.
 */
export const DEFAULT_MACHINES: ReadonlyMap<string, string> = new Map([
  ['aarch64', 'virt'], ['armv7l', 'virt'], ['ppc64le', 'pseries'], ['s390', 's390-ccw-virtio'], ['s390x', 's390-ccw-virtio'],
]);
