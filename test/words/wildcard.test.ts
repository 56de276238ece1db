import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { matchesWildcard } from '../../src/words/wildcard.js';

test('patterns match in full', () => {
  const cases: readonly (readonly [string, string, boolean])[] = [
    ['*', '', true], ['*', 'anything', true], ['Debian ##', 'Debian 12', true], ['Debian ##', 'Debian 12.1', false],
    ['Debian*', 'Debian 12', true], ['*arm64*', 'Debian 12 arm64 (2026)', true], ['?', '😀', true], ['?', '', false],
    ['[a-f]?', 'e9', true], ['[!a-f]*', 'e9', false], ['[abc]', 'b', true], ['\\*', '*', true], ['\\*', 'x', false], ['[', '[', true],
    ['a*b*c', 'aXbYc', true], ['a*b*c', 'aXbYd', false], ['', '', true], ['', 'x', false], ['CC-####', 'CC-0042', true],
  ];
  for (const [pattern, text, expected] of cases) assert.is(matchesWildcard(pattern, text), expected, `${pattern} ${text}`);
});

test('a text matches itself with its letters written as they are', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => matchesWildcard(text.replace(/[*?#[\\]/g, '\\$&'), text)));
});

test('no pattern keeps it busy', () => {
  assert.not(matchesWildcard(`${'*a'.repeat(2000)}b`, 'a'.repeat(5000)));
});

test.run();
