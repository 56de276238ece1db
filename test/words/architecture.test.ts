import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { ARCHITECTURE_WORDS } from '../../src/facts/architecture-words.js';
import { architectureIn } from '../../src/words/architecture.js';

const WORDS = Object.keys(ARCHITECTURE_WORDS);

test('every word is found, however it is written', () => {
  for (const word of WORDS) {
    for (const written of [word, word.toUpperCase()]) assert.is(architectureIn(`debian-12-${written}.qcow2`), ARCHITECTURE_WORDS[word], written);
  }
});

test('a word is found between other words, and not within one', () => {
  const other = fc.constantFrom('debian', '12', 'cloud', 'v8', 'release64');
  fc.assert(fc.property(fc.array(other), fc.constantFrom(...WORDS), fc.array(other), (before, word, after) => {
    assert.is(architectureIn([...before, word, ...after].join('-')), ARCHITECTURE_WORDS[word]);
    assert.is(architectureIn([...before, `q${word}`, ...after].join('-')), undefined);
  }));
});

test('two architectures are none', () => assert.is(architectureIn('boot-amd64-arm64'), undefined));

test.run();
