import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { UNKNOWN } from '../../src/model/image.js';
import { checkJson } from '../../src/text/json-check.js';
import { locate } from '../../src/text/node.js';
import { yaml11Reader, yamlReader } from '../../src/text/yaml.js';
import { Chance } from '../support/chance.js';
import { value } from '../support/values.js';
import { writeJson } from '../support/write-json.js';

function valueOf(text: string, reader = yamlReader): unknown {
  const { documents, problems } = reader.read(text);
  assert.equal(problems.map(({ reason }) => reason), [], text);
  return documents[0]?.value;
}

/** Each problem as `line:column characters reason`. */
function problemsOf(text: string): string {
  return yamlReader.read(text).problems.map(({ reason, span }) => {
    const lines = text.slice(0, span.start).split(/\r\n?|\n/);
    return `${lines.length}:${(lines.at(-1) as string).length + 1} ${text.slice(span.start, span.end)} ${reason}`;
  }).join('; ');
}

test('reads YAML 1.2', () => {
  const text = 'a: yes\nb: 010\nc: 0o10\nd: 12:30\ne: 2024-01-01\nf: ~\ng: 1e3\nh: True\ni: 1_000\nj: .inf\nk: off\n';
  assert.equal(valueOf(text), {
    a: 'yes', b: 10, c: 8, d: '12:30', e: '2024-01-01', f: null, g: 1000, h: true, i: '1_000', j: Infinity, k: 'off',
  });
});

test('reads YAML 1.1 as PyYAML does', () => {
  const text = 'a: yes\nb: 010\nc: 0o10\nd: 12:30\ne: 2024-01-01\nf: ~\ng: 1e3\nh: True\ni: 1_000\nj: .inf\nk: off\nl: !!binary YQ==\nm: !!set {a}\n2024-01-02: x\n';
  assert.equal(valueOf(text, yaml11Reader), {
    a: true, b: 8, c: '0o10', d: 750, e: new Date('2024-01-01'), f: null, g: '1e3', h: true, i: 1000, j: Infinity, k: false, l: UNKNOWN, m: UNKNOWN,
    '2024-01-02T00:00:00.000Z': 'x',
  });
  assert.is(yamlReader.otherVersion, yaml11Reader);
});

test('reads merge keys', () => {
  assert.equal(valueOf('a: &a {x: 1, y: 2}\nb: {<<: *a, x: 3}\nc: {<<: [{y: 5}, *a], z: 1}\nd: {"<<": 1}'), {
    a: { x: 1, y: 2 }, b: { x: 3, y: 2 }, c: { x: 1, y: 5, z: 1 }, d: { '<<': 1 },
  });
});

test('does not know what foreign tags hide', () => {
  const text = `%TAG !e! tag:example.com,2000:
---
a: !vault |
  secret
b: !Ref [x]
c: {d: !!python/tuple [1], e: !e!x {y: z}, f: !<x> 1}
g: !!set {x}
!key k: 1
h: !!str 12
`;
  assert.equal(valueOf(text), { a: UNKNOWN, b: UNKNOWN, c: { d: UNKNOWN, e: UNKNOWN, f: UNKNOWN }, g: UNKNOWN, h: '12' });
  assert.equal(valueOf('!x 1: a\n!x 2: b\nc: d'), { c: 'd' });
});

test('keeps __proto__ and constructor as ordinary keys', () => {
  const value = valueOf('a: &a {__proto__: {polluted: 1}}\nconstructor: {prototype: {polluted: 1}}\nb: {<<: *a}') as { a: object; b: object };
  assert.is(({} as Record<string, unknown>)['polluted'], undefined);
  assert.ok(Object.hasOwn(value.a, '__proto__') && Object.hasOwn(value.b, '__proto__'));
  assert.ok(Object.hasOwn(value, 'constructor'));
});

test('finds keys that stand twice, each with its place', () => {
  const text = 'a: 1\n"\\u0061": 2\nb: {1: x, 0x1: y, "1": z}\nc:\n- {__proto__: 1, "__proto__": 2}\n\'\': 1\n"": 2\n---\nd: 1\nd: 1\n';
  const { documents, problems } = yamlReader.read(text);
  const shown = problems.map(({ document, key, path, span, firstSpan }) =>
    [document, key, path?.join('/'), text.slice(span.start, span.end), text.slice(firstSpan?.start, firstSpan?.end)]);
  assert.equal(shown, [
    [0, '1', 'b/1', '0x1', '1'], [0, '1', 'b/1', '"1"', '1'], [0, '__proto__', 'c/0/__proto__', '"__proto__"', '__proto__'],
    [0, 'a', 'a', '"\\u0061"', 'a'], [0, '', '', '""', "''"], [1, 'd', 'd', 'd', 'd'],
  ]);
  assert.is((documents[0]?.value as { a: number }).a, 2);
  for (const { path, document } of problems) assert.ok(locate(documents[document]?.places() as never, path ?? []));
});

