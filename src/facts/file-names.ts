/** How people name the files of a kernel or a ramdisk. */
export interface BootFileFact {
  readonly what: 'kernel' | 'ramdisk';
  readonly format: 'aki' | 'ari';
  readonly named: RegExp;
  /** No such file is larger: then it is a disk with an odd name. Bytes. */
  readonly atMost: number;
}

/**
 * Sources: kayobe ansible/roles/ipa-images/tasks/main.yml, understack
 * ansible/roles/openstack_glance_image_upload/defaults/main.yml.
 */
export const BOOT_FILES: readonly BootFileFact[] = [
  { what: 'kernel', format: 'aki', named: /(?:^|[-_. /])(?:vmlinu[xz]|bzimage)(?:$|[-_. ])|[-_. ]kernel$/i, atMost: 2 ** 28 },
  { what: 'ramdisk', format: 'ari', named: /(?:^|[-_. /])(?:initrd|initramfs)(?:$|[-_. ])|[-_. ]ramdisk$/i, atMost: 2 ** 31 },
];

/** What the end of a file name says about the disk in it. */
export const FORMAT_OF_ENDING: Readonly<Record<string, string>> = {
  raw: 'raw', qcow2: 'qcow2', iso: 'iso', vmdk: 'vmdk', vdi: 'vdi', vhd: 'vhd', vhdx: 'vhdx',
};

/** Ends of the names of compressed files and archives. */
export const COMPRESSED_ENDINGS: ReadonlySet<string> = new Set([
  'xz', 'gz', 'bz2', 'zst', 'zstd', 'lz4', 'lzma', 'zip', '7z', 'rar', 'tgz', 'tbz2', 'txz',
]);
