import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { lineHash, LineHashes } from '../../src/engine/line-hash.js';

function lineHashes(text: string): string[] {
  const source = { text };
  const hashes: string[] = [];
  for (let hash = lineHash(source, 1); hash !== undefined; hash = lineHash(source, hashes.length + 1)) hashes.push(hash);
  return hashes;
}

// The expected values are those of github/codeql-action src/fingerprints.test.ts.

test('an empty text has one line', () => {
  assert.equal(lineHashes(''), ['c129715d7a2bc9a3:1']);
});

test('blanks do not count', () => {
  assert.equal(lineHashes(' a\nb\n  \t\tc\n d'), [
    '271789c17abda88f:1', '54703d4cd895b18:1', '180aee12dab6264:1', 'a23a3dc5e078b07b:1',
  ]);
});

test('a text that does not end with a line end', () => {
  assert.equal(lineHashes(' hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End'), [
    '8b7cf3e952e7aeb2:1', 'b1ae1287ec4718d9:1', 'bff680108adb0fcc:1', 'c6805c5e1288b612:1', 'b86d3392aea1be30:1', 'e6ceba753e1a442:1',
  ]);
});

test('LF, CR, CRLF and mixtures of them are the same', () => {
  const expected = [
    'e9496ae3ebfced30:1', 'fb7c023a8b9ccb3f:1', 'ce8ba1a563dcdaca:1', 'e20e36e16fcb0cc8:1', 'b3edc88f2938467e:1', 'c8e28b0b4002a3a0:1',
    'c129715d7a2bc9a3:1',
  ];
  assert.equal(lineHashes(' hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n'), expected);
  assert.equal(lineHashes(' hello; \t\nworld!!!\r\r\r  \t\tGreetings\r End\r'), expected);
  assert.equal(lineHashes(' hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n'), expected);
  assert.equal(lineHashes(' hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n'), expected);
});

test('equal lines are numbered', () => {
  assert.equal(lineHashes('Lorem ipsum dolor sit amet.\n'.repeat(10)), [
    'a7f2ff13bc495cf2:1', 'a7f2ff13bc495cf2:2', 'a7f2ff13bc495cf2:3', 'a7f2ff13bc495cf2:4', 'a7f2ff13bc495cf2:5', 'a7f2ff13bc495cf2:6',
    'a7f2ff1481e87703:1', 'a9cf91f7bbf1862b:1', '55ec222b86bcae53:1', 'cc97dc7b1d7d8f7b:1', 'c129715d7a2bc9a3:1',
  ]);
});

/** The definition, line by line, in exact arithmetic. */
function byDefinition(text: string): string[] {
  const seen = new Map<string, number>();
  const lines = text.replace(/[ \t]/g, '').replace(/\r\n?/g, '\n').concat('\uffff').split(/(?<=\n)/);
  return lines.map((_, line) => {
    let hash = 0n;
    const window = lines.slice(line).join('').slice(0, 100).padEnd(100, '\0');
    for (let index = 0; index < 100; index++) hash = BigInt.asUintN(64, hash * 37n + BigInt(window.charCodeAt(index)));
    const hex = hash.toString(16);
    seen.set(hex, (seen.get(hex) ?? 0) + 1);
    return `${hex}:${seen.get(hex)}`;
  });
}

test('long lines, wide characters and units of all sizes', () => {
  const texts = [
    'x'.repeat(99), 'x'.repeat(100), 'x'.repeat(101), `${'x'.repeat(250)}\n${'y'.repeat(300)}\n`, '\n'.repeat(250),
    'Größe 大きさ 👩‍💻\n'.repeat(30), '\uffff\n\ufffe\n\ud800\n', '\0\n\0\0\n', ' \t \n\t\n   ',
    Array.from({ length: 3000 }, (_, index) => String.fromCharCode((index * 7919 + 13) % 65536)).join(''),
  ];
  for (const text of texts) assert.equal(lineHashes(text), byDefinition(text));
});

test('a text that comes in pieces has the same hashes', () => {
  const text = `${'x'.repeat(250)}\n a\nb\n\n\r\n${'Lorem ipsum dolor sit amet.\n'.repeat(9)}${'y'.repeat(120)}\nend`;
  const expected = lineHashes(text);
  for (const size of [1, 2, 7, 99, 100, 101, 250, 1000]) {
    const pieces: string[] = [];
    for (let start = 0, end = 0; start < text.length; start = end) {
      end = start + size;
      if (text[end] === '\n') end++;
      pieces.push(text.slice(start, end));
    }
    const hashes = LineHashes.of(pieces);
    assert.equal(expected.map((_, index) => hashes.of(index + 1)), expected, `pieces of ${size}`);
    assert.is(hashes.of(expected.length + 1), undefined);
  }
});

test('a byte order mark counts, and other encodings have no hash', () => {
  assert.is(lineHash({ text: 'a\nb' , hasByteOrderMark: true, encoding: 'utf-8' }, 1), lineHashes('\ufeffa\nb')[0]);
  assert.is(lineHash({ text: 'a\nb' }, 2), lineHashes('a\nb')[1]);
  assert.is(lineHash({ text: 'a', encoding: 'utf-16le' }, 1), undefined);
});

test('ten megabytes take seconds at worst', () => {
  for (const line of ['name: an image of some kind\n', '\n', 'x']) {
    const source = { text: line.repeat(10_000_000 / line.length) };
    const before = performance.now();
    assert.is(lineHash(source, 1)?.endsWith(':1'), true);
    const elapsed = performance.now() - before;
    assert.ok(elapsed < 10_000, `took ${Math.round(elapsed)} ms`);
  }
});

test.run();
