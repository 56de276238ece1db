import type { Rule } from '../../src/model/rule.js';

export const STORE_RULES: readonly Rule[] = [];
