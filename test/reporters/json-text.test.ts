import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { jsonText, LongList } from '../../src/reporters/json-text.js';

const odd = {
  'esc\u001b[31m': ['\u009b1m', '\u007f', '\u202e\u2066', '\u2028', '\ud800', '\u{e0041}', '\u200b\ufeff\u00a0', 'a\nb\tc'],
  runner: '##[error]x ##vso[task.x]y ###teamcity[z ## plain',
  plain: ['Größe 大きさ 👍🏽 ❤️', '\\u202e', '"\\"'],
};

function textOf(value: unknown): string {
  return Array.from(jsonText(value)).join('');
}

test('what a terminal obeys is escaped, and means the same', () => {
  const text = textOf(odd);
  assert.equal(JSON.parse(text), odd);
  assert.not.match(text, /[^\P{Cc}\n]|\p{Cf}|\p{Cs}|[\u00a0\u2028]/u);
  assert.not.match(text, /##\w*\[/);
});

test('ordinary text of any script stays readable', () => {
  assert.is(textOf('Größe 大きさ 👍🏽 ❤️'), '"Größe 大きさ 👍🏽 ❤️"\n');
  assert.is(textOf({ a: [1] }), '{\n  "a": [\n    1\n  ]\n}\n');
});

test('a long list is written like any other', () => {
  const lists: unknown[][] = [[], [1], [{ a: 1, b: [] }, [], {}, 'x\ny', null, '##[error]', '\u202e']];
  for (const list of lists) {
    const long = (): LongList => new LongList(list);
    assert.is(textOf(long()), textOf(list));
    assert.is(textOf({ a: 1, list: long(), b: { c: [{}, long(), 2], d: long() }, e: [] }), textOf({ a: 1, list, b: { c: [{}, list, 2], d: list }, e: [] }));
    assert.is(textOf(LongList.of(list, (item) => [item])), textOf(list.map((item) => [item])));
  }
});

test('of a long list, no more is made than is asked for', () => {
  let made = 0;
  const pieces = jsonText({ list: LongList.of(Array.from({ length: 1000 }), () => made++) });
  for (const piece of pieces) if (piece.includes('2')) break;
  assert.is(made, 3);
});

test.run();
