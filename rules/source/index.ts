import type { Rule } from '../../src/model/rule.js';

export const SOURCE_RULES: readonly Rule[] = [];
