import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { cursorAt, type Cursor } from '../../src/lsp/cursor.js';
import type { TextFormat } from '../../src/text/index.js';
import { marked } from '../support/analysis.js';

/** What is told of the place of `|`: the kind, the word, and of a value its key. */
function told(given: string, format: TextFormat): string | undefined {
  const { text, offset } = marked(given);
  const cursor = cursorAt(text, offset, format);
  if (cursor === undefined) return undefined;
  const { kind, word, quote, isClosed, key, hasSeparator } = cursor;
  const written = `${quote}${text.slice(word.start, word.end)}${isClosed ? quote : ''}`;
  return kind === 'key' ? `key ${written}${hasSeparator ? ' ...' : ''}` : `value ${written} of ${key}`;
}

const CASES: Readonly<Record<'yaml' | 'json' | 'hcl', readonly (readonly [given: string, told: string | undefined])[]>> = {
  yaml: [
    ['|', 'key '],
    ['  |', 'key '],
    ['hw_d|', 'key hw_d'],
    ['hw_|disk: x', 'key hw_disk ...'],
    ['"hw_|disk": x', 'key "hw_disk" ...'],
    ['- na|', 'key na'],
    ['- - na|', 'key na'],
    ['a: |', 'value  of a'],
    ['a:|', 'value  of a'],
    ['a: b|c', 'value bc of a'],
    ['a: b|c d # e', 'value bc d of a'],
    ['a:   |  bc', 'value   bc of a'],
    ['a: "b|c"', 'value "bc" of a'],
    ['a: |"bc"', 'value "bc" of a'],
    ["a: 'b|", "value 'b of a"],
    ['"a": b|', 'value b of a'],
    ['- a: b|', 'value b of a'],
    ['a: b:|c', 'value b:c of a'],
    ['a: b, c|', 'value b, c of a'],
    ["a: it's|", "value it's of a"],
    ['a: {b: c|, d: e}', 'value c of b'],
    ['a: {b: c, d|}', 'key d'],
    ['a: {b: c, "d|": e}', 'key "d" ...'],
    ['a: {b: c} # |', undefined],
    ['# a: |', undefined],
    ['a: b #|', undefined],
    ['a: b#|', 'value b# of a'],
    ['x: y\r\na: b|\r\nc: d', 'value b of a'],
    ['x: y\ra: b|\rc: d', 'value b of a'],
    ['\ufeffa: b|', 'value b of a'],
  ],
  json: [
    ['{"na|"}', 'key "na"'],
    ['{"na|me": 1}', 'key "name" ...'],
    ['{"a": "b|"}', 'value "b" of a'],
    ['{"a": "b|\n}', 'value "b of a'],
    ['{"a": |}', 'value  of a'],
    ['{"a": 1, |}', 'key '],
    ['{"a": tr|ue}', 'value true of a'],
    ['{"a": {"b": "|"}}', 'value "" of b'],
    ['{"a:b": "|"}', 'value "" of a:b'],
    ['{"a": "b\\"|c"}', 'value "b\\"c" of a'],
    ['{\n  "a":\n    "|"\n}', 'value "" of '],
    ['{\n  "a": 1,\n  "|"\n}', 'key ""'],
  ],
  hcl: [
    ['na|', 'key na'],
    ['name = |', 'value  of name'],
    ['name = "x|"', 'value "x" of name'],
    ['name = "x|" # c', 'value "x" of name'],
    ['p = { a = "|" }', 'value "" of a'],
    ['p = { a = 1, b| }', 'key b'],
    ['p = { "a" : "|" }', 'value "" of a'],
    ['// |', undefined],
    ['# |', undefined],
  ],
};

for (const [format, cases] of Object.entries(CASES)) {
  for (const [given, expected] of cases) {
    test(`${format} ${JSON.stringify(given)}`, () => assert.is(told(given, format as TextFormat), expected));
  }
}

test('the word holds the cursor and stays on its line, whatever stands there', () => {
  const piece = fc.constantFrom('a', ': ', ':', '"', "'", '{', '}', '[', ']', ',', ' ', '\n', '\r', '# ', '-', '- ', '=', '//', '\\', '😀', '\t');
  fc.assert(fc.property(fc.array(piece, { maxLength: 30 }), fc.nat(), fc.constantFrom<TextFormat>('yaml', 'json', 'ndjson', 'jsonc', 'hcl'), (pieces, at, format) => {
    const text = pieces.join('');
    const offset = at % (text.length + 1);
    const cursor = cursorAt(text, offset, format);
    if (cursor === undefined) return;
    const { start, end } = cursor.word satisfies Cursor['word'];
    assert.ok(start <= offset && offset <= end && end <= text.length, JSON.stringify([text, offset, cursor]));
    assert.not.match(text.slice(start, end), /[\r\n]/);
  }), { numRuns: 3000 });
});

test('a line of many megabytes costs no more than a look at it', () => {
  const text = `{${'"a": "b", '.repeat(300_000)}"c": "|"}`;
  const start = performance.now();
  assert.is(told(text, 'json'), 'value "" of c');
  assert.is(told(`a: ${' '.repeat(1_000_000)}|`, 'yaml'), 'value  of a');
  assert.ok(performance.now() - start < 3000);
});

test.run();
