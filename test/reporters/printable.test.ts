import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { printable, printablePath } from '../../src/reporters/printable.js';

test('ordinary text of any script stays', () => {
  for (const text of ['', 'disk_format: qcow2', 'Größe', 'e\u0301', '大きさ\u3000', 'שלום', '👍🏽 ❤️ 🇩🇪', '`$(x)` & <b> %0A ::', '# [x] ##']) {
    assert.is(printable(text), text);
  }
});

test('what a terminal obeys is shown', () => {
  assert.is(printable('\u001b[31m\u0007\u0000\u007f\u009b'), '\\u001b[31m\\u0007\\u0000\\u007f\\u009b');
  assert.is(printable('a\nb\r\nc\td'), 'a\\nb\\r\\nc\\td');
});

test('what is not to be seen is shown', () => {
  assert.is(printable('\u202e\u2066\u061c'), '\\u202e\\u2066\\u061c');
  assert.is(printable('\u200b\u200d\ufeff\u00ad\u2028\u00a0\u3164'), '\\u200b\\u200d\\ufeff\\u00ad\\u2028\\u00a0\\u3164');
  assert.is(printable('\u{e0041}'), '\\u{e0041}');
  assert.is(printable('a\ud800b\udc00'), 'a\\ud800b\\udc00');
});

test('commands to build runners are broken', () => {
  assert.is(printable('##[error]x'), '#\\u0023[error]x');
  assert.is(printable('###vso[task.setvariable variable=x]y ##teamcity[z'), '##\\u0023vso[task.setvariable variable=x]y #\\u0023teamcity[z');
});

test('a path cannot begin a workflow command', () => {
  assert.is(printablePath('images/a.yaml'), 'images/a.yaml');
  assert.is(printablePath('::error::x'), './::error::x');
  assert.is(printablePath(' ::error::x'), './ ::error::x');
  assert.is(printablePath('a\n::error::x'), 'a\\n::error::x');
});

test.run();
