import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { sentence } from '../../src/words/sentence.js';

test('a clause gets a capital and a full stop', () => {
  assert.is(sentence('the name is short'), 'The name is short.');
  assert.is(sentence('read-only attributes are left out.'), 'Read-only attributes are left out.');
  assert.is(sentence('is it?'), 'Is it?');
  assert.is(sentence(''), '.');
});

test('names in code stay as they are', () => {
  assert.is(sentence('min_disk holds the disk'), 'min_disk holds the disk.');
  assert.is(sentence('`name` is short'), '`name` is short.');
  assert.is(sentence('https: is used'), 'https: is used.');
});

test.run();
