import fc from 'fast-check';
import { CORE_SCHEMA, load, mergeTag } from 'js-yaml';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { locate, type Span } from '../../src/text/node.js';
import { yamlReader } from '../../src/text/yaml.js';
import { Chance } from '../support/chance.js';
import { same, value, walk, type Plain } from '../support/values.js';
import { writeYaml, type YamlStyles } from '../support/write-yaml.js';

const seed = fc.integer();
const SCHEMA = CORE_SCHEMA.withTags(mergeTag);

/** What stands at a span, read again as a document of its own. */
function reread(text: string, { start, end }: Span): unknown {
  if (start === end) return null;
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  return load(' '.repeat(start - lineStart) + text.slice(start, end), { schema: SCHEMA });
}

function checkPlaces(given: Plain, text: string): void {
  const { documents: [document], problems } = yamlReader.read(text);
  assert.equal(problems, []);
  same(document?.value, given);
  const root = document?.places();
  walk(given, (item, path) => {
    const found = root && locate(root, path);
    assert.ok(found, `found: ${JSON.stringify(path)}`);
    const { span } = found.node;
    const written = text.slice(span.start, span.end);
    // An alias within cannot be read without its anchor.
    if (typeof item !== 'object' || item === null || !written.includes('*')) same(reread(text, span), item);
    if (found.entry !== undefined) assert.is(String(reread(text, found.entry.keySpan)), path.at(-1));
  });
}

const STYLES: readonly (readonly [string, YamlStyles])[] = [
  ['in all styles', {}],
  ['without comments', { comments: false }],
  ['with CRLF', { lineEnd: '\r\n' }],
  ['with CR', { lineEnd: '\r' }],
  ['with anchors and aliases', { aliases: 0.5 }],
];
for (const [name, styles] of STYLES) {
  test(`every value and key is where the places say, ${name}`, () => {
    fc.assert(fc.property(value, seed, (given, number) => {
      const text = writeYaml(given, new Chance(number), styles);
      try {
        checkPlaces(given, text);
      } catch (error) {
        throw new Error(`${(error as Error).message}\n${JSON.stringify(text)}\n${text}`, { cause: error });
      }
    }), { numRuns: 300, includeErrorInReport: true });
  });
}

test('every merged value is where the places say', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const part = fc.oneof(
    name.map((key) => ({ key })),
    fc.array(fc.nat(7), { minLength: 1, maxLength: 3 }).map((merged) => ({ merged })),
    fc.array(name, { maxLength: 2 }).map((inline) => ({ inline })),
  );
  fc.assert(fc.property(fc.array(fc.array(part, { maxLength: 5 }), { minLength: 1, maxLength: 8 }), fc.boolean(), (maps, isFlow) => {
    let number = 0;
    const texts = maps.map((parts, index) => {
      const written = new Set<string>();
      const entries = parts.flatMap((each) => {
        if ('key' in each) return written.has(each.key) ? [] : (written.add(each.key), [`${each.key}: ${number++}`]);
        if ('inline' in each) return [`<<: {${[...new Set(each.inline)].map((key) => `${key}: ${number++}`).join(', ')}}`];
        // A map may merge itself, and those above it.
        const names = each.merged.map((other) => `*m${other % (index + 1)}`);
        return [names.length === 1 ? `<<: ${names.join()}` : `<<: [${names.join(', ')}]`];
      });
      const block = entries.length === 0 ? '{}' : entries.join('\n  ');
      return `m${index}: &m${index} ${isFlow || entries.length === 0 ? `{${entries.join(', ')}}` : `\n  ${block}`}\n`;
    });
    checkPlaces(load(texts.join(''), { schema: SCHEMA }) as Plain, texts.join(''));
  }), { numRuns: 500, includeErrorInReport: true });
});

