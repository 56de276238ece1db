import type { Rule } from '../../src/model/rule.js';
import blankVolumeType from './blank-volume-type.js';
import compressedNotGzip from './compressed-not-gzip.js';
import encryptedImageFormat from './encrypted-image-format.js';
import encryptedImageInManifest from './encrypted-image-in-manifest.js';
import imageBoundProperty from './image-bound-property.js';
import keyPolicyWithoutKey from './key-policy-without-key.js';

export const VOLUME_RULES: readonly Rule[] = [
  blankVolumeType,
  compressedNotGzip,
  encryptedImageFormat,
  encryptedImageInManifest,
  imageBoundProperty,
  keyPolicyWithoutKey,
];
