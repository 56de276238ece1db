import type { Rule } from '../../src/model/rule.js';
import namePattern from './name-pattern.js';
import requiredProperties from './required-properties.js';
import scsArchitecture from './scs-architecture.js';
import scsGenericUniqueness from './scs-generic-uniqueness.js';
import scsHwDiskBus from './scs-hw-disk-bus.js';
import scsImageBuildDate from './scs-image-build-date.js';
import scsImageSource from './scs-image-source.js';
import scsLicenses from './scs-licenses.js';
import scsMaintenance from './scs-maintenance.js';
import scsMandatoryProperties from './scs-mandatory-properties.js';
import scsMinDiskRam from './scs-min-disk-ram.js';
import scsNodeImage from './scs-node-image.js';
import scsOsPurpose from './scs-os-purpose.js';
import scsOsVersion from './scs-os-version.js';
import scsProvidedUntil from './scs-provided-until.js';
import scsRecommendedValues from './scs-recommended-values.js';
import scsReplaceFrequency from './scs-replace-frequency.js';
import scsRotatedImage from './scs-rotated-image.js';
import scsTags from './scs-tags.js';
import scsUuidValidity from './scs-uuid-validity.js';
import scsVendorSource from './scs-vendor-source.js';

export const POLICY_RULES: readonly Rule[] = [
  namePattern,
  requiredProperties,
  scsArchitecture,
  scsGenericUniqueness,
  scsHwDiskBus,
  scsImageBuildDate,
  scsImageSource,
  scsLicenses,
  scsMaintenance,
  scsMandatoryProperties,
  scsMinDiskRam,
  scsNodeImage,
  scsOsPurpose,
  scsOsVersion,
  scsProvidedUntil,
  scsRecommendedValues,
  scsReplaceFrequency,
  scsRotatedImage,
  scsTags,
  scsUuidValidity,
  scsVendorSource,
];
