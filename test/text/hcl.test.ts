import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { UNKNOWN, type Path } from '../../src/model/image.js';
import type { Change } from '../../src/model/rule.js';
import { hclReader } from '../../src/text/hcl.js';
import { locate } from '../../src/text/node.js';
import { Lines } from '../../src/text/position.js';
import { Chance } from '../support/chance.js';
import { objectOf, same, value, walk, type Plain } from '../support/values.js';
import { writeHcl, type HclStyles } from '../support/write-hcl.js';

/** The value of a text without problems. */
function read(text: string): Record<string, unknown> {
  const { documents: [document], problems } = hclReader.read(text);
  assert.equal(problems, []);
  return document?.value as Record<string, unknown>;
}

/** What `a = …` means. Terraform's own answers, where it knows them. */
const VALUES: readonly (readonly [written: string, value: unknown])[] = [
  ['"text"', 'text'],
  ['""', ''],
  ['"a\\n\\r\\t\\"\\\\b"', 'a\n\r\t"\\b'],
  ['"a\\u00e9\\U0001F600"', 'aé😀'],
  ['"tab\tin"', 'tab\tin'],
  ['"$${x} %%{y} $ % $$ }"', '${x} %{y} $ % $$ }'],
  ['"e\u0301"', 'é'],
  ['0', 0], ['010', 10], ['-5', -5], ['22.10', 22.1], ['1e3', 1000], ['1.5E-1', 0.15],
  ['true', true], ['false', false], ['null', null],
  ['[]', []], ['[1, 2,]', [1, 2]], ['[\n  1, # one\n  2\n]', [1, 2]],
  ['[1,\n2,\n\n]', [1, 2]],
  ['{}', {}], ['{ b = 1, "c d" : 2 }', { b: 1, 'c d': 2 }], ['{\n b = 1\n c = [true]\n}', { b: 1, c: [true] }],
  ['{ 1 = 2, true = 3 }', { 1: 2, true: 3 }],
  ['{ b = 1, b = 2 }', { b: 2 }],
  ['1 # comment', 1], ['1 // comment', 1], ['/* before */ 1 /* after */', 1],
  ['<<EOT\n  one $${x}\n    "two" \\n\n  EOT', '  one ${x}\n    "two" \\n\n'],
  ['<<EOT\nEOT', ''],
  ['<<-EOT\n      one\n        two\n\n    three\n  \n  EOT', '  one\n    two\n\nthree\n  \n'],
  ['[<<A\nx\nA\n  , 2]', ['x\n', 2]],
  // What must be evaluated.
  ['var.x', UNKNOWN], ['"${var.x}"', UNKNOWN], ['"a ${b("}")} c"', UNKNOWN], ['"%{ if x }a%{ endif }"', UNKNOWN],
  ['"${\n  x\n}"', UNKNOWN],
  ['lower("X")', UNKNOWN], ['1 + 1', UNKNOWN], ['"a" == "b" ? 1 : 2', UNKNOWN], ['!true', UNKNOWN], ['-x', UNKNOWN], ['[1][0]', UNKNOWN],
  ['{ a = 1 }.a', UNKNOWN], ['(1)', UNKNOWN], ['x.y["z"].*.q', UNKNOWN],
  ['[for i in [1, 2] : i]', UNKNOWN], ['{ for k, v in x : k => v if v != "" }', UNKNOWN], ['{ (var.k) = 1 }', UNKNOWN], ['{ "${k}" = 1 }', UNKNOWN],
  ['<<EOT\n${x}\nEOT', UNKNOWN],
  ['[1, var.x, { b = y, c = 2 }]', [1, UNKNOWN, { b: UNKNOWN, c: 2 }]],
  ['[1 +\n 2]', UNKNOWN],
  ['merge({ a = "}" }, { /* } */ })', UNKNOWN],
];
for (const [written, expected] of VALUES) {
  test(`a = ${written.replaceAll('\n', '⏎')}`, () => {
    assert.equal(read(`a = ${written}\nb = 1\n`), { a: expected, b: 1 });
    assert.equal(read(`a = ${written}`), { a: expected });
    if (!written.includes('<<')) assert.equal(read(`a = ${written.replaceAll('\n', '\r\n')}\r\nb = 1\r\n`), { a: expected, b: 1 });
  });
}