/** Where a path must lead: «the value», ‹the key›. */
const CASES: readonly (readonly [path: readonly (string | number)[], marked: string])[] = [
  // scalars
  [['a'], '‹a›: «1»'],
  [['a'], '‹"a"› : «"x y"» # c'],
  [['a'], "‹'a'›: «'it''s'»"],
  [['a'], '‹a›: «one\n  two\n\n  three»\nb: 1'],
  [['a'], '‹a›: «"one\n  two\\\n  three"»\nb: 1'],
  [['a'], '‹a›:\n  # comment\n  «x» # comment\n'],
  [[], '«x»'],
  [[], '--- «x»\n...\n'],
  [['a'], '‹a›: «http://x/y:z#w» #c'],
  [['a'], '\ufeff‹a›: «1»\r\nb: 2\r\n'],
  [['😀'], '日本: 𝒳\n‹😀›: «"𝒳😀"»\n'],
  [['a'], '‹a›:\t«1»\t\n'],
  // empty values
  [['a'], '‹a›:«»'],
  [['a'], '‹a›:«» # c\nb: 1'],
  [['a'], '‹a› :«»\n\n# c\nb: 1'],
  [['b', 'a'], 'b: {‹a›:«», c: 1}'],
  [['b', 'a'], 'b: {‹a›«», c: 1}'],
  [['b', 'a'], 'b: {x: 1, ‹a›«» }'],
  [['b', 'c'], 'b: {a, ‹c› :«»}'],
  [['a'], '‹a›: &x«»\nb: 1'],
  [['a'], '‹a›: !!null«» # c'],
  [[1], '- 1\n-«»\n- 2'],
  [[0], '-«» # c\n-\n'],
  [[1], '- x # - c\n\n# - d\n-«»'],
  [[0, 0], '- -«»\n  - 1'],
  [['null'], '‹›: «1»'],
  [['x', 'null'], 'x: {a: 1, ‹›: «2»}'],
  [['x', 'null'], 'x: {‹›: «2»}'],
  [['null'], '?‹›\n: «1»'],
  [['a'], '? ‹a›«»\n? b'],
  [['b'], '? a # c\n:\n? ‹b›\n# :\n:«»'],
  [['null'], '? a\n?‹› # c\n: «1»'],
  [['a'], '? ‹|-\n  a›\n: «x»'],
  // block scalars, from the header on
  [['a'], '‹a›: «|\n  one\n\n  two»\n\nb: 1'],
  [['a'], '‹a›: «>- # |\n  one\n  two»\nb: 1'],
  [['a'], '‹a›: «|2-\n    one»\nb: 1'],
  [['a'], '‹a›: «|+\n  one\n\n»b: 1'],
  [['a'], '‹a›: &x !!str «|\n  one»\n'],
  [['a'], '‹a›: «|»\n\nb: 1'],
  [['a'], '‹a›:\n  # > no\n  «>\n  one»\n'],
  [[1], '- "|"\n- «|-\n  one»'],
  [[0, 1], '- - a\n  - «|\n    one»\n'],
  [[], '# | no\n--- «|\n one»\n'],
  [[], '«>\n one»\n'],
  [['a'], '‹a›: «|\r\n  one\r\n  two»\r\nb: 1'],
  // block collections
  [['a'], '‹a›:\n  «b: 1\n  c: 2» # end\nd: 3'],
  [['a'], '‹a›:\n«- 1\n- 2»\nd: 3'],
  [[0], '- «a: 1\n  b: 2»\n- c'],
  [[0], '- «- 1\n  - 2»\n- c'],
  [['a', 'b', 0, 'c'], 'a:\n  b:\n  - ‹c›: «x»\n    d: y'],
  [['a'], '‹a›: &x\n  «b:»\nc: 1'],
  [['a'], '‹a›: !!map # c\n  «b: |\n    x»\n\nc: 1'],
  // flow collections
  [['a'], '‹a›: «{b: 1 # }\n  , c: [1, 2] # ]\n  }» # x'],
  [['a', 'c'], 'a: {b: 1 # }\n  , ‹c›: «[1, 2 # ]\n  , ]» # ]\n  }'],
  [['a'], '‹a›: «[]»'],
  [['a'], '‹a›: «{ # }\n }»'],
  [['a'], "‹a›: «{ 'b':'c', \"d\":[] }»"],
  [[0], '[«a: 1», b]'],
  [[0, 'a'], '[‹a›: «1», b]'],
  [[0, 'a'], '[‹"a"›:«1», b]'],
  [[1, 'a'], '[x, ? ‹a› : «1»]'],
  [[0, 'a'], '[? ‹a›«» ]'],
  [[0, 'a', 0, 'b'], '[a: [‹b›: «{}»]]'],
  [[1], '[a, «{b: 1}», c]'],
  [[1], '[a: {b: 1}, «c»]'],
  // anchors, aliases, merge keys
  [['b'], 'a: &x «1»\n‹b›: *x'],
  [['b', 'c'], 'a: &x\n  ‹c›: «1»\nb: *x'],
  [['b', 0], 'a: &x «1»\nb: [*x , &x 2, *x]'],
  [['b', 2], 'a: &x 1\nb: [*x , &x «2», *x]'],
  [['one'], '&k key: &v one\n‹*v› : «2»'],
  [['b', 'c'], 'a: &x {‹c›: «1», d: 2}\nb: {<<: *x, d: 3}'],
  [['b', 'd'], 'a: &x {c: 1, d: 2}\nb: {<<: *x, ‹d›: «3»}'],
  [['b', 'd'], 'a: &x {c: 1, d: 2}\nb: {‹d›: «3», <<: *x}'],
  [['b', 'c'], 'a: &x {‹c›: «1»}\ne: &y {c: 2}\nb: {<<: [*x, *y]}'],
  [['b', 'c'], 'a: &x {c: 1}\ne: &y {<<: *x, ‹c›: «2»}\nb: {<<: *y}'],
  [['b', 'c'], 'b:\n  <<: {‹c›: «1»}\n  d: 1'],
  [['b', '<<'], 'b: {‹"<<"›: «1»}'],
  [['b', 'c'], 'a: &x {‹c›: «1»}\nb: {!!merge <<: *x}'],
  // tags
  [['a'], '‹a›: !!str «12»'],
  [['a'], '‹a›: !!int «"12"»'],
  [['a'], '‹a›: !vault «|\n  secret»\nb: 1'],
  [['b'], 'a: !Ref [x, y]\n‹b›: «1»'],
  [['b'], '!!str a: 1\n!!str ‹b›: «1»'],
  // keys that are not text
  [['1'], '‹1.0›: «x»'],
  [['16'], '‹0x10›: «x»'],
  [['null'], '‹~›: «x»'],
  [['true'], '‹True›: «x»'],
  [['yes'], '‹yes›: «x»'],
  [['Infinity'], '‹.inf›: «x»'],
  [['__proto__', 'constructor'], '__proto__: {‹constructor›: «1»}'],
];
test('finds the value and the key', () => {
  for (const [path, marked] of CASES) {
    const text = marked.replace(/[«»‹›]/g, '');
    const { documents: [document], problems } = yamlReader.read(text);
    assert.equal(problems.map(({ reason }) => reason), [], marked);
    const root = document?.places();
    const found = root && locate(root, path);
    assert.ok(found, marked);
    const marks: [number, string][] = [[found.node.span.end, '»'], [found.node.span.start, '«']];
    if (found.entry !== undefined) marks.push([found.entry.keySpan.end, '›'], [found.entry.keySpan.start, '‹']);
    // Later ones first; at one place the order in which they were put.
    const shown = marks.sort((a, b) => b[0] - a[0]).reduce((so, [at, mark]) => so.slice(0, at) + mark + so.slice(at), text);
    assert.is(shown, marked);
  }
});

