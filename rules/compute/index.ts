import type { Rule } from '../../src/model/rule.js';
import flavorOnlyProperty from './flavor-only-property.js';
import legacyAndCurrentName from './legacy-and-current-name.js';
import legacyPropertyName from './legacy-property-name.js';
import misspeltTrait from './misspelt-trait.js';
import newerThanRelease from './newer-than-release.js';
import truncatedProperty from './truncated-property.js';
import unacceptedPropertyValue from './unaccepted-property-value.js';
import unknownProperty from './unknown-property.js';
import unreadBoolean from './unread-boolean.js';

export const COMPUTE_RULES: readonly Rule[] = [
  flavorOnlyProperty,
  legacyAndCurrentName,
  legacyPropertyName,
  misspeltTrait,
  newerThanRelease,
  truncatedProperty,
  unacceptedPropertyValue,
  unknownProperty,
  unreadBoolean,
];
