import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { RULES } from '../../rules/index.js';
import { DIALECTS } from '../../src/dialects/index.js';
import { Catalogue } from '../../src/engine/catalogue.js';
import type { LintSettings } from '../../src/engine/lint-text.js';
import { settle } from '../../src/engine/settings.js';
import type { Rule } from '../../src/model/rule.js';
import { yamlReader } from '../../src/text/yaml.js';
import { Chance } from '../support/chance.js';
import { EXAMPLE_IMAGES } from '../support/example-images.js';
import { lintAll } from '../support/lint-runs.js';
import type { Plain } from '../support/values.js';

/*
 * Rules are called only for images that have something of what they say they read. It is as if they were called for
 * all: in no other image do they find anything.
 */

function settingsWith(rules: readonly Rule[]): LintSettings {
  const layer = { extends: [], rules: Object.fromEntries(RULES.map(({ id }) => [id, 'warning' as const])) };
  return { ...settle([layer, { cloud: { hypervisor: 'kvm' } }], new Catalogue(rules, DIALECTS)), isNamed: true };
}

/** The rule as one that is called for every image. */
function readingAll(rule: Rule): Rule {
  if ('check' in rule) return { ...rule, reads: ['*'] };
  if (!('checkSet' in rule)) return rule;
  const { reads: _reads, begins: _begins, ...all } = rule;
  return all;
}

/** What is found. A rule that relies on what it reads to be there may fail where it is not called. */
function findingsIn(report: string): readonly string[] {
  const { findings } = JSON.parse(report) as { findings: readonly { rule: string; file: string; pointer: string; message: string }[] };
  return findings.map(({ rule, file, pointer, message }) => `${rule} ${file}${pointer} ${message}`);
}

/** A few examples put together, some of their names left out. */
function image(chance: Chance): object {
  const whole = Object.assign({}, ...Array.from({ length: chance.pick([1, 1, 2, 3]) }, () => chance.pick(EXAMPLE_IMAGES))) as Record<string, unknown>;
  const loss = chance.pick([0, 0.2, 0.5]);
  return { name: 'x', disk_format: 'raw', ...Object.fromEntries(Object.entries(whole).filter(() => !chance.is(loss)).map(([name, value]) => [name, typeof value === 'number' && chance.is(0.2) ? -value - 1 : value])) };
}

/** A document, and the same without any one of its keys. */
function* thinner(value: Plain): Generator<Plain> {
  yield value;
  if (typeof value !== 'object' || value === null) return;
  for (const key of Object.keys(value)) {
    const item = (value as Record<string, Plain>)[key] as Plain;
    const others = Object.entries(value).filter(([name]) => name !== key);
    if (!Array.isArray(value)) yield Object.fromEntries(others);
    for (const less of thinner(item)) {
      if (less !== item) yield Array.isArray(value) ? value.map((one, index) => (String(index) === key ? less : one)) : { ...Object.fromEntries(others), [key]: less };
    }
  }
}

test('in the examples of all rules, also without any one of their keys, rules find what they would find if they read all', async () => {
  const documents = RULES.flatMap(({ examples }) => examples.bad).flatMap(({ manifest }) => yamlReader.read(manifest).documents.flatMap(({ value }) => [...thinner(value as Plain)]));
  const files = Object.fromEntries(documents.map((document, index) => [`${index}.json`, JSON.stringify(document)]));
  assert.equal(findingsIn((await lintAll(files, settingsWith(RULES))).report), findingsIn((await lintAll(files, settingsWith(RULES.map(readingAll)))).report));
});

test('rules find something only in images that have something of what they read', async () => {
  const found = new Set<string>();
  await fc.assert(fc.asyncProperty(fc.noShrink(fc.integer()), async (seed) => {
    const chance = new Chance(seed);
    const files = Object.fromEntries([0, 1, 2].map((index) => [`${index}.json`, JSON.stringify(Array.from({ length: 10 }, () => image(chance)))]));
    const asked = findingsIn((await lintAll(files, settingsWith(RULES))).report);
    assert.equal(asked, findingsIn((await lintAll(files, settingsWith(RULES.map(readingAll)))).report));
    for (const one of asked) found.add(one.slice(0, one.indexOf(' ')));
  }), { numRuns: 40, includeErrorInReport: true });
  assert.ok(found.size > RULES.length / 2, `${found.size} of ${RULES.length} rules found something`);
});

test.run();