test('finds the same duplicate keys as JSON does, when YAML can read the text', () => {
  let [duplicates, none] = [0, 0];
  fc.assert(fc.property(value, fc.integer(), fc.constantFrom(0, 0.3, 0.5), (given, number, repeat) => {
    const text = writeJson(given, new Chance(number), repeat).replaceAll('\t', ' ');
    const { problems } = yamlReader.read(text);
    if (problems.some(({ kind }) => kind === 'syntax')) return;
    const expected = checkJson(text);
    if (expected.length > 0) duplicates++;
    else none++;
    const told = (all: typeof expected): string[] => all.map(({ key, path, span }) => JSON.stringify([key, path, span])).sort();
    assert.equal(told(problems), told(expected), text);
  }), { numRuns: 600 });
  assert.ok(duplicates > 20 && none > 50, `${duplicates} with duplicates, ${none} without`);
});

test('takes what hides a merged entry for no duplicate', () => {
  assert.is(problemsOf('a: &a {x: 1}\nb: {<<: *a, x: 2}\nc: {x: 3, <<: *a}\nd: {<<: *a, <<: *a}'), '');
  assert.is(problemsOf('a: &a {x: 1}\nb: {<<: *a, x: 2, x: 3}'), '2:19 x the key stands twice');
});

test('reads the documents before a broken one, and those beside one that breaks a rule', () => {
  const read = (text: string): unknown => {
    const { documents, problems } = yamlReader.read(text);
    return [documents.map(({ index, value }) => [index, value]), problems.map(({ document }) => document)];
  };
  assert.equal(read('a: 1\n---\nb: 2\n---\nc: [\n---\nd: 1\n'), [[[0, { a: 1 }], [1, { b: 2 }]], [2]]);
  assert.equal(read('a: 1\r---\rb: "\r'), [[[0, { a: 1 }]], [1]]);
  assert.equal(read('a: [\n---\nb: 1\n'), [[], [0]]);
  assert.equal(read('a: 1\n---\nb: *x\n---\nc: !!int x\n---\nd: 1\n'), [[[0, { a: 1 }], [3, { d: 1 }]], [1, 2]]);
});

