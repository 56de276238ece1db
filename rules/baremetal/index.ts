import type { Rule } from '../../src/model/rule.js';

export const BAREMETAL_RULES: readonly Rule[] = [];