test('numbers documents, and finds each in its own place', () => {
  const text = '# one\na: 1\n---\n# two\n- x\n--- |\n three\n---\n...\n---\n{a: 4}\n';
  const { documents } = yamlReader.read(text);
  assert.equal(documents.map(({ index, value }) => [index, value]), [[0, { a: 1 }], [1, ['x']], [2, 'three\n'], [3, null], [4, { a: 4 }]]);
  const spans = documents.map((document) => document.places().span);
  assert.equal(spans.map(({ start, end }) => text.slice(start, end)), ['a: 1', '- x', '|\n three', '', '{a: 4}']);
  const last = documents[4]?.places();
  assert.is(last && locate(last, ['a'])?.node.span.start, text.indexOf('4'));
});

test('has nothing to show for a path that is not there', () => {
  const root = yamlReader.read('a: [1, {b: 2}]\nc: x').documents[0]?.places();
  for (const path of [['b'], ['a', 2], ['a', -1], ['a', 1.5], ['a', ''], ['a', 'length'], ['a', 1, 'c'], ['c', 0], ['__proto__'], ['toString']]) {
    assert.is(root && locate(root, path), undefined, JSON.stringify(path));
  }
});

test('tells what others share', () => {
  const root = yamlReader.read('a: &x {b: 1}\nc: *x\nd: {<<: *x, e: 2}\nf: {b: 1}\ng: &y 3\nh: *y').documents[0]?.places();
  const isParentShared = (...path: string[]): boolean | undefined => root && locate(root, path)?.isParentShared;
  assert.is(isParentShared('a', 'b'), true);
  assert.is(isParentShared('c', 'b'), true);
  assert.is(isParentShared('d', 'b'), true);
  assert.is(isParentShared('d', 'e'), false);
  assert.is(isParentShared('f', 'b'), false);
  assert.is(root && locate(root, ['g'])?.node.isShared, true);
  assert.is(root && locate(root, ['h'])?.node.isShared, true);
  assert.is(root && locate(root, ['f'])?.node.isShared, undefined);
});

test.run();
