import type { Rule } from '../../src/model/rule.js';
import unknownDiskFormat from './unknown-disk-format.js';

export const FORMAT_RULES: readonly Rule[] = [unknownDiskFormat];
