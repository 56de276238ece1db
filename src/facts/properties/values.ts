import { HASH_METHOD_ALIASES, HASH_METHODS, KEY_TYPE_ALIASES, KEY_TYPE_NAMES } from '../signatures.js';
import type { EnumValue, PropertyValue } from './property-fact.js';

/*
 * Values that several properties share. Source: nova nova/objects/fields.py, nova nova/network/model.py.
 */

export const BOOLEAN: PropertyValue = { kind: 'boolean' };
export const INTEGER: PropertyValue = { kind: 'integer' };
export const TEXT: PropertyValue = { kind: 'text' };
export const UUID: PropertyValue = { kind: 'uuid' };

/** What people write for UUIDs, numbers and words without a list: `text` with a hint. */
export function text(hint: string): PropertyValue {
  return { kind: 'text', hint };
}

/** Values that Nova compares letter by letter. */
export function exactly(allowed: readonly string[], more: Pick<EnumValue, 'guesses' | 'newer'> = {}): EnumValue {
  return { kind: 'enum', allowed, ...more };
}

export const ARCHITECTURE: EnumValue = {
  kind: 'enum',
  allowed: [
    'alpha', 'armv6', 'armv7l', 'armv7b', 'aarch64', 'cris', 'i686', 'ia64', 'lm32', 'm68k', 'microblaze', 'microblazeel',
    'mips', 'mipsel', 'mips64', 'mips64el', 'openrisc', 'parisc', 'parisc64', 'ppc', 'ppcle', 'ppc64', 'ppc64le', 'ppcemb',
    's390', 's390x', 'sh4', 'sh4eb', 'sparc', 'sparc64', 'unicore32', 'x86_64', 'xtensa', 'xtensaeb',
  ],
  foldsCase: true,
  aliases: { i386: 'i686', i486: 'i686', i586: 'i686', x86_32: 'i686', x86_32p: 'i686', amd64: 'x86_64' },
  guesses: {
    arm64: 'aarch64', armv8: 'aarch64', armv8l: 'aarch64', 'arm64v8': 'aarch64', armhf: 'armv7l', armv7: 'armv7l',
    x64: 'x86_64', 'x86-64': 'x86_64', em64t: 'x86_64', intel64: 'x86_64', ia32: 'i686',
    ppc64el: 'ppc64le', powerpc64le: 'ppc64le', powerpc: 'ppc', powerpc64: 'ppc64', zarch: 's390x', itanium: 'ia64',
  },
};

export const DISK_BUS: EnumValue = exactly(['fdc', 'ide', 'sata', 'scsi', 'usb', 'virtio', 'xen', 'lxc', 'uml'], {
  guesses: {
    'virtio-scsi': 'scsi', 'virtio-blk': 'virtio', 'virtio-block': 'virtio', virtio_blk: 'virtio', blk: 'virtio', vd: 'virtio',
    ahci: 'sata', pata: 'ide', ata: 'ide', floppy: 'fdc', sas: 'scsi', xvd: 'xen',
  },
});

export const HYPERVISOR: EnumValue = {
  kind: 'enum',
  allowed: [
    'baremetal', 'bhyve', 'docker', 'fake', 'hyperv', 'ironic', 'kqemu', 'kvm', 'lxc', 'lxd', 'openvz', 'parallels', 'phyp',
    'qemu', 'test', 'uml', 'vbox', 'vz', 'vmware', 'xen', 'zvm', 'prsm',
  ],
  foldsCase: true,
  aliases: { xapi: 'xen' },
  guesses: {
    'hyper-v': 'hyperv', esxi: 'vmware', esx: 'vmware', vsphere: 'vmware', vcenter: 'vmware', 'qemu-kvm': 'kvm',
    virtuozzo: 'vz', virtualbox: 'vbox', xenserver: 'xen', 'bare-metal': 'baremetal', 'z/vm': 'zvm',
  },
  newer: { lxd: 'mitaka' },
};

export const VM_MODE: EnumValue = {
  kind: 'enum',
  allowed: ['hvm', 'xen', 'uml', 'exe'],
  foldsCase: true,
  aliases: { pv: 'xen', hv: 'hvm', baremetal: 'hvm' },
  guesses: { pvh: 'xen', paravirtual: 'xen', paravirt: 'xen', kvm: 'hvm', qemu: 'hvm', full: 'hvm' },
};

export const SCSI_MODEL: EnumValue = {
  kind: 'enum',
  allowed: ['buslogic', 'ibmvscsi', 'lsilogic', 'lsisas1068', 'lsisas1078', 'virtio-scsi', 'vmpvscsi'],
  foldsCase: true,
  aliases: { lsilogicsas: 'lsisas1068', paravirtual: 'vmpvscsi' },
  guesses: {
    virtio: 'virtio-scsi', scsi: 'virtio-scsi', virtio_scsi: 'virtio-scsi', virtioscsi: 'virtio-scsi', 'virtio-scsi-pci': 'virtio-scsi',
    lsi: 'lsilogic', pvscsi: 'vmpvscsi', megasas: 'lsisas1078', lsilogicsas1068: 'lsisas1068',
  },
};

export const VIF_MODEL: EnumValue = {
  kind: 'enum',
  allowed: [
    'virtio', 'ne2k_pci', 'pcnet', 'rtl8139', 'e1000', 'e1000e', 'netfront', 'spapr-vlan', 'lan9118', 'igb', 'sriov', 'vmxnet', 'vmxnet3',
  ],
  foldsCase: true,
  aliases: {
    virtuale1000: 'e1000', virtuale1000e: 'e1000e', virtualpcnet32: 'pcnet', virtualsriovethernetcard: 'sriov',
    virtualvmxnet: 'vmxnet', virtualvmxnet3: 'vmxnet3',
  },
  guesses: {
    'virtio-net': 'virtio', virtio_net: 'virtio', 'virtio-net-pci': 'virtio', ne2k: 'ne2k_pci', 'ne2k-pci': 'ne2k_pci', ne2000: 'ne2k_pci',
    realtek: 'rtl8139', 'sr-iov': 'sriov', pcnet32: 'pcnet', spapr_vlan: 'spapr-vlan', xen: 'netfront',
  },
  newer: { lan9118: 'ocata', igb: '2025.1' },
};

export const FIRMWARE: EnumValue = exactly(['uefi', 'bios'], {
  guesses: { efi: 'uefi', ovmf: 'uefi', seabios: 'bios', legacy: 'bios' },
});

export const SECURE_BOOT: EnumValue = exactly(['required', 'disabled', 'optional'], {
  guesses: {
    true: 'required', yes: 'required', on: 'required', 1: 'required', enabled: 'required', require: 'required', mandatory: 'required',
    false: 'disabled', no: 'disabled', off: 'disabled', 0: 'disabled', none: 'disabled', disable: 'disabled', preferred: 'optional',
  },
});

export const SIGNATURE_HASH: EnumValue = exactly(HASH_METHODS, { guesses: HASH_METHOD_ALIASES });

export const SIGNATURE_KEY: EnumValue = exactly(KEY_TYPE_NAMES, { guesses: KEY_TYPE_ALIASES });
