import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { fromPointer, toPointer } from '../../src/text/pointer.js';
import { characterAt, Lines } from '../../src/text/position.js';

test('counts lines that end with LF, CRLF and CR', () => {
  const lines = new Lines('a\nbc\r\n\rd\n');
  assert.equal([0, 1, 2, 3, 4, 6, 7, 8, 9].map((offset) => lines.position(offset)).map(({ line, column }) => `${line}:${column}`), [
    '1:1', '1:2', '2:1', '2:2', '2:3', '3:1', '4:1', '4:2', '5:1',
  ]);
  assert.equal([1, 2, 3, 4, 5, 6].map((line) => lines.line(line)), ['a', 'bc', '', 'd', '', '']);
  assert.equal(new Lines('').position(0), { line: 1, column: 1, offset: 0 });
});

test('agrees with counting', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', '\n', '\r', '😀', '\u2028') }), fc.nat(), (text, number) => {
    const offset = number % (text.length + 1);
    // Between the halves of CRLF, the line is still the one that ends there.
    const before = text.slice(0, offset).split(text[offset] === '\n' ? /\r\n|\r(?=[^]|$)(?!$)|\n/ : /\r\n?|\n/);
    assert.equal(new Lines(text).position(offset), { line: before.length, column: (before.at(-1) as string).length + 1, offset });
  }), { numRuns: 2000 });
});

test('knows where characters end', () => {
  assert.equal(characterAt('a😀b', 1), { start: 1, end: 3 });
  assert.equal(characterAt('a\ud83d', 1), { start: 1, end: 2 });
  assert.equal(characterAt('ab \n', 4), { start: 2, end: 2 });
  assert.equal(characterAt('', 0), { start: 0, end: 0 });
});

test('writes and reads JSON pointers', () => {
  assert.is(toPointer([]), '');
  assert.is(toPointer(['a/b', 0, 'c~d', '']), '/a~1b/0/c~0d/');
  fc.assert(fc.property(fc.array(fc.string({ unit: fc.constantFrom('/', '~', '0', '1', 'a') })), (path) => {
    assert.equal(fromPointer(toPointer(path)), path);
  }));
});

test('a million lines take no time to speak of', () => {
  const lines = new Lines('\n'.repeat(1_000_000));
  assert.is(lines.position(999_999).line, 1_000_000);
});

test.run();
