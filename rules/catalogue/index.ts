import type { Rule } from '../../src/model/rule.js';

export const CATALOGUE_RULES: readonly Rule[] = [];
