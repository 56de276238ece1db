import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
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

test('nothing else has a shape', () => {
  const odd: readonly (readonly [string, unknown, string, boolean])[] = [
    ['name', 'yes', 'yes', false], ['name', 'No', 'No', false], ['name', 'a\\', 'a\\', true], ['name', '{{ a }}', '{{ a }}', true], ['name', 'a"', 'a"', true],
    ['name', '12', '12', false], ['name', 'x'.repeat(256), 'x'.repeat(256), true], ['name', 'x'.repeat(256), 'x'.repeat(256), false], ['name', 'ab', 'a\\u0062', true],
    ['min_disk', 10, '010', false], ['min_disk', '10', '10', true], ['min_disk', 2 ** 31, '2147483648', false], ['size', 1000, '1e3', false], ['size', -1, '-1', false],
    ['protected', true, 'yes', false], ['created_at', '2023-02-30T10:00:00Z', '2023-02-30T10:00:00Z', true], ['status', 'active', 'active', true], ['checksum', '12', '12', true], ['size', 0, '0', false], ['name', ' a', ' a', true], ['name', '', '', true],
    ['checksum', 'd41d8cd98f00b204e9800998ecf8427e', 'd41d8cd98f00b204e9800998ecf8427e', true],
  ];
  for (const [attribute, value, written, isQuoted] of odd) assert.is(shapeOf(attribute, value, written, isQuoted), undefined, `${attribute}: ${written}`);
});

test.run();
