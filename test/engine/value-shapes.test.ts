import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { literal } from '../../src/dialects/template.js';
import { SHAPES, shapeOf } from '../../src/engine/value-shapes.js';
import { validate } from '../../src/schema/generated/image.js';
import { yamlReader } from '../../src/text/yaml.js';
import { valueOf, writtenAs } from '../support/ordinary.js';

const ALL = Object.entries(SHAPES).flatMap(([attribute, { type, quoted, plain }]) =>
  [{ attribute, type, shape: quoted, isQuoted: true }, { attribute, type, shape: plain, isQuoted: false }]
    .filter((one): one is typeof one & { shape: string } => one.shape !== undefined));

for (const { attribute, type, shape, isQuoted } of ALL) {
  const written = writtenAs(attribute, shape);
  const title = `${attribute}, ${isQuoted ? 'quoted' : 'plain'}`;

  test(`${title}: what has the shape is right for the schema`, () => {
    fc.assert(fc.property(written, (text) => {
      const value = valueOf(attribute, text);
      assert.ok(validate({ properties: {}, [attribute]: attribute === 'tags' ? [value] : value }), text);
      assert.is(shapeOf(attribute, value, text, isQuoted), shape);
    }), { numRuns: 50 });
  });

  test(`${title}: what has the shape means itself in YAML 1.2 and 1.1, and in JSON`, () => {
    fc.assert(fc.property(written, fc.constantFrom('\n', ' # comment\n', '\r\n'), (text, after) => {
      const value = valueOf(attribute, text);
      for (const quote of isQuoted ? ['"', "'"] : ['']) {
        for (const reader of [yamlReader, yamlReader.otherVersion ?? yamlReader]) assert.equal(reader.read(`a: ${quote}${text}${quote}${after}`).documents[0]?.value, { a: value });
      }
      if (isQuoted || type !== 'string') assert.equal(JSON.parse(isQuoted ? `"${text}"` : text), value);
    }), { numRuns: 50 });
  });
}

/** What a text is to each reader, and to dialects, when it stands in a manifest as it is written. */
function meanings(written: string, isQuoted: boolean): readonly unknown[] {
  const texts = (isQuoted ? [`"${written}"`, `'${written}'`] : [written]).flatMap((one) => [`a: ${one}\n`, `- b\n- a: ${one} # remark\n`]);
  const read = (text: string): readonly unknown[] => [yamlReader, yamlReader.otherVersion ?? yamlReader].map((reader) => {
    const { documents: [document], problems } = reader.read(text);
    const value = document?.value as { readonly a?: unknown } | readonly { readonly a?: unknown }[] | undefined;
    return problems.length > 0 ? undefined : literal((Array.isArray(value) ? (value[1] as { readonly a?: unknown }) : (value as { readonly a?: unknown }))?.a);
  });
  return [...texts.flatMap(read), ...(isQuoted ? [jsonValue(`"${written}"`)] : [])];
}

function jsonValue(text: string): unknown {
  try {
    return literal(JSON.parse(text));
  } catch {
    return undefined;
  }
}

test('of all characters and special words, only those have a shape that mean themselves to everybody', () => {
  const characters = [...Array.from({ length: 0x180 }, (_, code) => String.fromCharCode(code)), '\u2028', '\ufeff', '\ufffd', '\ud800', '🐧', '日', '{{', '${', '%{', '{%', '\\u0061', "''", ' #', ': ', '# '];
  const words = ['y', 'n', 'yes', 'no', 'on', 'off', 'true', 'false', 'null', 'nan', 'inf'].flatMap((word) => [word, word.toUpperCase(), (word[0] ?? '').toUpperCase() + word.slice(1)]);
  const texts = [...words, '~', '=', '<<', '.inf', '0x1f', '1e3', '1:30', '2024-05-01', ...characters.flatMap((one) => [one, `a${one}`, `${one}a`, `a${one}b`, `a ${one}b`, `a ${one}`, `${one}${one}`])];
  let shaped = 0;
  for (const attribute of ['name', 'id', 'checksum', 'created_at', 'visibility']) {
    for (const text of texts) {
      for (const isQuoted of [true, false]) {
        if (shapeOf(attribute, text, text, isQuoted) === undefined) continue;
        shaped++;
        for (const meaning of meanings(text, isQuoted)) assert.is(meaning, text, `${attribute} ${JSON.stringify(text)} ${isQuoted ? 'quoted' : 'plain'}`);
      }
    }
  }
  assert.ok(shaped > 300, `${shaped} have a shape`);
});

test('numbers and digests of all lengths mean themselves when they have a shape', () => {
  for (let digits = 1; digits < 140; digits++) {
    for (const text of ['1', '9', '0', '1234567890', '123456789e', 'a', 'abcdef0123', 'E', 'ABCDEF'].map((one) => one.repeat(digits).slice(0, digits))) {
      for (const attribute of ['min_disk', 'size']) {
        if (shapeOf(attribute, Number(text), text, false) !== undefined) for (const meaning of meanings(text, false)) assert.is(String(meaning), text, `${attribute} ${text}`);
      }
      for (const attribute of ['checksum', 'os_hash_value']) {
        for (const isQuoted of [true, false]) if (shapeOf(attribute, text, text, isQuoted) !== undefined) for (const meaning of meanings(text, isQuoted)) assert.is(meaning, text, `${attribute} ${text}`);
      }
    }
  }
});

test('nothing else has a shape', () => {
  const odd: readonly (readonly [string, unknown, string, boolean])[] = [
    ['name', 'yes', 'yes', false], ['name', 'No', 'No', false], ['name', 'a\\', 'a\\', true], ['name', '{{ a }}', '{{ a }}', true], ['name', 'a"', 'a"', true],
    ['name', '12', '12', false], ['name', 'x'.repeat(256), 'x'.repeat(256), true], ['name', 'x'.repeat(256), 'x'.repeat(256), false], ['name', 'ab', 'a\\u0062', true],
    ['min_disk', 10, '010', false], ['min_disk', '10', '10', true], ['min_disk', 2 ** 31, '2147483648', false], ['size', 1000, '1e3', false], ['size', -1, '-1', false],
    ['protected', true, 'yes', false], ['created_at', '2023-02-30T10:00:00Z', '2023-02-30T10:00:00Z', true], ['status', 'active', 'active', true], ['checksum', '12', '12', true], ['size', 0, '0', false], ['name', ' a', ' a', true], ['name', '', '', true],
    ['checksum', 'd41d8cd98f00b204e9800998ecf8427e', 'd41d8cd98f00b204e9800998ecf8427e', true],
    ...['ABCDEF01', 'abcdEf01'].flatMap((digits) => [32, 64, 128].flatMap((length) => [true, false].map((isQuoted) => {
      const digest = digits.repeat(16).slice(0, length);
      return [length === 32 ? 'checksum' : 'os_hash_value', digest, digest, isQuoted] as const;
    }))),
  ];
  for (const [attribute, value, written, isQuoted] of odd) assert.is(shapeOf(attribute, value, written, isQuoted), undefined, `${attribute}: ${written}`);
});

test.run();
