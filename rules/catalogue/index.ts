import type { Rule } from '../../src/model/rule.js';
import architectureContradictsName from './architecture-contradicts-name.js';
import discouragedOsDistro from './discouraged-os-distro.js';
import guestIdInOsDistro from './guest-id-in-os-distro.js';
import misspeltOsDistro from './misspelt-os-distro.js';
import osDistroContradictsName from './os-distro-contradicts-name.js';
import osDistroOfRelative from './os-distro-of-relative.js';
import osTypeAgainstDistro from './os-type-against-distro.js';
import osVersionCodename from './os-version-codename.js';
import osVersionContradictsName from './os-version-contradicts-name.js';
import osVersionLostZero from './os-version-lost-zero.js';
import unknownOsDistro from './unknown-os-distro.js';
import versionContradictsDate from './version-contradicts-date.js';

export const CATALOGUE_RULES: readonly Rule[] = [
  architectureContradictsName,
  discouragedOsDistro,
  guestIdInOsDistro,
  misspeltOsDistro,
  osDistroContradictsName,
  osDistroOfRelative,
  osTypeAgainstDistro,
  osVersionCodename,
  osVersionContradictsName,
  osVersionLostZero,
  unknownOsDistro,
  versionContradictsDate,
];
