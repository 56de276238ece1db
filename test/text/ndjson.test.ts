import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { ndjsonReader } from '../../src/text/json.js';
import { locate } from '../../src/text/node.js';

function read(text: string): unknown {
  const { documents, problems } = ndjsonReader.read(text);
  return {
    values: documents.map(({ index, value }) => [index, value]),
    problems: problems.map(({ document, reason, span }) => [document, span.start, reason]),
  };
}

test('reads one record a line', () => {
  const values = [[0, { a: 1 }], [1, [2]], [2, 'x']];
  assert.equal(read('{"a": 1}\n[2]\n"x"\n'), { values, problems: [] });
  assert.equal(read('{"a": 1}\r\n[2]\r\n"x"'), { values, problems: [] });
  assert.equal(read('\ufeff{"a": 1}\n\n  \t\n[2]\r\n\r\n"x"\n\n'), { values, problems: [] });
  assert.equal(read(''), { values: [], problems: [] });
  assert.equal(read('\n \r\n'), { values: [], problems: [] });
});

test('goes on after a broken record, and counts it', () => {
  assert.equal(read('{"a": 1}\n\n{"a": \n{"b": 1, "b": 2}\nx\n{"c": 3}'), {
    values: [[0, { a: 1 }], [2, { b: 2 }], [4, { c: 3 }]],
    problems: [
      [1, 10, 'the "{" that opens here is never closed'],
      [2, 26, 'the key stands twice'],
      [3, 34, 'a string stands in double quotes, and this is no number, true, false or null'],
    ],
  });
});

test('takes only what JSON takes for blanks', () => {
  assert.equal(read('1\n\u00a0\n2'), { values: [[0, 1], [2, 2]], problems: [[1, 2, 'a string stands in double quotes, and this is no number, true, false or null']] });
});

test('finds places in the text, not in the line', () => {
  const text = '\ufeff{"a": "😀"}\r\n{"a": {"b": [1, 2]}}\r\n';
  const [first, second] = ndjsonReader.read(text).documents.map((document) => document.places());
  assert.ok(first && second);
  const at = locate(first, ['a'])?.node.span;
  assert.is(text.slice(at?.start, at?.end), '"😀"');
  const inner = locate(second, ['a', 'b', 1])?.node.span;
  assert.is(text.slice(inner?.start, inner?.end), '2');
  assert.is(text.slice(second.span.start, second.span.end), '{"a": {"b": [1, 2]}}');
});

test('never throws, whatever the text', () => {
  const token = fc.constantFrom('{"a": 1}', '[', ']', '{', '"', '\n', '\r', ' ', '\u00a0', '\ufeff', '\0', '1', ',', '\\', '\ud800');
  fc.assert(fc.property(fc.array(token, { maxLength: 20 }).map((tokens) => tokens.join('')), (text) => {
    const { documents, problems } = ndjsonReader.read(text);
    for (const document of documents) document.places();
    const lines = text.replace(/^\ufeff/, '').split('\n').filter((line) => /[^ \t\r]/.test(line)).length;
    assert.is(new Set([...documents.map(({ index }) => index), ...problems.map(({ document }) => document)]).size, lines);
  }), { numRuns: 1000, includeErrorInReport: true });
});

test.run();
