import type { Rule } from '../../src/model/rule.js';

export const SIZE_RULES: readonly Rule[] = [];
