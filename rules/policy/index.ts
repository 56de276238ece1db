import type { Rule } from '../../src/model/rule.js';

export const POLICY_RULES: readonly Rule[] = [];
