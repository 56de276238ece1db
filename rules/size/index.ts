import type { Rule } from '../../src/model/rule.js';
import emptyImage from './empty-image.js';
import minDiskBelowSize from './min-disk-below-size.js';
import minDiskBelowVirtualSize from './min-disk-below-virtual-size.js';
import minDiskInOtherUnit from './min-disk-in-other-unit.js';
import minDiskMissing from './min-disk-missing.js';
import minDiskZero from './min-disk-zero.js';
import minRamInOtherUnit from './min-ram-in-other-unit.js';
import negativeSize from './negative-size.js';
import numberOutOfRange from './number-out-of-range.js';
import rawSizeMismatch from './raw-size-mismatch.js';
import sizeAboveQuota from './size-above-quota.js';
import virtualSizeBelowSize from './virtual-size-below-size.js';

export const SIZE_RULES: readonly Rule[] = [
  emptyImage,
  minDiskBelowSize,
  minDiskBelowVirtualSize,
  minDiskInOtherUnit,
  minDiskMissing,
  minDiskZero,
  minRamInOtherUnit,
  negativeSize,
  numberOutOfRange,
  rawSizeMismatch,
  sizeAboveQuota,
  virtualSizeBelowSize,
];
