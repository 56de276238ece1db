import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Path } from '../../src/model/image.js';
import type { Change } from '../../src/model/rule.js';
import type { Reader } from '../../src/text/index.js';
import { jsonReader, ndjsonReader } from '../../src/text/json.js';
import { locate } from '../../src/text/node.js';
import { yamlReader } from '../../src/text/yaml.js';
import { Chance } from '../support/chance.js';
import { key, same, value, walk, type Plain } from '../support/values.js';
import { writeJson } from '../support/write-json.js';
import { writeYaml, type YamlStyles } from '../support/write-yaml.js';

function edited(reader: Reader, text: string, path: Path, change: Change, index = 0): string | undefined {
  const document = reader.read(text).documents.find((each) => each.index === index);
  const edits = document && reader.edit(text, document, path, change);
  return edits?.toSorted((a, b) => b.start - a.start).reduce((so, { start, end, text: put }) => so.slice(0, start) + put + so.slice(end), text);
}

/** What a change must make of a value; undefined where it means nothing. */
function changed(root: Plain, path: Path, change: Change): Plain | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return 'replace' in change ? change.replace : undefined;
  if (typeof root !== 'object' || root === null) return undefined;
  if (Array.isArray(root)) {
    if (rest.length === 0 && 'remove' in change) return root.filter((_, index) => index !== step);
    if (rest.length === 0 && 'rename' in change) return undefined;
    return root.map((item, index) => (index === step ? (changed(item, rest, change) as Plain) : item));
  }
  return Object.fromEntries(Object.entries(root).flatMap(([name, item]): [string, Plain][] => {
    if (name !== step) return [[name, item]];
    if (rest.length > 0 || 'replace' in change) return [[name, changed(item, rest, change) as Plain]];
    if ('remove' in change) return [];
    return 'rename' in change ? [[change.rename, item]] : [[name, item]];
  }));
}

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.oneof(key, fc.integer(), fc.boolean(), fc.constant(null)).map((replace) => ({ replace })),
  key.map((rename) => ({ rename })),
  fc.constant({ remove: true as const }),
);

