import type { Rule } from '../../src/model/rule.js';

export const INTEGRITY_RULES: readonly Rule[] = [];
