import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { DIALECTS } from '../../src/dialects/index.js';
import { anyLevel, levelAt, meaningOf } from '../../src/lsp/level.js';
import type { Spelling } from '../../src/model/spelling.js';

function spellingOf(name: string): Spelling {
  const spelling = DIALECTS.find((dialect) => dialect.name === name)?.spelling;
  if (spelling === undefined) throw new Error(`no spelling of ${name}`);
  return spelling;
}

for (const { name, spelling } of DIALECTS) {
  if (spelling === undefined) continue;
  test(`every key of ${name} is found at its level`, () => {
    for (const [attribute, words] of Object.entries(spelling.attributes)) {
      for (const word of [words].flat()) {
        const key = typeof word === 'string' ? word : word !== undefined && 'key' in word ? word.key : undefined;
        if (key === undefined) continue;
        const steps = key.replaceAll('[]', '.0').split('.');
        const meaning = meaningOf(levelAt(spelling, steps.slice(0, -1)), steps.at(-1) as string);
        assert.ok(meaning?.kind === 'attribute' && meaning.name === attribute, `${key}: ${JSON.stringify(meaning)}`);
        assert.ok(anyLevel(spelling).keys.has(steps.at(-1) as string));
      }
    }
  });
}

test('a map of properties holds names of all kinds, and the image beside it only known ones', () => {
  const spelling = spellingOf('terraform');
  assert.equal(meaningOf(levelAt(spelling, ['properties']), 'my_own'), { kind: 'property', name: 'my_own', word: 'my_own', isOwnKey: false });
  assert.is(meaningOf(levelAt(spelling, []), 'my_own'), undefined);
  assert.equal(meaningOf(levelAt(spelling, []), 'properties'), { kind: 'other' });
});

test('in Glance\'s own words properties stand beside the attributes', () => {
  const level = levelAt(spellingOf('glance'), []);
  assert.is(level.isBag, true);
  assert.is(meaningOf(level, 'min_disk')?.kind, 'attribute');
  assert.is(meaningOf(level, 'hw_disk_bus')?.kind, 'property');
});

test('a catalogue\'s item, its versions and their properties are three levels', () => {
  const spelling = spellingOf('osism');
  assert.ok(levelAt(spelling, []).keys.has('versions'));
  assert.ok(levelAt(spelling, ['versions', 3]).keys.has('checksum'));
  assert.not.ok(levelAt(spelling, ['versions', 3]).keys.has('format'));
  assert.is(levelAt(spelling, ['versions', 3, 'meta']).isBag, true);
  assert.is(levelAt(spelling, ['meta']).isBag, true);
});

test('versions may also be a map, by the name of the version', () => {
  assert.ok(levelAt(spellingOf('osism'), ['versions', '2018-04-26']).keys.has('url'));
});

test('below a plain value there is nothing', () => {
  const { keys, isBag } = levelAt(spellingOf('glance'), ['tags', 0]);
  assert.equal([keys.size, isBag], [0, false]);
});

test.run();
