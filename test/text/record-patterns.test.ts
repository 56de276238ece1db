import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { RecordPatterns } from '../../src/text/record-patterns.js';

/** Records `KEY=DIGITS REST`, with a slot for the digits. */
function add(patterns: RecordPatterns<string>, key: string, rest: string): boolean {
  const text = `${key}=1${rest}`;
  return patterns.add(text, 0, text.length, [{ start: key.length + 1, end: key.length + 2, shape: '\\d+' }], `${key}${rest}`);
}

const rest = fc.stringMatching(/^( [ab(.]{0,3})?$/);
const kinds = fc.uniqueArray(fc.record({ key: fc.constantFrom('k', 'kk', '(x)'), rest }), { minLength: 1, maxLength: 8, selector: ({ key, rest: one }) => key + one });

test('a record is found if and only if one like it was added, before and after the patterns have settled', () => {
  fc.assert(fc.property(kinds, fc.array(fc.record({ key: fc.constantFrom('k', 'kk', '(x)', 'y'), rest, digits: fc.stringMatching(/^[0-9a]{1,3}$/) }), { maxLength: 10 }), (known, asked) => {
    const patterns = new RecordPatterns<string>();
    for (const kind of known) assert.ok(add(patterns, kind.key, kind.rest));
    for (const round of [0, 1, 1000]) {
      for (const kind of known) for (let times = 0; times < round; times++) patterns.match(`${kind.key}=${times}${kind.rest}`, 0, `${kind.key}=${times}${kind.rest}`.length);
      for (const { key, digits, rest: end } of asked) {
        const text = `..${key}=${digits}${end}`;
        const isKnown = /^\d+$/.test(digits) && known.some((kind) => kind.key === key && kind.rest === end);
        const match = patterns.match(`${text}||b`, 2, text.length);
        assert.is(match?.result, isKnown ? `${key}${end}` : undefined, `${text} after ${round}`);
        if (isKnown) assert.is(match?.values[1], digits);
      }
    }
  }), { numRuns: 60 });
});

test('what is added later is found, too', () => {
  const patterns = new RecordPatterns<string>();
  add(patterns, 'k', ' a');
  for (let times = 0; times < 1500; times++) assert.is(patterns.match('k=5 a', 0, 5)?.result, 'k a');
  assert.is(patterns.match('k=5 b', 0, 5), undefined);
  assert.ok(add(patterns, 'k', ' b'));
  assert.not(add(patterns, 'k', ' b'));
  for (let times = 0; times < 1500; times++) assert.is(patterns.match('k=5 b', 0, 5)?.result, 'k b');
});

test.run();
