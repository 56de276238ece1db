import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { DIALECTS, recogniseDialect } from '../../src/dialects/index.js';
import { formatOf, readerFor } from '../../src/text/index.js';
import { fixtures } from '../support/fixtures.js';

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
  });
}

test('who says "create" means bodies for Glance, where nested properties are a mistake', () => {
  const document = { name: 'x', disk_format: 'raw', container_format: 'bare', properties: { os_type: 'linux' } };
  assert.is(recogniseDialect(DIALECTS, document, HINTS)?.name, 'openstacksdk');
  assert.is(recogniseDialect(DIALECTS, document, { path: '', intent: 'create' })?.name, 'glance');
});

test.run();