test('blocks have the shape of Terraform\'s JSON syntax', () => {
  assert.equal(read('resource "t" "x" {\n  a = 1\n}\nresource "t" y { a = 2 }\nresource "u" "x" {}\n'), {
    resource: { t: { x: { a: 1 }, y: { a: 2 } }, u: { x: {} } },
  });
  assert.equal(read('a { b = 1 }\na { b = 2 }\na { b = 3 }\n'), { a: [{ b: 1 }, { b: 2 }, { b: 3 }] });
  assert.equal(read('resource "t" "x" {\n  timeouts {\n    create = "1h"\n  }\n  dynamic "y" {\n    content {}\n  }\n}'), {
    resource: { t: { x: { timeouts: { create: '1h' }, dynamic: { y: { content: {} } } } } },
  });
});

test('blocks that may stand twice with one label are no duplicates', () => {
  assert.equal(read('provider "openstack" { alias = "a" }\nprovider "openstack" { alias = "b" }\n'), {
    provider: { openstack: [{ alias: 'a' }, { alias: 'b' }] },
  });
  assert.equal(read('resource "t" "x" {\n  provisioner "local-exec" {}\n  provisioner "local-exec" {}\n}').resource, {
    t: { x: { provisioner: { 'local-exec': [{}, {}] } } },
  });
});

/** «The second» of what Terraform refuses to have twice, ‹the first›. */
const DUPLICATES = [
  'resource "t" ‹"x"› { a = 1 }\nresource "t" "y" {}\nresource "t" «"x"» { a = 2 }\n',
  'variable ‹"x"› {}\nvariable «"x"» {}\n',
  'resource "t" "x" {\n  ‹a› = 1\n  «a» = 2\n}\n',
];
for (const marked of DUPLICATES) {
  test(`refused: ${marked.trim().replaceAll('\n', '⏎')}`, () => {
    const text = marked.replace(/[«»‹›]/g, '');
    const { documents, problems } = hclReader.read(text);
    assert.is(documents.length, 1);
    assert.is(problems.length, 1);
    const [{ kind, span, firstSpan }] = problems as [(typeof problems)[number]];
    assert.is(kind, 'duplicate-key');
    assert.is(text.slice(0, span.start).length, marked.replace(/[‹›]/g, '').indexOf('«'));
    assert.is(text.slice(span.start, span.end), /«(.*)»/.exec(marked)?.[1]);
    assert.is(text.slice(firstSpan?.start, firstSpan?.end), /‹(.*)›/.exec(marked)?.[1]);
  });
}

test('of two resources with one name, both are there', () => {
  const { documents: [document] } = hclReader.read('resource "t" "x" { a = 1 }\nresource "t" "x" { a = 2 }\n');
  assert.equal(document?.value, { resource: { t: { x: [{ a: 1 }, { a: 2 }] } } });
  const second = document && locate(document.places(), ['resource', 't', 'x', 1, 'a']);
  assert.is(second?.node.span.start, 50);
});

/** Where «reading must stop», and why. */
const BROKEN: readonly (readonly [marked: string, reason: string])[] = [
  ['resource "t" "x" «{»\n  a = 1\n', 'this "{" is not closed'],
  ['a = 1\n«}»\n', 'this "}" closes nothing'],
  ['a = «"»text\nb = 1\n', 'the text has no closing quote on its line'],
  ['a = "x«\\»d"\n', 'HCL has no such escape; a backslash itself is written twice'],
  ["a = «'»text'\n", 'text stands in double quotes'],
  ['a = x«;» b = 2\n', 'a line end, not ";", ends an attribute'],
  ['a = 1 «b» = 2\n', 'the value has ended before this: a line end, a comma or an operator is missing'],
  ['a = "x" «"»y"\n', 'the value has ended before this: a line end, a comma or an operator is missing'],
  ['a = «1»_000\n'.replace('«1»_', '1«_»'), 'the value has ended before this: a line end, a comma or an operator is missing'],
  ['a = «\n»b = 1', 'a value was expected here'],
  ['a = 1«,»\n', '"," was not expected here'],
  ['a = «[»1\nb = 2\n', 'this "[" is not closed'],
  ['a = f(1«]»\n', 'this "]" closes nothing'],
  ['a = «<»<EOT\nx\n', 'the text that "EOT" ends has no end'],
  ['«/»* x\na = 1', 'the comment has no end'],
  ['resource «1»\n', '"=" or "{" was expected here'],
  ['resource "t" «=» 1\n', 'a label or "{" was expected here'],
  ['resource «"»${x}" {}\n', 'a label cannot be a template'],
  ['«"»a" = 1\n', 'the name of an attribute or block was expected here'],
  ['{"a": 1}', 'the name of an attribute or block was expected here'],
  ['a = «"»', 'the text has no closing quote on its line'],
];
for (const [marked, reason] of BROKEN) {
  test(`broken: ${marked.trim().replaceAll('\n', '⏎')}`, () => {
    const { documents, problems } = hclReader.read(marked.replace(/[«»]/g, ''));
    assert.equal(documents, []);
    assert.equal(problems.map(({ kind, reason: told }) => [kind, told]), [['syntax', reason]]);
    assert.is(problems[0]?.span.start, Math.max(0, marked.indexOf('«')));
    assert.is((problems[0]?.span.end ?? 0) - (problems[0]?.span.start ?? 0), 1);
  });
}

