import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { jsonText } from '../../src/reporters/json-text.js';

const odd = {
  'esc\u001b[31m': ['\u009b1m', '\u007f', '\u202e\u2066', '\u2028', '\ud800', '\u{e0041}', '\u200b\ufeff\u00a0', 'a\nb\tc'],
  runner: '##[error]x ##vso[task.x]y ###teamcity[z ## plain',
  plain: ['Größe 大きさ 👍🏽 ❤️', '\\u202e', '"\\"'],
};

test('what a terminal obeys is escaped, and means the same', () => {
  const text = jsonText(odd);
  assert.equal(JSON.parse(text), odd);
  assert.not.match(text, /[^\P{Cc}\n]|\p{Cf}|\p{Cs}|[\u00a0\u2028]/u);
  assert.not.match(text, /##\w*\[/);
});

test('ordinary text of any script stays readable', () => {
  assert.is(jsonText('Größe 大きさ 👍🏽 ❤️'), '"Größe 大きさ 👍🏽 ❤️"\n');
  assert.is(jsonText({ a: [1] }), '{\n  "a": [\n    1\n  ]\n}\n');
});

test.run();
