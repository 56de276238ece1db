import type { Rule } from '../../src/model/rule.js';

export const VOLUME_RULES: readonly Rule[] = [];