test('a byte order mark is passed', () => {
  assert.equal(read('\ufeffa = 1\n'), { a: 1 });
});

const attributes = fc.array(fc.tuple(fc.constantFrom('a', 'name', 'min_disk_gb', '_x', 'größe', 'b-c', '__proto__', 'constructor'), value), { maxLength: 6 })
  .map((entries) => JSON.parse(JSON.stringify(objectOf(entries)).normalize('NFC')) as { [name: string]: Plain });

/** Strings are well-formed in HCL, and objects have each key once after normalisation. */
function isHcl(given: Plain): boolean {
  return !/[\ud800-\udfff]/.test(JSON.stringify(given).replace(/[\ud800-\udbff][\udc00-\udfff]/g, '')) && !/\\ud[89a-f]/.test(JSON.stringify(given));
}

const STYLES: readonly (readonly [string, HclStyles])[] = [['in all styles', {}], ['without comments', { comments: false }], ['with CRLF', { lineEnd: '\r\n' }]];
for (const [name, styles] of STYLES) {
  test(`every value and key is read back from its place, ${name}`, () => {
    fc.assert(fc.property(attributes.filter(isHcl), fc.integer(), (given, seed) => {
      const text = writeHcl(given, new Chance(seed), styles);
      const { documents: [document], problems } = hclReader.read(text);
      assert.equal(problems, [], text);
      same(document?.value, given);
      const root = document?.places();
      walk(given, (item, path) => {
        const found = root && locate(root, path);
        assert.ok(found, `found: ${JSON.stringify(path)} in\n${text}`);
        if (path.length === 0) return;
        const { start, end } = found.node.span;
        const again = read(`a = ${text.slice(start, end)}\n`)['a'];
        same(again, item);
        if (found.entry !== undefined) {
          const { start: keyStart, end: keyEnd } = found.entry.keySpan;
          same(Object.keys(read(`a = { ${text.slice(keyStart, keyEnd)} = 1 }`)['a'] as object), [String(path.at(-1))]);
        }
      });
    }), { numRuns: 300 });
  });
}

test('no text makes the reader throw or hang', () => {
  const scraps = fc.constantFrom('a', '=', '"', '${', '%{', '{', '}', '[', ']', '(', ')', '\n', '\\', '<<A\n', 'A', '#', '/*', '*/', '//', ',', ':', '1', ' ', 'for ', '\r\n', 'resource', '"x"', "'", '$$', '?', '.', '-');
  fc.assert(fc.property(fc.oneof(fc.array(scraps, { maxLength: 40 }).map((parts) => parts.join('')), fc.string(), fc.string({ unit: 'binary' })), (text) => {
    const { documents, problems } = hclReader.read(text);
    assert.is(documents.length + problems.filter(({ kind }) => kind === 'syntax').length, 1);
    for (const { span } of problems) assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length);
    documents[0]?.places();
  }), { numRuns: 3000 });
});

const LARGE = 200_000;
for (const [name, text] of [
  ['attributes', Array.from({ length: LARGE }, (_, index) => `a${index} = ${index}`).join('\n')],
  ['blocks', 'a {}\n'.repeat(LARGE)],
  ['resources of one name', 'resource "a" "b" {}\n'.repeat(LARGE)],
  ['open brackets', `a = ${'['.repeat(LARGE)}`],
  ['nested brackets', `a = ${'[{x=('.repeat(LARGE)}${')}]'.repeat(LARGE)}`],
  ['nested blocks', 'a { '.repeat(LARGE)],
  ['nested templates', `a = "${'${"'.repeat(5000)}`],
  ['opened heredocs', 'a = <<A\n'.repeat(LARGE)],
  ['one long text', `a = "${'x'.repeat(LARGE * 10)}"`],
] as const) {
  test(`large texts are read in time: ${name}`, () => {
    const start = performance.now();
    hclReader.read(text);
    assert.ok(performance.now() - start < 5000, `${performance.now() - start} ms`);
  });
}

