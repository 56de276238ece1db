import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { isPageSize, meantPageSize } from '../../src/words/page-size.js';

test('Nova reads words, KiB, and sizes with a unit', () => {
  for (const text of ['any', 'large', 'small', '2048', '2MB', '1GiB', '1.5GB', '16Mbit']) assert.ok(isPageSize(text), text);
  for (const text of ['', 'Any', '2M', '2 MB', '2048kB', '2mb', 'huge', '-1', '2MB ']) assert.not.ok(isPageSize(text), text);
});

test('a guess is something that Nova reads', () => {
  for (const [text, meant] of [['2M', '2MB'], ['2 MB', '2MB'], ['2048kb', '2048KB'], ['1gi', '1GiB'], [' ANY', 'any'], ['2mib', '2MiB']] as const) {
    assert.is(meantPageSize(text), meant);
    assert.ok(isPageSize(meant));
  }
  assert.is(meantPageSize('huge'), undefined);
  assert.is(meantPageSize(''), undefined);
});

test.run();
