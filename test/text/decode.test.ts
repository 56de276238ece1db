import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { decode, looksBinary, type Encoding } from '../../src/text/decode.js';

const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)];
const utf16 = (text: string, encoding: Encoding): number[] =>
  Array.from(text.split(''), (unit) => unit.charCodeAt(0)).flatMap((unit) => (encoding === 'utf-16le' ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255]));
const read = (...bytes: number[]): ReturnType<typeof decode> => decode(Uint8Array.from(bytes));

test('reads UTF-8, and UTF-16 with a byte order mark', () => {
  assert.equal(read(...utf8('a: ö😀')), { text: 'a: ö😀', encoding: 'utf-8', hasByteOrderMark: false, invalidAt: -1 });
  assert.equal(read(0xef, 0xbb, 0xbf, ...utf8('a: ö')), { text: 'a: ö', encoding: 'utf-8', hasByteOrderMark: true, invalidAt: -1 });
  assert.equal(read(0xff, 0xfe, ...utf16('a: ö😀', 'utf-16le')), { text: 'a: ö😀', encoding: 'utf-16le', hasByteOrderMark: true, invalidAt: -1 });
  assert.equal(read(0xfe, 0xff, ...utf16('a: ö😀', 'utf-16be')), { text: 'a: ö😀', encoding: 'utf-16be', hasByteOrderMark: true, invalidAt: -1 });
  assert.equal(read(), { text: '', encoding: 'utf-8', hasByteOrderMark: false, invalidAt: -1 });
  assert.is(read(0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf).text, '\ufeff');
});

test('goes on behind what is not UTF-8, and tells where it is', () => {
  assert.equal(read(...utf8('name: Gr'), 0xf6, 0xdf, ...utf8('e\nmin: 1')), {
    text: 'name: Gr\ufffd\ufffde\nmin: 1', encoding: 'utf-8', hasByteOrderMark: false, invalidAt: 8,
  });
  assert.is(read(...utf8('\ufffd😀 \ufffd'), 0xff).invalidAt, 5);
  assert.is(read(0xc3).invalidAt, 0);
  assert.is(read(...utf8('a'), 0xed, 0xa0, 0x80).invalidAt, 1);
  assert.is(read(...utf8('a\ufffd'), 0xef, 0xbf).invalidAt, 2);
});

test('goes on behind what is not UTF-16, and tells where it is', () => {
  assert.is(read(0xff, 0xfe, ...utf16('\ufffda', 'utf-16le'), 0x00, 0xd8, ...utf16('b', 'utf-16le')).invalidAt, 2);
  assert.is(read(0xff, 0xfe, ...utf16('ab', 'utf-16le'), 0x61).invalidAt, 2);
  assert.is(read(0xfe, 0xff, ...utf16('\ufffda', 'utf-16be'), 0xdc, 0x00, ...utf16('b', 'utf-16be')).invalidAt, 2);
  assert.is(read(0xfe, 0xff, ...utf16('ab', 'utf-16be'), 0x61).invalidAt, 2);
  assert.is(read(0xfe, 0xff, ...utf16('😀', 'utf-16be'), 0xd8, 0x00).invalidAt, 2);
});

test('never throws; what stands before the place is as the bytes say, and the place is not', () => {
  const piece = fc.oneof(
    fc.constantFrom('a', 'ö', '€', '😀', '\ufffd', '\n').map(utf8),
    fc.constantFrom([0xff], [0xc0, 0x80], [0xe2, 0x82], [0xf0, 0x9f], [0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80]),
    fc.array(fc.nat(255), { maxLength: 3 }),
  );
  const mark = fc.constantFrom([], [0xef, 0xbb, 0xbf], [0xff, 0xfe], [0xfe, 0xff]);
  fc.assert(fc.property(mark, fc.array(piece, { maxLength: 12 }), (first, pieces) => {
    const { text, encoding, invalidAt } = read(...first, ...pieces.flat());
    const body = Uint8Array.from(pieces.flat());
    const before = text.slice(0, invalidAt);
    if (invalidAt < 0) {
      new TextDecoder(encoding, { fatal: true }).decode(body);
      return;
    }
    assert.ok(invalidAt < text.length);
    const bytes = encoding === 'utf-8' ? utf8(before) : utf16(before, encoding);
    assert.equal([...body.subarray(0, bytes.length)], bytes);
    const rest = body.subarray(bytes.length);
    assert.throws(() => new TextDecoder(encoding, { fatal: true }).decode(rest.subarray(0, 4)));
  }), { numRuns: 2000, includeErrorInReport: true });
});

test('takes text with a NUL byte for binary', () => {
  assert.is(looksBinary(read(...utf8('a\0b'))), true);
  assert.is(looksBinary(read(...utf8('a: b'))), false);
});

test.run();