/** A change at a path, and the text before and after; undefined where it cannot be made. */
const EDITS: readonly (readonly [before: string, path: Path, change: Change, after: string | undefined])[] = [
  ['a = "x" # c\n', ['a'], { replace: 'y"\\\n${z}\u0007' }, 'a = "y\\"\\\\\\n$${z}\\u0007" # c\n'],
  ['a = 1\n', ['a'], { replace: 20 }, 'a = 20\n'],
  ['a = var.x\n', ['a'], { replace: null }, 'a = null\n'],
  ['a = <<T\nx\nT\n', ['a'], { replace: 'y' }, undefined],
  ['a = [1]\n', ['a'], { replace: 'y' }, undefined],
  ['a = [1, 2]\n', ['a', 1], { replace: 3 }, 'a = [1, 3]\n'],
  ['a = 22.10\n', ['a'], { quote: true }, 'a = "22.10"\n'],
  ['a = true\n', ['a'], { quote: true }, 'a = "true"\n'],
  ['a = var.x\n', ['a'], { quote: true }, undefined],
  ['a = 1\n', ['a'], { rename: 'b' }, 'b = 1\n'],
  ['a = 1\nb = 2\n', ['a'], { rename: 'b' }, undefined],
  ['a = 1\n', ['a'], { rename: 'b c' }, undefined],
  ['a = { x = 1 }\n', ['a', 'x'], { rename: 'b c' }, 'a = { "b c" = 1 }\n'],
  ['a = { "x" = 1 }\n', ['a', 'x'], { rename: 'y' }, 'a = { "y" = 1 }\n'],
  ['a = 1\nb = 2 # two\nc = 3', ['b'], { remove: true }, 'a = 1\nc = 3'],
  ['a = 1\nb = 2', ['b'], { remove: true }, 'a = 1\n'],
  ['a = {\n  x = 1,\n  y = 2\n}\n', ['a', 'x'], { remove: true }, 'a = {\n  y = 2\n}\n'],
  ['a = { x = 1, y = 2 }\n', ['a', 'x'], { remove: true }, 'a = { y = 2 }\n'],
  ['a = { x = 1, y = 2 }\n', ['a', 'y'], { remove: true }, 'a = { x = 1 }\n'],
  ['a = ["x", "y", "z"]\n', ['a', 1], { remove: true }, 'a = ["x", "z"]\n'],
  ['a = <<T\nx\nT\nb = 1\n', ['a'], { remove: true }, 'b = 1\n'],
  ['r { a = 1 }\n', ['r', 'a'], { remove: true }, undefined],
  ['a = 1\na = 2\n', ['a'], { remove: true }, undefined],
  ['a = 1\n', ['b'], { replace: 1 }, undefined],
];
for (const [before, path, change, after] of EDITS) {
  test(`${JSON.stringify(change)} at ${path.join('/')} of ${before.trim().replaceAll('\n', '⏎')}`, () => {
    const { documents: [document] } = hclReader.read(before);
    const edits = document && hclReader.edit(before, document, path, change);
    if (after === undefined) assert.is(edits, undefined);
    else {
      const [edit] = edits ?? [];
      assert.is(edits?.length, 1);
      assert.is(before.slice(0, edit?.start) + edit?.text + before.slice(edit?.end), after);
      assert.equal(hclReader.read(after).problems, []);
    }
  });
}

test('places of blocks and labels', () => {
  const text = 'resource "t" "x" {\n  a = 1\n}\n';
  const root = hclReader.read(text).documents[0]?.places();
  const lines = new Lines(text);
  const at = (path: Path): unknown => {
    const found = root && locate(root, path);
    return found && [text.slice(found.entry?.keySpan.start, found.entry?.keySpan.end), lines.position(found.node.span.start).line, lines.position(found.node.span.end).line];
  };
  assert.equal(at(['resource', 't', 'x']), ['"x"', 1, 3]);
  assert.equal(at(['resource', 't', 'x', 'a']), ['a', 2, 2]);
});

test.run();
