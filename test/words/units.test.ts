import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { bytes, GIB, wholeGib } from '../../src/words/units.js';

test('bytes are said in the largest unit', () => {
  assert.is(bytes(0), '0 bytes');
  assert.is(bytes(1023), '1023 bytes');
  assert.is(bytes(2361393152), '2.2 GiB');
  assert.is(bytes(10 * GIB), '10 GiB');
});

test('what is nearly a round number is also given exactly', () => {
  assert.is(bytes(10 * GIB + 1), '10 GiB (10737418241 bytes)');
  assert.is(bytes(10 * GIB - 1), '10 GiB (10737418239 bytes)');
});

test('what does not fit in whole GiB needs one more', () => {
  assert.is(wholeGib(10 * GIB), 10);
  assert.is(wholeGib(10 * GIB + 1), 11);
  assert.is(wholeGib(1), 1);
});

test.run();
