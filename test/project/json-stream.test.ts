import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readJson, type ListPath } from '../../src/project/json-stream.js';

const LISTS: readonly ListPath[] = [['long'], ['some', '*', 'long']];

interface Read {
  readonly value: unknown;
  readonly items: readonly (readonly [path: string, value: unknown])[];
  /** The bytes of the items, by the places that were told. */
  readonly texts: readonly string[];
}

/** Reads a text that comes in pieces of so many bytes. */
function read(text: string | Buffer, size = 1 << 16): Read {
  const bytes = Buffer.from(text);
  const items: [string, unknown][] = [];
  const texts: string[] = [];
  let at = 0;
  const value = readJson((into) => {
    const count = bytes.copy(into, 0, at, Math.min(at + size, at + into.length));
    at += count;
    return count;
  }, LISTS, ({ path, start, end, value: item }) => {
    items.push([path.join('/'), item()]);
    texts.push(bytes.toString('utf8', start, end));
  });
  return { value, items, texts };
}

test('items of long lists are handed over, and left out', () => {
  const text = '\ufeff {"a": [1, {"long": [2]}], "long": [1, "]\\"", {"x": [ ]}, []] , "some": [{"long": [true]}, {"long": []}, {"other": {"long": [0]}}], "ö": "ü"}\n';
  for (const size of [1, 2, 3, 7, 1000]) {
    const { value, items, texts } = read(text, size);
    assert.equal(value, { a: [1, { long: [2] }], long: [], some: [{ long: [] }, { long: [] }, { other: { long: [0] } }], ö: 'ü' });
    assert.equal(items, [['long', 1], ['long', ']"'], ['long', { x: [] }], ['long', []], ['some/0/long', true]]);
    assert.equal(texts, ['1', '"]\\""', '{"x": [ ]}', '[]', 'true']);
  }
});

test('any value is read as JSON.parse reads it, however its text comes', () => {
  const list = fc.array(fc.jsonValue({ maxDepth: 3 }), { maxLength: 5 });
  const holder = fc.record({ long: list, other: fc.jsonValue({ maxDepth: 2 }) });
  const value = fc.oneof(fc.jsonValue({ maxDepth: 4 }), fc.record({ long: list, some: fc.array(holder, { maxLength: 3 }), more: fc.jsonValue() }));
  fc.assert(fc.property(value, fc.constantFrom('', '  ', '\t'), fc.integer({ min: 1, max: 40 }), (one, indentation, size) => {
    const text = JSON.stringify(one, null, indentation);
    const { value: rest, items } = read(text, size);
    for (const [path, item] of items) {
      const holding = path.split('/').reduce((inner, step) => (inner as Record<string, unknown>)[step], rest) as unknown[];
      holding.push(item);
    }
    assert.equal(JSON.stringify(rest), JSON.stringify(JSON.parse(text)));
  }));
});

test('what JSON.parse refuses is refused', () => {
  const texts = [
    '', ' ', '{', '{"long"', '{"long": [', '{"long": [1', '{"long": [1,', '{"long": [1,]}', '{"long": [1 2]}', '{"long": [1}]}', '{"long": [}', '{"long": []', '{"long": []} x',
    '{"long": [1], }', '{"long" 1}', '{long: 1}', '{1: 2}', '{"long": [tru]}', '{"long": ["a]}', '{"long": ["\\"]}', '[1,,2]', '{"a": 1 "b": 2}', '{"some": [{"long": [1}]}', 'nul',
  ];
  for (const text of texts) {
    assert.throws(() => JSON.parse(text), (error: Error) => error instanceof SyntaxError);
    for (const size of [1, 1000]) assert.throws(() => read(text, size), (error: Error) => error instanceof SyntaxError, text);
  }
});

test('a value may be larger than the window, and a list longer', () => {
  const [long, short] = ['x'.repeat(3 << 20), 'y'.repeat(1000)];
  const { value, items } = read(JSON.stringify({ before: long, long: [long, ...Array.from({ length: 5000 }, () => short), long], after: long }));
  assert.is((value as { after: string }).after, long);
  assert.is(items.length, 5002);
  assert.ok(items.every(([, item], index) => item === (index === 0 || index === 5001 ? long : short)));
});

test.run();
