import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { isOlderThan } from '../../src/facts/releases.js';

test('releases are ordered by age, not by letters', () => {
  assert.ok(isOlderThan('train', 'ussuri'));
  assert.ok(isOlderThan('zed', '2023.1'));
  assert.ok(isOlderThan('Antelope', '2024.1'));
  assert.not(isOlderThan('2023.1', 'antelope'));
  assert.not(isOlderThan('victoria', 'ussuri'));
});

test('no release and an unknown one are the newest', () => {
  assert.not(isOlderThan(null, 'hibiscus'));
  assert.not(isOlderThan('2031.1', 'hibiscus'));
});

test.run();
