import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Excerpts } from '../../src/engine/excerpts.js';
import { codeFrame } from '../../src/reporters/code-frame.js';
import { displayWidth } from '../../src/reporters/display-width.js';
import { Lines } from '../../src/text/index.js';

/** The frame around the part of a text between two marks `«` and `»`. */
function frame(marked: string, width = 60): string {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  const lines = new Lines(marked.replace(/[«»]/g, ''));
  const range = lines.range({ start, end });
  return codeFrame(new Excerpts(lines).around(range), range, width, (text) => text).join('\n');
}

/** Where the underline is, and what stands above it, by display columns. */
function underlined(marked: string): [from: number, to: number, columns: number] {
  const [line = '', carets = ''] = frame(marked).split('\n');
  const from = carets.indexOf('^');
  return [from, carets.length, displayWidth(line)];
}

test('two lines before, one after', () => {
  assert.is(frame('a: 1\nb: 2\nc: 3\nd: «4»\ne: 5\nf: 6\n'), `\
    2 | b: 2
    3 | c: 3
  > 4 | d: 4
      |    ^
    5 | e: 5`);
});

test('line numbers of different lengths', () => {
  assert.is(frame(`${'x\n'.repeat(8)}«y»\nz\n`), `\
     7 | x
     8 | x
  >  9 | y
       | ^
    10 | z`);
});

test('a span over several lines', () => {
  assert.is(frame('a:\n  text: «|\n    one\n\n    two»\nb: 1\n'), `\
    1 | a:
  > 2 |   text: |
      |         ^
  > 3 |     one
      |     ^^^
  > 4 |
      | ^
  > 5 |     two
      |     ^^^
    6 | b: 1`);
});

test('a span that goes on beyond what is shown', () => {
  assert.match(frame(`«${'line\n'.repeat(20)}»end\n`), /\n {2}> {3}\| …$/);
});

test('a span that ends with its line does not reach into the next', () => {
  assert.is(frame('«a: 1\n»b: 2\n'), `\
  > 1 | a: 1
      | ^^^^
    2 | b: 2`);
});

test('an empty span, an empty text, and the end of the text', () => {
  assert.is(frame('a: «»b\n'), '  > 1 | a: b\n      |    ^');
  assert.is(frame('«»'), '  > 1 |\n      | ^');
  assert.is(frame('a: 1\n«»'), '    1 | a: 1\n  > 2 |\n      | ^');
});

test('tabs are blown up to the next stop of four columns', () => {
  assert.is(frame('\tab\t«c»\td'), '  > 1 |     ab  c   d\n      |         ^');
});

test('wide, combining and escaped characters keep the underline under the span', () => {
  assert.is(frame('name: 大きさ «x»'), '  > 1 | name: 大きさ x\n      |              ^');
  assert.is(frame('name: «大きさ» x'), '  > 1 | name: 大きさ x\n      |       ^^^^^^');
  assert.is(frame('e\u0301e\u0301: «x»'), '  > 1 | e\u0301e\u0301: x\n      |     ^');
  assert.is(frame('👍🏽❤️🇩🇪: «x»'), '  > 1 | 👍🏽❤️🇩🇪: x\n      |         ^');
  assert.is(frame('a\u200bb\u001b[1m: «x»'), '  > 1 | a\\u200bb\\u001b[1m: x\n      |                    ^');
  assert.is(frame('\ud800: «x»'), '  > 1 | \\ud800: x\n      |         ^');
  for (const text of ['한국어', 'ﾊﾝｶｸ', 'ＡＢ', 'é', '\ufe0f', '👩\u200d💻']) {
    const [from, to, columns] = underlined(`${text}«xyz»`);
    assert.is(to, columns);
    assert.is(to - from, 3);
  }
});

test('runners\' commands in a line are broken, with the underline in its place', () => {
  assert.is(frame('a: "##[x] «y»"'), '  > 1 | a: "#\\u0023[x] y"\n      |                ^');
});

test('a long line is cut around the span', () => {
  const cut = frame(`${'x'.repeat(500)}«yyy»${'z'.repeat(500)}`, 50);
  assert.match(cut, /^ {2}> 1 \| …x+yyyz+…\n {6}\| +\^\^\^$/);
  const [line = '', carets = ''] = cut.split('\n');
  assert.is(carets.indexOf('^'), line.indexOf('yyy'));
  assert.is(line.length, 50);
});

test('a long line with the span in front is cut behind', () => {
  assert.match(frame(`«a»${'x'.repeat(500)}`, 50), /^ {2}> 1 \| ax+…\n {6}\| \^$/);
});

test('a span longer than the line is underlined as far as it is seen', () => {
  const [line = '', carets = ''] = frame(`a: «${'x'.repeat(500)}»`, 50).split('\n');
  assert.is(line.length, 50);
  assert.is(carets.length, 50);
});

test('lines around a span that is far to the right are cut at the same columns', () => {
  const [before, line = '', carets = ''] = frame(`short\n${'x'.repeat(300)}«y»\n`, 50).split('\n');
  assert.is(before, '    1 | …');
  assert.is(carets.indexOf('^'), line.indexOf('y'));
});

test('a wide character that is cut in half leaves a blank', () => {
  const [line = '', carets = ''] = frame(`${'大'.repeat(100)}«y»`, 41).split('\n');
  const before = line.slice(0, line.indexOf('y'));
  assert.is(displayWidth(before), carets.indexOf('^'));
});

test('a span deep in a line of megabytes is found', () => {
  const text = `[${'{"a": 1}, '.repeat(300_000)}«"here"»${', 2'.repeat(100_000)}]`;
  assert.match(frame(text, 60), /…[^\n]*"here", 2[^\n]*…\n +\| +\^{6}$/);
});

test('narrow terminals still show something', () => {
  assert.match(frame('disk_format: «QCOW2»', 1), /\^/);
});

test.run();
