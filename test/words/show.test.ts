import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { clip } from '../../src/words/show.js';

test('a text is cut to its bound, never amid a character', () => {
  assert.is(clip('abcdef', 6), 'abcdef');
  assert.is(clip('abcdefg', 6), 'abcde…');
  assert.is(clip('abcd👍fg', 6), 'abcd…');
  assert.is(clip('abc👍efg', 6), 'abc👍…');
});

test.run();
