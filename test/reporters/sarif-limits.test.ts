import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { isLimitNotification, limitNotifications } from '../../src/reporters/sarif-limits.js';

function said(results: number): readonly string[] {
  return limitNotifications(results).map(({ level, message }) => `${level}: ${message.text}`);
}

test('nothing is said below the limits, and each limit is said above it', () => {
  assert.equal(said(5_000), []);
  assert.equal(said(5_001), ['note: GitHub shows only 5000 of the 5001 results of this run, the most severe ones.']);
  assert.equal(said(25_000), ['note: GitHub shows only 5000 of the 25000 results of this run, the most severe ones.']);
  const [refused, shown, ...more] = said(25_001);
  assert.match(refused ?? '', /^warning: GitHub refuses runs of more than 25000 results .*; this run has 25001 results\./);
  assert.match(shown ?? '', /^note: GitHub shows only 5000 of the 25001 /);
  assert.equal(more, []);
});

test('what is said is known again', () => {
  assert.ok(limitNotifications(1_000_000).every(isLimitNotification));
  assert.not.ok(isLimitNotification({ level: 'error', message: { text: 'Cannot be read.' } }));
});

test.run();
