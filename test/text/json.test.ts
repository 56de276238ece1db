import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { countKeysInText, countKeysInValue } from '../../src/text/count-keys.js';
import { checkJson } from '../../src/text/json-check.js';
import { JsonSyntaxError } from '../../src/text/json-scanner.js';
import { jsonReader } from '../../src/text/json.js';
import { locate } from '../../src/text/node.js';
import { yamlReader } from '../../src/text/yaml.js';
import { Chance } from '../support/chance.js';
import { same, value, walk } from '../support/values.js';
import { writeJson } from '../support/write-json.js';

const seed = fc.integer();

function problemOf(text: string): string {
  const { problems } = jsonReader.read(text);
  return problems.map(({ reason, span }) => `${span.start}-${span.end} ${reason}`).join('; ');
}

test('every value and key is where the places say', () => {
  fc.assert(fc.property(value, seed, (given, number) => {
    const text = writeJson(given, new Chance(number));
    const { documents: [document], problems } = jsonReader.read(text);
    assert.equal(problems, []);
    same(document?.value, given);
    const root = document?.places();
    walk(given, (item, path) => {
      const found = root && locate(root, path);
      assert.ok(found, `found: ${JSON.stringify(path)}`);
      const written = text.slice(found.node.span.start, found.node.span.end);
      assert.is(written, written.trim(), 'without the blanks around it');
      same(JSON.parse(written), item);
      if (found.entry !== undefined) assert.equal(JSON.parse(text.slice(found.entry.keySpan.start, found.entry.keySpan.end)), path.at(-1));
    });
  }), { numRuns: 300 });
});

test('refuses what JSON.parse refuses, and nothing else', () => {
  fc.assert(fc.property(value, seed, fc.array(fc.tuple(fc.nat(), fc.nat(3), fc.constantFrom(...'{}[],:"\\/\'x0-+.eutnf\n\t\0 \u00a0\ufeff')), { maxLength: 3 }), (given, number, changes) => {
    let text = writeJson(given, new Chance(number));
    for (const [where, cut, put] of changes) {
      const at = where % (text.length + 1);
      text = text.slice(0, at) + put + text.slice(at + cut);
    }
    let isJson = true;
    try {
      JSON.parse(text);
    } catch {
      isJson = false;
    }
    let error: unknown;
    try {
      checkJson(text);
    } catch (thrown) {
      error = thrown;
    }
    assert.is(error === undefined, isJson, JSON.stringify(text));
    if (error !== undefined) {
      assert.instance(error, JsonSyntaxError);
      const { offset } = error as JsonSyntaxError;
      assert.ok(offset >= 0 && offset <= text.length);
    }
  }), { numRuns: 2000 });
});

test('counting keys proves that none stands twice', () => {
  fc.assert(fc.property(value, seed, fc.constantFrom(0, 0, 0.2), (given, number, repeat) => {
    const text = writeJson(given, new Chance(number), repeat);
    const duplicates = checkJson(text);
    assert.is(countKeysInText(text) - countKeysInValue(JSON.parse(text)) > 0, duplicates.length > 0);
    const { problems, documents } = jsonReader.read(text);
    assert.is(problems.length, duplicates.length);
    const root = documents[0]?.places();
    for (const { key, span, firstSpan, path } of problems) {
      assert.is(JSON.parse(text.slice(span.start, span.end)), key);
      assert.is(JSON.parse(text.slice(firstSpan?.start, firstSpan?.end)), key);
      assert.ok((firstSpan?.start as number) < span.start);
      assert.ok(root && locate(root, path ?? []) !== undefined);
    }
  }), { numRuns: 500 });
});

test('of many keys, the last of equal ones counts, as it does of few', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', '', '__proto__', 'constructor'), fc.integer()), { minLength: 1, maxLength: 12 }), fc.constantFrom(0, 1, 5, 30), (entries, more) => {
    const all: (readonly [string, number])[] = [...entries, ...Array.from({ length: more }, (_, index) => [`key ${index}`, index] as const), ...entries.map(([name, number]) => [name, number + 1] as const)];
    const text = `{${all.map(([name, number]) => `${JSON.stringify(name)}: ${number}`).join(', ')}}`;
    for (const reader of [jsonReader, yamlReader]) {
      const { documents: [document] } = reader.read(text);
      for (const [name] of all) {
        const found = document && locate(document.places(), [name]);
        assert.is(Number(text.slice(found?.node.span.start, found?.node.span.end)), (document?.value as Record<string, number>)[name]);
      }
    }
  }), { numRuns: 100 });
});

