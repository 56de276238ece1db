import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { own, shared } from '../../src/text/own.js';

test('texts stay the same, whatever was asked for before', () => {
  const texts = ['', 'a', 'x'.repeat(12), 'x'.repeat(13), 'größer als dreizehn 🐧', ...Array.from({ length: 3000 }, (_, index) => `text number ${index % 1700}`)];
  for (const text of texts) {
    assert.is(own(text), text);
    assert.is(shared(text), text);
  }
});

test.run();
