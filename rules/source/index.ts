import type { Rule } from '../../src/model/rule.js';
import compressedImageSource from './compressed-image-source.js';
import compressedSource from './compressed-source.js';
import credentialsInLocation from './credentials-in-location.js';
import credentialsInUrl from './credentials-in-url.js';
import importMethodDisabled from './import-method-disabled.js';
import insecureSource from './insecure-source.js';
import latestWithoutDigestList from './latest-without-digest-list.js';
import malformedSource from './malformed-source.js';
import malformedSourceDigest from './malformed-source-digest.js';
import placeholderSource from './placeholder-source.js';
import sourceContradictsArchitecture from './source-contradicts-architecture.js';
import sourceContradictsFormat from './source-contradicts-format.js';
import sourceContradictsVersion from './source-contradicts-version.js';
import sourceDigestShared from './source-digest-shared.js';

export const SOURCE_RULES: readonly Rule[] = [
  compressedImageSource,
  compressedSource,
  credentialsInLocation,
  credentialsInUrl,
  importMethodDisabled,
  insecureSource,
  latestWithoutDigestList,
  malformedSource,
  malformedSourceDigest,
  placeholderSource,
  sourceContradictsArchitecture,
  sourceContradictsFormat,
  sourceContradictsVersion,
  sourceDigestShared,
];
