import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { outputsOf } from '../../src/cli/lint-options.js';

test('formats, with and without a file', () => {
  assert.equal(outputsOf(undefined), [{ name: 'text', file: undefined }]);
  assert.equal(outputsOf(['sarif=a=b.sarif', 'json']), [{ name: 'sarif', file: 'a=b.sarif' }, { name: 'json', file: undefined }]);
});

test('a format that does not exist is told before anything is linted', () => {
  assert.throws(() => outputsOf(['sraif']), /There is no format "sraif". Did you mean "sarif"\?/);
  assert.throws(() => outputsOf(['sarif=']), /needs a file name/);
  assert.throws(() => outputsOf(['sarif', 'json']), /Only one report fits/);
});

test.run();
