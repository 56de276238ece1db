import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { EXCERPT_WIDTH, Excerpts } from '../../src/engine/excerpts.js';
import type { Excerpt } from '../../src/model/finding.js';
import { Lines } from '../../src/text/index.js';

function excerptsOf(text: string): { readonly around: (start: number, end?: number) => Excerpt } {
  const lines = new Lines(text);
  const excerpts = new Excerpts(lines);
  return { around: (start, end = start + 1) => excerpts.around(lines.range({ start, end })) };
}

const TEXT = Array.from({ length: 200 }, (_, index) => `line ${index + 1}\n`).join('');

function startOf(line: number): number {
  return TEXT.indexOf(`line ${line}\n`);
}

test('an excerpt has two lines before a range and one after', () => {
  const { around } = excerptsOf(TEXT);
  assert.equal(around(startOf(5)), {
    firstLine: 3, firstColumn: 1, lines: ['line 3', 'line 4', 'line 5', 'line 6'], starts: [3, 4, 5, 6].map(startOf),
  });
  assert.equal(around(0).lines, ['line 1', 'line 2']);
});

test('what is remembered changes nothing, in whatever order excerpts are made', () => {
  const { around } = excerptsOf(TEXT);
  const order = [5, 6, 5, 100, 4, 150, 200, 1, 2, 5, ...Array.from({ length: 190 }, (_, index) => index + 1)];
  for (const line of order) {
    for (const [from, to] of [[0, 1], [2, 6], [0, 20]] as const) {
      assert.equal(around(startOf(line) + from, startOf(line) + to), excerptsOf(TEXT).around(startOf(line) + from, startOf(line) + to));
    }
  }
});

test('findings in one line share an excerpt', () => {
  const { around } = excerptsOf(TEXT);
  assert.is(around(startOf(5)), around(startOf(5) + 3));
  assert.is.not(around(startOf(5)), around(startOf(6)));
});

test('a long line is cut around each of its ranges', () => {
  const { around } = excerptsOf(`${'0123456789'.repeat(300)}\nshort\n`);
  const [first, second, third] = [around(10), around(1500), around(2500)];
  assert.equal([first.firstColumn, second.firstColumn, third.firstColumn], [1, 1501 - EXCERPT_WIDTH / 2, 2501 - EXCERPT_WIDTH / 2]);
  for (const { lines } of [first, second, third]) assert.is(lines[0]?.length, EXCERPT_WIDTH);
  assert.is(second.lines[1], '');
});

test('a line is not cut within a character', () => {
  const { around } = excerptsOf(`${'👍'.repeat(1000)}\n`);
  const line = around(1001).lines[0] ?? '';
  assert.match(line, /^ 👍/u);
  assert.match(line, /👍$/u);
  assert.is(around(1000).lines[0]?.startsWith('👍'), true);
});

test.run();
