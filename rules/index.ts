import type { Rule } from '../src/model/rule.js';
import { BAREMETAL_RULES } from './baremetal/index.js';
import { CATALOGUE_RULES } from './catalogue/index.js';
import { COMPUTE_RULES } from './compute/index.js';
import { FORMAT_RULES } from './format/index.js';
import { IDENTITY_RULES } from './identity/index.js';
import { INTEGRITY_RULES } from './integrity/index.js';
import { LIFECYCLE_RULES } from './lifecycle/index.js';
import { POLICY_RULES } from './policy/index.js';
import { SIGNATURE_RULES } from './signature/index.js';
import { SIZE_RULES } from './size/index.js';
import { SOURCE_RULES } from './source/index.js';
import { STORE_RULES } from './store/index.js';
import { VOLUME_RULES } from './volume/index.js';
import { YAML_RULES } from './yaml/index.js';

/** The built-in rules, by topic. */
export const RULES: readonly Rule[] = [
  ...FORMAT_RULES,
  ...SIZE_RULES,
  ...INTEGRITY_RULES,
  ...STORE_RULES,
  ...LIFECYCLE_RULES,
  ...IDENTITY_RULES,
  ...COMPUTE_RULES,
  ...SIGNATURE_RULES,
  ...VOLUME_RULES,
  ...BAREMETAL_RULES,
  ...CATALOGUE_RULES,
  ...SOURCE_RULES,
  ...YAML_RULES,
  ...POLICY_RULES,
];
