/** A format that Glance allows by default. Source: glance glance/common/config.py, group image_format. */
export interface FormatFact {
  readonly name: string;
  /** First Glance release that allows it by default; absent when it always did. */
  readonly since?: string;
  /** Does the file describe a disk whose size may differ from the file's own? */
  readonly hasVirtualSize?: boolean;
}

export const DISK_FORMATS: readonly FormatFact[] = [
  { name: 'ami' },
  { name: 'ari' },
  { name: 'aki' },
  { name: 'vhd', hasVirtualSize: true },
  { name: 'vhdx', since: 'newton', hasVirtualSize: true },
  { name: 'vmdk', hasVirtualSize: true },
  { name: 'raw' },
  { name: 'qcow2', hasVirtualSize: true },
  { name: 'vdi', hasVirtualSize: true },
  { name: 'iso' },
  { name: 'ploop', since: 'ocata' },
];

export const CONTAINER_FORMATS: readonly FormatFact[] = [
  { name: 'ami' },
  { name: 'ari' },
  { name: 'aki' },
  { name: 'bare' },
  { name: 'ovf' },
  { name: 'ova', since: 'icehouse' },
  { name: 'docker', since: 'mitaka' },
  { name: 'compressed', since: 'train' },
];

/** What people write for a disk format, and what Glance calls it. */
export const DISK_FORMAT_ALIASES: Readonly<Record<string, string>> = {
  qcow: 'qcow2', qcow3: 'qcow2', 'qemu': 'qcow2',
  img: 'raw', dd: 'raw', bin: 'raw', gpt: 'raw', luks: 'raw',
  vpc: 'vhd', hyperv: 'vhdx',
  parallels: 'ploop', hds: 'ploop',
  iso9660: 'iso', cdrom: 'iso',
  virtualbox: 'vdi', vmware: 'vmdk',
  kernel: 'aki', ramdisk: 'ari', initrd: 'ari',
};

/** What people write for a container format, and what Glance calls it. */
export const CONTAINER_FORMAT_ALIASES: Readonly<Record<string, string>> = {
  none: 'bare', raw: 'bare', qcow2: 'bare', plain: 'bare', no: 'bare',
  gz: 'compressed', gzip: 'compressed', xz: 'compressed', zip: 'compressed', oci: 'docker', container: 'docker',
};

/**
 * Formats of the Amazon triple, and what each holds. As container formats they mean the same again.
 * Source: glance doc/source/user/formats.rst.
 */
export const AMAZON_FORMATS: ReadonlyMap<string, string> = new Map([
  ['aki', 'kernels'],
  ['ari', 'ramdisks'],
  ['ami', 'root filesystems that boot with a separate kernel'],
]);