/** Tries a change at a place that the number picks. Gives whether it was made. */
function tryChange(reader: Reader, text: string, given: Plain, number: number, wanted: Change): boolean {
  const paths: (string | number)[][] = [];
  walk(given, (_, path) => paths.push(path));
  const path = paths[(number >>> 0) % paths.length] as Path;
  const result = edited(reader, text, path, wanted);
  if (result === undefined) return false;
  try {
    const { documents, problems } = reader.read(result);
    assert.equal(problems.map(({ reason }) => reason), []);
    same(documents[0]?.value, changed(given, path, wanted) as Plain);
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${JSON.stringify([path, wanted])}\n${text}\n=======\n${result}\n=======`, { cause: error });
  }
  return true;
}

test('changes JSON as wanted, and nothing else', () => {
  fc.assert(fc.property(value, fc.integer(), change, (given, number, wanted) => {
    tryChange(jsonReader, writeJson(given, new Chance(number)), given, number, wanted);
  }), { numRuns: 500, includeErrorInReport: true });
});

const STYLES: readonly (readonly [string, YamlStyles])[] = [['', {}], [' with CRLF', { lineEnd: '\r\n' }], [' with aliases', { aliases: 0.5 }]];
for (const [name, styles] of STYLES) {
  test(`changes YAML${name} as wanted and nothing else, or not at all`, () => {
    let made = 0;
    fc.assert(fc.property(value, fc.integer(), change, (given, number, wanted) => {
      if (tryChange(yamlReader, writeYaml(given, new Chance(number), styles), given, number, wanted)) made++;
    }), { numRuns: 500, includeErrorInReport: true });
    assert.ok(made > 80, `made ${made}`);
  });
}

const REFUSED = undefined;
type Case = readonly [before: string, path: Path, change: Change, after: string | undefined];

const YAML: readonly Case[] = [
  // quote: the characters that stand there
  ['os_version: 22.10 # LTS\n', ['os_version'], { quote: true }, 'os_version: "22.10" # LTS\n'],
  ['a: {b: 010, c: yes}', ['a', 'b'], { quote: true }, 'a: {b: "010", c: yes}'],
  ['- 1_000\r\n- ~\r\n', [1], { quote: true }, '- 1_000\r\n- "~"\r\n'],
  ['a: &x 1.10\n', ['a'], { quote: true }, 'a: &x "1.10"\n'],
  ['a: &x 1.10\nb: *x\n', ['a'], { quote: true }, REFUSED],
  ['a: "1"\n', ['a'], { quote: true }, REFUSED],
  ['a:\n', ['a'], { quote: true }, REFUSED],
  ['a: !!int 1\n', ['a'], { quote: true }, REFUSED],
  ['a: |\n  1\n', ['a'], { quote: true }, REFUSED],
  ['a: one\n  two\n', ['a'], { quote: true }, REFUSED],
  ['a: [1]\n', ['a'], { quote: true }, REFUSED],
  // replace keeps the quotes
  ['a: qcow # x\n', ['a'], { replace: 'qcow2' }, 'a: qcow2 # x\n'],
  ["a: 'qcow'\n", ['a'], { replace: "it's" }, "a: 'it''s'\n"],
  ['a: "qcow"\n', ['a'], { replace: 'qcow2' }, 'a: "qcow2"\n'],
  ["a: 'x'\n", ['a'], { replace: 'tab\t' }, 'a: "tab\\t"\n'],
  ['a: x\n', ['a'], { replace: '22.10' }, 'a: "22.10"\n'],
  ['a: x\n', ['a'], { replace: 'no' }, 'a: "no"\n'],
  ['a: x\n', ['a'], { replace: '12:30' }, 'a: "12:30"\n'],
  ['a: x\n', ['a'], { replace: '...' }, 'a: "..."\n'],
  ['a: x\n', ['a'], { replace: 'a: b' }, 'a: "a: b"\n'],
  ['a: x\n', ['a'], { replace: 'a\u2028b' }, 'a: "a\\u2028b"\n'],
  ['a: "5"\n', ['a'], { replace: 5 }, 'a: 5\n'],
  ['a: "no"\n', ['a'], { replace: false }, 'a: false\n'],
  ['a: x\n', ['a'], { replace: null }, 'a: null\n'],
  ['a: x\n', ['a'], { replace: 1e21 }, REFUSED],
  ['a: # c\nb: 1\n', ['a'], { replace: 'x' }, 'a: x # c\nb: 1\n'],
  ['-\n- b\n', [0], { replace: 'x' }, '- x\n- b\n'],
  ['{a, b: }', ['a'], { replace: 'x' }, REFUSED],
  ['{a, b: }', ['b'], { replace: 'x' }, '{a, b: x }'],
  ['a: |\n  x\n', ['a'], { replace: 'y' }, REFUSED],
  ['a: !x y\n', ['a'], { replace: 'y' }, REFUSED],
  ['a: {b: 1}\n', ['a'], { replace: 'y' }, REFUSED],
  // rename
  ['foo: 1 # x\n', ['foo'], { rename: 'bar' }, 'bar: 1 # x\n'],
  ['{"foo":1}', ['foo'], { rename: 'bar' }, '{"bar":1}'],
  ['foo: 1\nbar: 2\n', ['foo'], { rename: 'bar' }, REFUSED],
  ['foo: 1\nfoo: 2\n', ['foo'], { rename: 'bar' }, REFUSED],
  ['&k foo: *k\n', ['foo'], { rename: 'bar' }, REFUSED],
  ['- foo\n', [0], { rename: 'bar' }, REFUSED],
  ['foo: &x 1\nb: *x\n', ['foo'], { rename: 'bar' }, 'bar: &x 1\nb: *x\n'],
  // remove
  ['a: 1\nb: 2 # two\n# three\nc: 3\n', ['b'], { remove: true }, 'a: 1\n# three\nc: 3\n'],
  ['a: 1\r\nb:\r\n  - x\r\n  - y\r\nc: 3', ['b'], { remove: true }, 'a: 1\r\nc: 3'],
  ['a: 1\nb: |\n  x\n\n  y\nc: 3\n', ['b'], { remove: true }, 'a: 1\nc: 3\n'],
  ['a: 1\nb: 2', ['b'], { remove: true }, 'a: 1\n'],
  ['- a: 1 # one\n  b: 2\n', [0, 'a'], { remove: true }, '- b: 2\n'],
  ['- a: 1\n  # two\n  b: 2\n', [0, 'a'], { remove: true }, REFUSED],
  ['- a: 1\n  b: 2\n', [0, 'b'], { remove: true }, '- a: 1\n'],
  ['- a\n- b\n', [0], { remove: true }, '- b\n'],
  ['x:\n  a: 1\n', ['x', 'a'], { remove: true }, 'x: {}\n'],
  ['x:\n  # one\n  a: 1 # 1\n', ['x', 'a'], { remove: true }, 'x:\n  # one\n  {} # 1\n'],
  ['x:\n- a\n', ['x', 0], { remove: true }, 'x: []\n'],
  ['x: # the\n- a\n', ['x', 0], { remove: true }, REFUSED],
  ['- a: 1\n', [0, 'a'], { remove: true }, '- {}\n'],
  ['{a: 1, b: 2, c: 3}', ['b'], { remove: true }, '{a: 1, c: 3}'],
  ['{a: 1, b: 2 }', ['b'], { remove: true }, '{a: 1 }'],
  ['{ a: 1, }', ['a'], { remove: true }, '{}'],
  ['[a, b]', [0], { remove: true }, '[b]'],
  ['{a: 1, # one\n b: 2}', ['b'], { remove: true }, REFUSED],
  ['{a: 1, &k b: 2}', ['a'], { remove: true }, REFUSED],
  ['a: &x 1\nb: *x\n', ['a'], { remove: true }, REFUSED],
  ['a: &x 1\nb: *x\n', ['b'], { remove: true }, 'a: &x 1\n'],
  ['a: {b: &x 1}\nb: *x\n', ['a'], { remove: true }, REFUSED],
  ['a: 1\na: 2\nb: 3\n', ['a'], { remove: true }, REFUSED],
  ['a: |\n  x\nb: 1\n   # not of a\nc: 2\n', ['b'], { remove: true }, REFUSED],
  ['a: |+\n  x\nb: 1\n\nc: 2\n', ['b'], { remove: true }, REFUSED],
  ['? a\n: 1\n? b\n: 2\n', ['b'], { remove: true }, REFUSED],
  // what aliases and merge keys share
  ['a: &x {b: 1}\nc: *x\n', ['a', 'b'], { replace: 2 }, REFUSED],
  ['a: &x {b: 1}\nc: *x\n', ['c', 'b'], { replace: 2 }, REFUSED],
  ['a: &x {b: 1}\nc: {<<: *x, d: 1}\n', ['c', 'b'], { replace: 2 }, REFUSED],
  ['a: &x {b: 1}\nc: {<<: *x, d: 1}\n', ['c', 'd'], { replace: 2 }, 'a: &x {b: 1}\nc: {<<: *x, d: 2}\n'],
  ['a: &x {b: 1}\nc: {<<: *x, d: 1}\n', ['c', 'd'], { remove: true }, REFUSED],
  ['a: &x {b: 1}\nc:\n  <<: *x\n  d: 1\n', ['c', 'd'], { remove: true }, 'a: &x {b: 1}\nc:\n  <<: *x\n'],
  ['a: &x {b: 1}\nc:\n  <<: *x\n  b: 1\n', ['c', 'b'], { remove: true }, REFUSED],
  ['a: &x {b: 1}\nc:\n  <<: *x\n  d: 1\n', ['c', 'd'], { rename: 'b' }, REFUSED],
];
const JSONS: readonly Case[] = [
  ['{"v": 22.10}', ['v'], { quote: true }, '{"v": "22.10"}'],
  ['{"v": null}', ['v'], { quote: true }, '{"v": "null"}'],
  ['{"v": "x"}', ['v'], { quote: true }, REFUSED],
  ['{"v": [1]}', ['v'], { quote: true }, REFUSED],
  ['{ "a" : "x" }', ['a'], { replace: 'é"' }, '{ "a" : "é\\"" }'],
  ['{ "a" : 1, "b": 2 }', ['a'], { rename: 'c' }, '{ "c" : 1, "b": 2 }'],
  ['{ "a" : 1, "b": 2 }', ['a'], { rename: 'b' }, REFUSED],
  ['{"a": 1, "a": 2}', ['a'], { remove: true }, REFUSED],
  ['{\n  "a": 1,\n  "b": 2\n}\n', ['a'], { remove: true }, '{\n  "b": 2\n}\n'],
  ['{\r\n  "a": 1,\r\n  "b": 2\r\n}\r\n', ['b'], { remove: true }, '{\r\n  "a": 1\r\n}\r\n'],
  ['{\n  "a": 1\n}', ['a'], { remove: true }, '{}'],
  ['[1, 2, 3]', [1], { remove: true }, '[1, 3]'],
  ['[1]', [], { remove: true }, REFUSED],
  ['[1]', [3], { remove: true }, REFUSED],
];
for (const [name, reader, cases] of [['YAML', yamlReader, YAML], ['JSON', jsonReader, JSONS]] as const) {
  test(`changes only the characters that it must, in ${name}`, () => {
    for (const [before, path, wanted, after] of cases) {
      assert.is(edited(reader, before, path, wanted), after, `${JSON.stringify(before)} ${JSON.stringify([path, wanted])}`);
    }
  });
}

test('changes one record of many, and one document of many', () => {
  assert.is(edited(ndjsonReader, '{"a": 1}\n{"a": 1}\n', ['a'], { replace: 2 }, 1), '{"a": 1}\n{"a": 2}\n');
  assert.is(edited(yamlReader, 'a: 1\n---\na: 1\n', ['a'], { replace: 2 }, 1), 'a: 1\n---\na: 2\n');
});

test('a YAML word that any reader could take for something else gets quotes', () => {
  const words = ['yes', 'No', 'on', 'off', 'y', 'N', 'null', '~', 'true', '010', '0o7', '0x1', '1e3', '1_000', '.5', '.inf', '12:30', '2024-01-01', '<<', '=', '', ' x', 'x ', '-', '#x', 'a #b', 'a: b', '@x'];
  for (const word of words) {
    const text = edited(yamlReader, 'a: "x"\nb: x\n', ['b'], { replace: word }) as string;
    assert.match(text, /\nb: "/, word);
    const root = yamlReader.read(text).documents[0];
    assert.equal(root?.value, { a: 'x', b: word });
    assert.ok(root && locate(root.places(), ['b']));
  }
});

test.run();
