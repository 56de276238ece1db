import type { Rule } from '../../src/model/rule.js';
import compressedImageSource from './compressed-image-source.js';
import credentialsInLocation from './credentials-in-location.js';
import credentialsInUrl from './credentials-in-url.js';
import insecureImageSource from './insecure-image-source.js';
import malformedImageSource from './malformed-image-source.js';
import placeholderImageSource from './placeholder-image-source.js';
import sourceContradictsArchitecture from './source-contradicts-architecture.js';
import sourceContradictsVersion from './source-contradicts-version.js';

export const SOURCE_RULES: readonly Rule[] = [
  compressedImageSource,
  credentialsInLocation,
  credentialsInUrl,
  insecureImageSource,
  malformedImageSource,
  placeholderImageSource,
  sourceContradictsArchitecture,
  sourceContradictsVersion,
];
