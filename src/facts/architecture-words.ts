/**
 * Words for processor architectures in names of images and files, and what Nova calls the architecture.
 * Those for 32-bit x86 are missing: such images run on 64-bit hosts and are often labelled so.
 * Source: nova nova/objects/fields.py Architecture; names of public images.
 */
export const ARCHITECTURE_WORDS: Readonly<Record<string, string>> = {
  'x86_64': 'x86_64', 'x86-64': 'x86_64', 'amd64': 'x86_64', 'x64': 'x86_64',
  'aarch64': 'aarch64', 'arm64': 'aarch64', 'arm64v8': 'aarch64',
  'ppc64le': 'ppc64le', 'ppc64el': 'ppc64le', 's390x': 's390x', 'riscv64': 'riscv64', 'loongarch64': 'loongarch64',
};
