import type { Rule } from '../../src/model/rule.js';

export const LIFECYCLE_RULES: readonly Rule[] = [];
