import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { DIALECTS, recogniseDialect } from '../../src/dialects/index.js';
import type { Intent } from '../../src/model/image.js';
import { hasMarker } from '../../src/engine/manifest.js';
import { formatOf, readerFor } from '../../src/text/index.js';
import { yamlReader } from '../../src/text/yaml.js';
import { Chance } from '../support/chance.js';
import { EXAMPLE_IMAGES } from '../support/example-images.js';
import { fixtures } from '../support/fixtures.js';
import type { Plain } from '../support/values.js';

const HINTS = { path: '', intent: null };

for (const { path, dialect, text } of fixtures()) {
  test(`${path} is recognised as ${dialect}, and as nothing else`, async () => {
    const { documents } = (await readerFor(formatOf(path))).read(text);
    const recognised = documents.flatMap(({ value }) => {
      const names = DIALECTS.filter((one) => one.recognise(value, HINTS)).map(({ name }) => name);
      assert.is(recogniseDialect(DIALECTS, value, HINTS)?.name, names[0]);
      return names;
    });
    assert.equal([...new Set(recognised)], [dialect]);
    assert.ok(recognised.length <= documents.length, 'each document as one dialect only');
  });

  test(`${path} has a marker of ${dialect}`, () => {
    const { markers } = DIALECTS.find(({ name }) => name === dialect) ?? { markers: [] };
    assert.ok(markers.some((marker) => text.includes(marker)));
    assert.ok(hasMarker(text, DIALECTS));
  });
}

test('who says "create" means bodies for Glance, where nested properties are a mistake', () => {
  const document = { name: 'x', disk_format: 'raw', container_format: 'bare', properties: { os_type: 'linux' } };
  assert.is(recogniseDialect(DIALECTS, document, HINTS)?.name, 'openstacksdk');
  assert.is(recogniseDialect(DIALECTS, document, { path: '', intent: 'create' })?.name, 'glance');
});

const DOCUMENTS = fixtures().filter(({ path }) => !path.endsWith('.tf')).flatMap(({ path, text }) =>
  (path.endsWith('.ndjson') ? text.split('\n') : [text]).flatMap((one) => yamlReader.read(one).documents.map(({ value }) => value as Plain)));

/** A document without some of its parts, and with other plain values in places. */
function thinned(value: Plain, chance: Chance, loss: number): Plain {
  if (Array.isArray(value)) return value.filter((_, index) => index === 0 || !chance.is(loss)).map((item) => thinned(item, chance, loss));
  if (typeof value !== 'object' || value === null) return chance.is(0.05) ? chance.pick([null, 'x', 1, true, [], {}, '/v2/schemas/image']) : value;
  return Object.fromEntries(Object.entries(value).filter(() => !chance.is(loss)).map(([name, item]) => [name, thinned(item, chance, loss)]));
}

test('every document of a dialect has one of its markers, also when little is left of it', () => {
  let recognised = 0;
  const images = [...DOCUMENTS, ...(EXAMPLE_IMAGES as readonly Plain[]), { name: 'x', id: 'y', status: 'active', created_at: 'z', schema: '/v2/schemas/image' }];
  fc.assert(fc.property(fc.noShrink(fc.integer()), fc.constantFrom(0, 0.1, 0.3, 0.6, 0.8), fc.constantFrom<Intent | null>(null, 'create', 'record'), (seed, loss, intent) => {
    const chance = new Chance(seed);
    const document = thinned(chance.pick(images), chance, loss);
    const dialect = recogniseDialect(DIALECTS, document, { path: '', intent });
    if (dialect === undefined) return;
    recognised++;
    const text = JSON.stringify(document);
    assert.ok(dialect.markers.some((marker) => text.includes(marker)), `${dialect.name}: ${text}`);
  }), { numRuns: 4000, includeErrorInReport: true });
  assert.ok(recognised > 1000, `${recognised} were recognised`);
});

test('lists are linted part by part only in dialects in which that makes no difference', () => {
  const inLists = DOCUMENTS.map((value) => (typeof value === 'object' && value !== null && !Array.isArray(value) && Array.isArray(value['images']) ? value['images'] : value)).flat();
  const items = [...inLists, ...(EXAMPLE_IMAGES as readonly Plain[])];
  const likes = DIALECTS.map((dialect) => items.filter((item) => recogniseDialect(DIALECTS, [item], HINTS) === dialect)).filter((like) => like.length > 0);
  const parted = new Map<string, number>();
  fc.assert(fc.property(fc.noShrink(fc.integer()), (seed) => {
    const chance = new Chance(seed);
    const like = chance.pick(likes);
    const list = Array.from({ length: 2 + Math.floor(chance.next() * 4) }, () => thinned(chance.pick(chance.is(0.2) ? items : like), chance, chance.pick([0, 0.2])));
    const cut = 1 + Math.floor(chance.next() * (list.length - 1));
    const [first, second] = [list.slice(0, cut), list.slice(cut)];
    const [dialect, other] = [first, second].map((part) => recogniseDialect(DIALECTS, part, HINTS));
    if (dialect === undefined || dialect.isPerItem !== true || dialect !== other) return;
    parted.set(dialect.name, (parted.get(dialect.name) ?? 0) + 1);
    assert.is(recogniseDialect(DIALECTS, list, HINTS)?.name, dialect.name, JSON.stringify([first, second]));
    const read = (part: Plain): unknown[] => [...dialect.images(part, HINTS)].map(({ attributes, properties, intent, source, release, strays, malformed }) =>
      JSON.stringify({ attributes, properties, intent, source, release, strays: strays?.map(({ key, known }) => ({ key, known })), malformed }, (_, value) => (typeof value === 'symbol' ? String(value) : value) as unknown));
    assert.equal(read(list), [...read(first), ...read(second)]);
  }), { numRuns: 1500, includeErrorInReport: true });
  for (const { name, isPerItem } of DIALECTS) if (isPerItem === true) assert.ok((parted.get(name) ?? 0) > 20, `${name}: ${parted.get(name)}`);
});

test.run();
