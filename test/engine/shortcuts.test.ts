import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { RULES } from '../../rules/index.js';
import { Chance } from '../support/chance.js';
import { FORMS, ImageStream } from '../support/image-streams.js';
import { SPIES } from '../support/spies.js';
import { lintAll, newSettings, plainSettings, sameReports, type TestSettings } from '../support/lint-runs.js';

/*
 * A shortcut must not be a second truth: whatever is written, and whatever was linted before, the report is that of a
 * run that takes no shortcut.
 */

/** With spies; and some rules off, which cannot notice what another check should have noticed. */
function settingsOf(chance: Chance): TestSettings {
  const off = chance.pick([0, 0.7, 0.9]);
  const rules = Object.fromEntries([...RULES.filter(() => chance.is(off)).map(({ id }) => [id, 'off'] as const), ...SPIES.map(({ id }) => [id, 'warning'] as const)]);
  return { layers: [{ extends: [chance.pick(['recommended', 'strict'])], rules }], more: SPIES, isNamed: chance.is(0.5) };
}

/** What the texts spell; now and then, bytes that spell nothing in place of U+FFFD. */
function encoded(texts: Readonly<Record<string, string>>, chance: Chance): Record<string, string | Buffer> {
  const isBroken = (text: string): boolean => text.includes('\ufffd') && chance.is(0.3);
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, isBroken(text) ? Buffer.from(Buffer.from(text).toString('latin1').replaceAll('\u00ef\u00bf\u00bd', '\u00ff'), 'latin1') : text]));
}

for (const form of FORMS) {
  test(`${form}: no shortcut changes the report`, async () => {
    let [streams, shortened] = [0, 0];
    await fc.assert(fc.asyncProperty(fc.noShrink(fc.integer()), fc.integer({ min: 200, max: 1500 }), async (seed, partSize) => {
      const chance = new Chance(seed);
      const mayBreak = chance.is(0.25);
      const oddness = chance.pick([0.1, 0.5, 0.8]);
      const texts = new ImageStream(form, chance, mayBreak).files(20, 36, oddness);
      const settings = settingsOf(chance);
      const files = encoded(texts, chance);
      const withLineHashes = chance.is(0.2);
      const plain = await lintAll(files, plainSettings(settings), { withLineHashes });
      const quick = await lintAll(files, newSettings(settings), { withLineHashes, partSize });
      sameReports(quick, plain);
      if (mayBreak || oddness > 0.5) return;
      streams++;
      const names = Object.keys(texts).filter((name) => name === form || form.startsWith('files'));
      const sum = (count: (name: string) => number): number => names.reduce((total, name) => total + count(name), 0);
      if (sum((name) => quick.read.get(name) ?? 0) < 0.95 * sum((name) => texts[name]?.length ?? 0)) shortened++;
    }), { numRuns: 80, includeErrorInReport: true });
    assert.ok(shortened > streams / 8, `of ${streams} streams, ${shortened} were not read as a whole`);
  });
}

test('thousands of ordinary records before the odd ones change nothing, either', async () => {
  for (const form of ['stream.ndjson', 'list.json', 'list.yaml'] as const) {
    for (const seed of [1, 2]) {
      const files = new ImageStream(form, new Chance(seed), false).files(1300, 100, 0.5);
      const settings = { ...settingsOf(new Chance(seed)), layers: [{ extends: [], rules: Object.fromEntries(SPIES.map(({ id }) => [id, 'warning'] as const)) }] };
      sameReports(await lintAll(files, newSettings(settings), { partSize: 20_000 }), await lintAll(files, plainSettings(settings)));
    }
  }
});

test.run();
