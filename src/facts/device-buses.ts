/** Buses that cannot carry a kind of drive, by libvirt's own checks. */
export interface DeviceFact {
  readonly device: string;
  /** As messages call it, within a sentence. */
  readonly title: string;
  readonly cannot: (bus: string) => boolean;
  /** What works instead, on any machine. */
  readonly instead: readonly string[];
}

/** Sources: libvirt src/conf/domain_validate.c, libvirt src/qemu/qemu_validate.c. */
export const DEVICES: ReadonlyMap<string, DeviceFact> = new Map([
  { device: 'disk', title: 'a disk', cannot: (bus: string) => bus === 'fdc', instead: ['virtio', 'scsi', 'sata'] },
  { device: 'cdrom', title: 'a CD-ROM drive', cannot: (bus: string) => bus === 'virtio' || bus === 'fdc', instead: ['sata', 'scsi'] },
  { device: 'floppy', title: 'a floppy drive', cannot: (bus: string) => bus !== 'fdc', instead: ['fdc'] },
].map((fact) => [fact.device, fact]));
