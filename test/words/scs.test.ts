import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { isRotatedOut, rotationDay, scsDate } from '../../src/words/scs.js';

test('dates are read as the conformance test reads them', () => {
  for (const [text, form] of [['2026-01-08', 'day'], ['2026-01-08 14:30', 'minute'], ['2026-01-08 14:30:59', 'minute'], ['2026-01-08T14:30:59Z', 'stamp']]) {
    assert.is(scsDate(text as string)?.form, form, text);
  }
  for (const text of ['', '2026-13-01', '2026-02-29', '2026-00-10', '2026-01-08T14:30', '20260108', '2026-01-08 24:00', ' 2026-01-08']) {
    assert.is(scsDate(text), undefined, text);
  }
  assert.is(scsDate('2028-02-29')?.day, '2028-02-29');
});

test('a date without all its digits passes the test, and is told apart', () => {
  assert.is(scsDate('2026-1-8')?.isPadded, false);
  assert.is(scsDate('2026-1-8')?.day, '2026-01-08');
  assert.is(scsDate('2026-01-08 04:05')?.isPadded, true);
});

test('a name tells that its image was rotated out by a day, "old" or "prev" at its end', () => {
  assert.is(rotationDay('Ubuntu 24.04 20260108'), '2026-01-08');
  assert.is(rotationDay('Ubuntu 24.04 2026-01-08'), '2026-01-08');
  for (const name of ['Ubuntu 24.04', 'ubuntu-20260108', 'Ubuntu 24.04 20261308', 'Ubuntu 24.04 2026-0108']) assert.is(rotationDay(name), undefined, name);
  assert.ok(isRotatedOut('Debian 12 old'));
  assert.not(isRotatedOut('Debian 12 bold'));
});

test.run();