test('finds keys that are equal only when read', () => {
  const text = '{"a": 1, "\\u0061": 2, "__proto__": 1, "__proto__": 2, "": 1, "1": 0, "": 2, "1": 1, "x": {"y": [{"z": 1, "z": 2}]}}';
  const { problems } = jsonReader.read(text);
  assert.equal(problems.map(({ key, path, firstSpan, span }) => [key, path, firstSpan?.start, span.start]), [
    ['a', ['a'], 1, 9], ['__proto__', ['__proto__'], 22, 38], ['', [''], 54, 69], ['1', ['1'], 61, 76], ['z', ['x', 'y', 0, 'z'], 97, 105],
  ]);
});

test('keeps __proto__ and constructor as ordinary keys', () => {
  const { documents: [document] } = jsonReader.read('{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}');
  assert.ok(Object.hasOwn(document?.value as object, '__proto__'));
  assert.is(({} as Record<string, unknown>)['polluted'], undefined);
  const places = document?.places();
  assert.is(places && locate(places, ['__proto__', 'polluted'])?.node.span.start, 27);
  assert.is(places && locate(places, ['hasOwnProperty']), undefined);
});

test('says what is wrong, and where', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['', '0-0 the text is empty'],
    [' \n', '0-0 the text is empty'],
    ['{"a": 1', '0-1 the "{" that opens here is never closed'],
    ['{"a": [1, 2', '6-7 the "[" that opens here is never closed'],
    ['[1, 2,', '0-1 the "[" that opens here is never closed'],
    ['{"a":', '0-1 the "{" that opens here is never closed'],
    ['{', '0-1 the "{" that opens here is never closed'],
    ['{"a": "b', '6-7 the quote that opens here is never closed'],
    ['{"a": "b\\', '6-7 the quote that opens here is never closed'],
    ['{"a": "b\n}', '6-7 the quote that opens here is not closed on its line'],
    ['{"a": "b\tc"}', '8-9 a control character stands in a string; it must be written as an escape'],
    ['{"a": "C:\\dir"}', '9-10 JSON knows no such escape; a backslash itself is written "\\\\"'],
    ['{"a": "\\u12x4"}', '7-8 JSON knows no such escape; a backslash itself is written "\\\\"'],
    ['{"a": 1,}', '7-8 a comma stands before the closing bracket'],
    ['[1,\n]', '2-3 a comma stands before the closing bracket'],
    ['{a: 1}', '1-2 a key in double quotes was expected here'],
    ["{'a': 1}", '1-2 JSON keys stand in double quotes'],
    ["['a']", '1-2 JSON strings stand in double quotes'],
    ['{"a" 1}', '5-6 ":" was expected after the key'],
    ['{"a": 1 "b": 2}', '8-9 "," or "}" was expected here'],
    ['[1 2]', '3-4 "," or "]" was expected here'],
    ['[1}', '2-3 "," or "]" was expected here'],
    ['// x\n{}', '0-1 JSON has no comments; a file whose name ends in .jsonc may have them'],
    ['{"a": 1 /* x */}', '8-9 "," or "}" was expected here'],
    ['{# x\n"a": 1}', '1-2 JSON has no comments'],
    ['[True]', '1-2 JSON spells this true'],
    ['[None]', '1-2 JSON spells this null'],
    ['[NaN]', '1-2 JSON has no such value'],
    ['[-Infinity]', '1-2 JSON has no such value'],
    ['[010]', '1-2 JSON numbers do not start with 0'],
    ['[.5]', '1-2 JSON does not write numbers like this; a string stands in double quotes'],
    ['[20GB]', '1-2 JSON does not write numbers like this; a string stands in double quotes'],
    ['[qcow2]', '1-2 a string stands in double quotes, and this is no number, true, false or null'],
    ['[😀]', '1-3 a string stands in double quotes, and this is no number, true, false or null'],
    ['[,1]', '1-2 a value was expected here'],
    ['{} {}', '3-4 more text follows after the end of the document; a list of documents, one a line, is NDJSON'],
    [']', '0-1 a value was expected here'],
  ];
  for (const [text, expected] of cases) assert.is(problemOf(text), expected, text);
});

test('passes a byte order mark, and counts it', () => {
  const { documents: [document], problems } = jsonReader.read('\ufeff{"a": 1}');
  assert.equal(problems, []);
  assert.equal(document?.places().span, { start: 1, end: 9 });
});

test('never throws, whatever the text', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (text) => {
    const { documents, problems } = jsonReader.read(text);
    assert.ok(documents.length + problems.length > 0);
    for (const document of documents) document.places();
  }), { numRuns: 1000 });
});

test('reads deep nests', () => {
  const deep = '['.repeat(200_000) + ']'.repeat(200_000);
  const { documents: [document], problems } = jsonReader.read(deep);
  assert.equal(problems, []);
  assert.is(document?.places().span.end, 400_000);
  assert.is(problemOf('['.repeat(200_000)), '199999-200000 the "[" that opens here is never closed');
  const maps = '{"a":1,"a":'.repeat(50_000) + '0' + '}'.repeat(50_000);
  assert.ok(jsonReader.read(maps).problems.length > 0);
});

test.run();
