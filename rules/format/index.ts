import type { Rule } from '../../src/model/rule.js';
import amiWithoutKernel from './ami-without-kernel.js';
import compressedName from './compressed-name.js';
import kernelAsDisk from './kernel-as-disk.js';
import missingFormat from './missing-format.js';
import mixedAmazonFormats from './mixed-amazon-formats.js';
import nameContradictsFormat from './name-contradicts-format.js';
import ovaWithoutVmdk from './ova-without-vmdk.js';
import unbootableContainer from './unbootable-container.js';
import unbootableDiskFormat from './unbootable-disk-format.js';
import unknownContainerFormat from './unknown-container-format.js';
import unknownDiskFormat from './unknown-disk-format.js';

export const FORMAT_RULES: readonly Rule[] = [
  amiWithoutKernel,
  compressedName,
  kernelAsDisk,
  missingFormat,
  mixedAmazonFormats,
  nameContradictsFormat,
  ovaWithoutVmdk,
  unbootableContainer,
  unbootableDiskFormat,
  unknownContainerFormat,
  unknownDiskFormat,
];
