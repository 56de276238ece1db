import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { flexibleBoolean, pythonInt, pythonStrip } from '../../src/words/python.js';

const INTEGERS: readonly (readonly [string, bigint | undefined])[] = [
  ['4', 4n], ['-4', -4n], ['+4', 4n], [' 4\n', 4n], ['\xa04\x85', 4n], ['\x1f4', undefined], ['007', 7n], ['1_000', 1000n], ['٤٢', 42n], ['１２', 12n], ['𝟘𝟡', 9n],
  ['', undefined], [' ', undefined], ['4.0', undefined], ['0x10', undefined], ['1e3', undefined], ['_1', undefined], ['1_', undefined],
  ['1__0', undefined], ['- 4', undefined], ['--4', undefined], ['\ufeff4', undefined], ['²', undefined], ['9'.repeat(4301), undefined],
];

for (const [text, value] of INTEGERS) test(`int(${JSON.stringify(text.slice(0, 20))})`, () => assert.is(pythonInt(text), value));

test('strip takes what Python takes for blank', () => {
  assert.is(pythonStrip('\u3000 a b\t\x1c'), 'a b');
  assert.is(pythonStrip('\ufeffa\u200b'), '\ufeffa\u200b');
  assert.is(pythonStrip(' '.repeat(100_000)), '');
});

test('booleans: known words in any case and with blanks, all others are no', () => {
  assert.equal(flexibleBoolean(' YES\n'), { value: true, isKnown: true });
  assert.equal(flexibleBoolean('off'), { value: false, isKnown: true });
  assert.equal(flexibleBoolean('enabled'), { value: false, isKnown: false });
  assert.equal(flexibleBoolean('\ufeffyes'), { value: false, isKnown: false });
});

test.run();
