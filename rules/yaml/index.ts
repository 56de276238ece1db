import type { Rule } from '../../src/model/rule.js';
import ambiguousScalar from './ambiguous-scalar.js';
import duplicateKey from './duplicate-key.js';
import invalidEncoding from './invalid-encoding.js';
import syntaxError from './syntax-error.js';
import unknownKey from './unknown-key.js';
import unquotedVersion from './unquoted-version.js';
import unrecognisedManifest from './unrecognised-manifest.js';
import unusedSuppression from './unused-suppression.js';

export const YAML_RULES: readonly Rule[] = [
  ambiguousScalar,
  duplicateKey,
  invalidEncoding,
  syntaxError,
  unknownKey,
  unquotedVersion,
  unrecognisedManifest,
  unusedSuppression,
];
