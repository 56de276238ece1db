import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { cpuSpec } from '../../src/words/cpu-spec.js';

const CASES: readonly (readonly [string, readonly number[] | undefined])[] = [
  ['0-3,^2', [0, 1, 3]],
  [' 1 , 0x', undefined],
  ['4,^4', []],
  ['^0-1,0-3', [2, 3]],
  [',,7,', [7]],
  ['', []],
  ['3-1', undefined],
  ['-1', undefined],
  ['1--2', undefined],
  ['0-99999999999', undefined],
];

for (const [text, expected] of CASES) {
  test(`"${text}"`, () => {
    const cpus = cpuSpec(text);
    assert.equal(cpus === undefined ? undefined : [...cpus].sort((a, b) => a - b), expected);
  });
}

test.run();
