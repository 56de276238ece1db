import type { Rule } from '../../src/model/rule.js';
import baremetalDiskFormat from './baremetal-disk-format.js';
import incompleteAnacondaImage from './incomplete-anaconda-image.js';
import partitionWithoutKernel from './partition-without-kernel.js';
import unknownImgType from './unknown-img-type.js';

export const BAREMETAL_RULES: readonly Rule[] = [
  baremetalDiskFormat,
  incompleteAnacondaImage,
  partitionWithoutKernel,
  unknownImgType,
];