test('says what is wrong, and where', () => {
  const cases: readonly (readonly [text: string, problem: string])[] = [
    // quotes and brackets, where they open
    ['name: "cirros\ndisk_format: raw\n', '1:7 " the quote that opens here is closed too late, or never'],
    ['name: "cirros', '1:7 " the quote that opens here is never closed'],
    ['name:\n  - "cirros\n', '2:5 " the quote that opens here is never closed'],
    ['name: "cirros\ndisk_format: "raw"\n', '1:7 " the quote that opens here is closed too late, or never'],
    ["- name: it's\n- name: 'x\n- name: y\n", "2:9 ' the quote that opens here is closed too late, or never"],
    ['a: "x\n---\nb: 2\n', '1:4 " the quote that opens here is closed too late, or never'],
    ['tags: [a, b\ndisk_format: raw\n', '1:7 [ the "[" that opens here is closed too late, or never'],
    ['- name: x\n  tags: [a, b\n  disk_format: raw\n- name: y\n', '2:9 [ the "[" that opens here is closed too late, or never'],
    ['tags: [\n  a,\n  b\nname: x\n', '1:7 [ the "[" that opens here is closed too late, or never'],
    ['tags: [\n  a,\n  b: c: d\n]\n', '3:7 : a comma is missing before this, or a bracket above is not closed'],
    ['a: {b: 1\n', '1:4 { the "{" that opens here is never closed'],
    ['{\n "a": 1,\n', '1:1 { the "{" that opens here is never closed'],
    ['{\n "a": 1\n "b": 2\n}\n', '3:5 : a comma is missing before this, or a bracket above is not closed'],
    ['tags: [a, b]]\n', '1:13 ] a value ends before this, and only a comment can follow it'],
    ['a: {b: 1, , c: 2}\n', '1:11 , a value is missing before this comma'],
    // indentation
    ['a:\n\tb: 1\n', '2:1 \t a tab stands in the indentation; YAML wants spaces there'],
    ['a:\n  b: 1\n  \tc: 2\n', '3:3 \t a tab stands in the indentation; YAML wants spaces there'],
    ['a: 1\n\tb: 2\n', '2:1 \t a tab stands in the indentation; YAML wants spaces there'],
    ['- a\n\t- b\n', '2:1 \t a tab stands in the indentation; YAML wants spaces there'],
    ['a:\t[1]\n', '1:3 \t a tab stands before a bracket; YAML readers want spaces there'],
    ['name: cirros\n  disk_format: raw\n', '2:3 disk_format this line is indented like a part of the value above it, which is complete'],
    ['a:\n  b: 1\n c: 2\n', '3:2 c the indentation of this line fits nothing above'],
    ['- name: x\n disk_format: raw\n', '2:2 d the indentation of this line fits nothing above'],
    ['- a\nb: c\n', '2:1 b this does not go on what stands above: neither its indentation nor its form fits'],
    // keys and values
    ['name: Ubuntu: 22.04\n', '1:13 : a second ":" stands in an unquoted value; put the value in quotes'],
    ['name: cirros\r\ndisk_format raw\r\ncontainer_format: bare\r\n', '2:1 disk_format raw a ":" with a space after it is missing on this line, or the line does not belong here'],
    ['disk_format:raw\ncontainer_format: bare\n', '1:1 disk_format:raw a ":" with a space after it is missing on this line, or the line does not belong here'],
    ['a: "b" c\n', '1:8 c a value ends before this, and only a comment can follow it'],
    ['a: - b\n', '1:4 - a list begins inside a line; it begins on a line of its own'],
    ['a: @x\n', '1:4 @ an unquoted text cannot begin with "@"'],
    ['a: {{ x }}\n', '1:5 { a list or a mapping is used as a key; a template such as {{ name }} stands in quotes'],
    ['x: &a [1]\n*a : 2\n', '2:1 *a a list or a mapping is used as a key; a template such as {{ name }} stands in quotes'],
    ['a: > text\n', '1:6 t only an indentation digit, "+" or "-" and a comment may follow "|" or ">"; a text that begins so stands in quotes'],
    // characters
    ['a: "C:\\dir"\n', '1:7 \\ YAML knows no such escape; a backslash itself is written "\\\\", or the text stands in single quotes'],
    ['a: "\\xzz"\n', '1:5 \\ the escape needs more hexadecimal digits'],
    ['a: x\u0001\n', '1:5 \u0001 a character stands here that YAML does not allow, such as a control character'],
    ['a: x\0\n', '1:5 \0 a NUL byte stands here, so this is not text'],
    ['a: x\ud800\n', '1:5 \ud800 a character stands here that YAML does not allow, such as a control character'],
    // anchors, aliases, tags, merge keys, directives
    ['a: *.qcow2\n', '1:4 * the anchor of this alias does not stand above; a text that begins with "*" stands in quotes'],
    ['a: &\n', '1:4 & an anchor needs a name; a text that begins with "&" stands in quotes'],
    ['a: &x !foo [*x]\n', '1:13 * an alias stands inside the value that it repeats'],
    ['a: !x!y z\n', '1:4 ! the prefix of this tag is not declared; a text that begins with "!" stands in quotes'],
    ['a: !!int x\n', '1:4 ! the value does not fit its tag'],
    ['<<: 1\n', '1:1 < a merge key "<<" takes only mappings of this file'],
    ['%x: y\n', '1:1 % a line "---" must follow a line that begins with "%"'],
    ['# c\n%YAML 2.0\n---\na: 1\n', '2:1 % this version of YAML is not known; 1.1 and 1.2 are'],
    ['['.repeat(101), '1:100 [ it nests 100 levels deep or deeper'],
  ];
  for (const [text, expected] of cases) assert.is(problemsOf(text), expected, JSON.stringify(text));
});

test('does not search for an opening quote for ever', () => {
  const text = `${'- name: x\n  tags: [a, b]\n'.repeat(50_000)}- name: "x\n${'- name: "y"\n'.repeat(10_000)}`;
  const before = performance.now();
  assert.is(yamlReader.read(text).problems.length, 1);
  assert.ok(performance.now() - before < 5000);
});

test('never throws, whatever the text', () => {
  const token = fc.constantFrom(
    '- ', '? ', ': ', '\n', '\n  ', '\n    ', '{', '}', '[', ']', ', ', '"', "'", '|', '>', '|+\n', '&a ', '*a', '!x ', '!!int ', '<<: ', '# ', '%',
    '---\n', '...\n', '\t', 'a', 'b: ', '1', '~', '\\', '\0', '\ufeff', '\r', '\ud800', '@',
  );
  fc.assert(fc.property(fc.oneof(fc.array(token, { maxLength: 25 }).map((tokens) => tokens.join('')), fc.string({ unit: 'binary' })), (text) => {
    for (const reader of [yamlReader, yaml11Reader]) {
      const { documents, problems } = reader.read(text);
      for (const document of documents) document.places();
      for (const { span, reason } of problems) {
        assert.ok(span.start >= 0 && span.end >= span.start && span.end <= text.length, `${reason} ${JSON.stringify(span)}`);
        assert.ok(reason.length < 300);
      }
    }
  }), { numRuns: 3000, includeErrorInReport: true });
});

test('a line that begins with ":" below a complete value has a place', () => {
  const text = 'b: *a\n  : ';
  for (const { span } of yamlReader.read(text).problems) assert.ok(span.start <= span.end && span.end <= text.length, JSON.stringify(span));
});

test.run();
