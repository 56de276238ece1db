import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { ProgressLine } from '../../src/cli/progress.js';

/** What is written when files are told about at these times. */
function written(times: readonly number[], env: Readonly<Record<string, string>> = {}, terminal: { columns?: number } | null = {}): string {
  let now = 1000;
  let output = '';
  const line = new ProgressLine(() => (terminal === null ? undefined : { ...terminal, write: (text) => { output += text; } }), env, () => now);
  for (const [index, time] of times.entries()) {
    now = 1000 + time;
    line.show(index, times.length);
  }
  line.clear();
  return output;
}

test('a short run shows nothing', () => {
  assert.is(written([0, 100, 499]), '');
});

test('a long run shows how far it is, and leaves nothing behind', () => {
  assert.is(written([0, 600]), '\r\u001b[Kglance-lint: 1 of 2 files\r\u001b[K');
});

test('not at every file', () => {
  assert.is(written([600, 650, 699, 700]).match(/of 4/g)?.length, 2);
});

test('only on a terminal that can, and not in CI', () => {
  assert.is(written([600], {}, null), '');
  assert.is(written([600], { TERM: 'dumb' }), '');
  assert.is(written([600], { CI: 'true' }), '');
  assert.is.not(written([600], { CI: 'false', TERM: 'xterm' }), '');
});

test('a narrow terminal gets a part, for a wrapped line could not be cleared', () => {
  assert.match(written([600], {}, { columns: 12 }), /Kglance-lint\r/);
});

test.run();
