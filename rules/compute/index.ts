import type { Rule } from '../../src/model/rule.js';

export const COMPUTE_RULES: readonly Rule[] = [];
