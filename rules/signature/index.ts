import type { Rule } from '../../src/model/rule.js';

export const SIGNATURE_RULES: readonly Rule[] = [];
