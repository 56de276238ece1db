import type { Rule } from '../../src/model/rule.js';
import checksumShared from './checksum-shared.js';
import digestOfNothing from './digest-of-nothing.js';
import hashLengthMismatch from './hash-length-mismatch.js';
import incompleteHash from './incomplete-hash.js';
import malformedChecksum from './malformed-checksum.js';
import malformedHashValue from './malformed-hash-value.js';
import unknownHashAlgorithm from './unknown-hash-algorithm.js';
import upperCaseDigest from './upper-case-digest.js';
import weakHashOnly from './weak-hash-only.js';

export const INTEGRITY_RULES: readonly Rule[] = [
  checksumShared, digestOfNothing, hashLengthMismatch, incompleteHash, malformedChecksum, malformedHashValue,
  unknownHashAlgorithm, upperCaseDigest, weakHashOnly,
];
