import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { isBase64 } from '../../src/words/base64.js';

// Each answer is what b64decode() of Python 3.11 gave: bytes or an exception.
test('decides as Python does', () => {
  for (const text of ['', 'abcd', 'ab==', 'ab=cd===', 'ab==cdef', '====', 'ab c\n d', 'abcd=', '"abcd"', '-_-_', 'ab=c=']) {
    assert.ok(isBase64(text), JSON.stringify(text));
  }
  for (const text of ['abc', 'ab-_', 'a', 'abcde', 'ab=', '=abc', 'abcdé', 'ab=c']) {
    assert.not(isBase64(text), JSON.stringify(text));
  }
});

test.run();
