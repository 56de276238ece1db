import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { RULES } from '../../rules/index.js';
import { DIALECTS } from '../../src/dialects/index.js';
import { glance } from '../../src/dialects/glance.js';
import { Catalogue } from '../../src/engine/catalogue.js';
import { cleanImage } from '../../src/engine/clean-image.js';
import type { RawFinding } from '../../src/engine/raw-finding.js';
import type { RuleRunner } from '../../src/engine/rule-runner.js';
import { settle } from '../../src/engine/settings.js';
import { defineRule, type Rule } from '../../src/model/rule.js';
import { yamlReader } from '../../src/text/yaml.js';
import { Chance } from '../support/chance.js';
import { fixtures } from '../support/fixtures.js';
import { lintAll, newSettings, plainSettings, sameReports } from '../support/lint-runs.js';
import { SPIES } from '../support/spies.js';
import { walk, type Plain } from '../support/values.js';

/** A runner that has seen nothing yet. */
function newRunner(rules: readonly Rule[] = RULES): RuleRunner {
  const layer = { extends: [], rules: Object.fromEntries(rules.map(({ id }) => [id, 'warning' as const])) };
  return settle([layer], new Catalogue(rules, DIALECTS)).rules.runnerFor(glance, 'create');
}

function told(runner: RuleRunner, value: unknown): readonly string[] {
  const raw = glance.record(value, { path: '', intent: 'create' });
  const identity = { index: 0, name: null, id: null, dialect: 'glance', intent: 'create' } as const;
  const { image, violations } = cleanImage(raw, glance);
  const onError = (error: Error): void => assert.unreachable(error.message);
  const findings = runner.run({ file: '', document: 0, identity, raw }, image, violations, onError);
  return findings.map(({ rule, message, at }: RawFinding) => `${rule.id} ${at.join('.')} ${message}`).sort();
}

/** Names, each with all values that the rules' examples give it. */
const VALUES = new Map<string, unknown[]>();
const IMAGES: Readonly<Record<string, unknown>>[] = [];
for (const { examples } of RULES) {
  for (const { manifest } of [...examples.bad, ...examples.good]) {
    for (const { value } of yamlReader.read(manifest).documents) {
      if (typeof value !== 'object' || value === null || Array.isArray(value) || Array.isArray((value as { images?: unknown }).images)) continue;
      const { properties, ...attributes } = value as Record<string, unknown>;
      const image = { ...attributes, ...(typeof properties === 'object' ? properties : {}) };
      IMAGES.push(image);
      for (const [name, given] of Object.entries(image)) VALUES.set(name, [...(VALUES.get(name) ?? []), given]);
    }
  }
}

/** Images that have the same names, those of a few examples together, and differ in values. */
const series = fc.array(fc.constantFrom(...IMAGES), { minLength: 1, maxLength: 3 })
  .map((images) => Object.assign({}, ...images) as Readonly<Record<string, unknown>>)
  .chain((base) => {
    const change = fc.constantFrom(...Object.keys(base)).chain((name) => fc.record({ name: fc.constant(name), value: fc.constantFrom(...(VALUES.get(name) as unknown[])) }));
    const changed = fc.array(change, { maxLength: 3 }).map((changes) => Object.assign({ ...base }, ...changes.map(({ name, value }) => ({ [name]: value }))) as object);
    return fc.array(changed, { minLength: 10, maxLength: 40 });
  });

test('what a runner has seen before changes nothing', () => {
  const seasoned = newRunner();
  fc.assert(fc.property(series, (list) => {
    const own = newRunner();
    for (const image of list) {
      const expected = told(newRunner(), image);
      assert.equal(told(own, image), expected);
      assert.equal(told(seasoned, image), expected);
    }
  }), { numRuns: 60 });
});

function counting(check: (image: object, properties: Readonly<Record<string, string>>, report: () => void) => void): { rule: Rule; calls: () => number } {
  let calls = 0;
  const rule = defineRule({
    id: 'counted', topic: 'plugin', summary: '', severity: 'warning', consequence: { by: 'reader', when: 'always', effect: 'unclear' }, why: '', source: [],
    messages: { found: 'Found.' }, examples: { bad: [], good: [] }, reads: ['*'],
    check(image, { report }) {
      calls++;
      check(image, image.properties, () => report({ message: 'found', at: [] }));
    },
  });
  return { rule, calls: () => calls };
}

const image = (index: number, properties: object = {}): object => ({ name: `image ${index}`, disk_format: 'raw', container_format: 'bare', ...properties });

test('a rule is called once for images of a kind, if it looks at nothing else', () => {
  const { rule, calls } = counting((_, { os_type: type }, report) => {
    if (type === 'windows') report();
  });
  const runner = newRunner([rule]);
  for (let index = 0; index < 10; index++) assert.equal(told(runner, image(index, { os_type: 'linux' })), []);
  assert.is(calls(), 2, 'and for the first image of a run, which may be the only one');
  for (let index = 0; index < 10; index++) assert.is(told(runner, image(index, { os_type: 'windows' })).length, 1);
  assert.is(calls(), 12, 'and for each image that it finds something in');
});

test('a rule that looks at what differs is called for each image', () => {
  const looks: readonly ((image: object) => unknown)[] = [
    (image) => (image as { name: string }).name,
    (image) => Object.values(image),
    (image) => ({ ...image }),
    (image) => JSON.stringify(image),
  ];
  for (const look of looks) {
    const { rule, calls } = counting(look);
    const runner = newRunner([rule]);
    for (let index = 0; index < 10; index++) told(runner, image(index));
    assert.is(calls(), 10);
  }
});

test('a rule never notices that it is watched', () => {
  const looks: readonly ((image: object, properties: object) => unknown)[] = [
    (image) => structuredClone(image),
    (_, properties) => structuredClone(properties),
    (image) => (image as { name: string }).name.replace('a', 'b'),
  ];
  for (const look of looks) {
    const { rule } = counting((seen, properties, report) => {
      report();
      look(seen, properties);
    });
    const runner = newRunner([rule]);
    for (let index = 0; index < 5; index++) assert.is(told(runner, image(index, { a: 'x' })).length, 1);
  }
});

test('properties with many values stop to tell kinds apart', () => {
  const { rule, calls } = counting((_, { os_type: type }, report) => {
    if (type === 'windows') report();
  });
  const looking = counting((_, { build }, report) => {
    if (build === 'build 99') report();
  });
  const [runner, other] = [newRunner([rule]), newRunner([looking.rule])];
  for (let index = 0; index < 200; index++) {
    const one = image(index, { os_type: 'linux', build: `build ${index}` });
    assert.equal(told(runner, one), []);
    assert.is(told(other, one).length, index === 99 ? 1 : 0);
  }
  assert.ok(calls() < 50, `${calls()} calls`);
  assert.is(looking.calls(), 200);
});

test('kinds differ in names, also in those of attributes', () => {
  const { rule } = counting((image, properties, report) => {
    if (!('size' in image) && Object.keys(properties).length === 1) report();
  });
  const runner = newRunner([rule]);
  const counts = [{ a: 'x' }, { a: 'x', size: 3 }, { a: 'x', b: 'x' }, { b: 'x' }].map((more) => told(runner, image(0, more)).length);
  assert.equal(counts, [1, 0, 0, 1]);
});

/** Documents of all dialects, and the values that keys have in them. */
const DOCUMENTS = new Map<string, Plain[]>();
const FOUND = new Map<string, Plain[]>();
for (const { path, dialect, text } of fixtures()) {
  if (path.endsWith('.tf')) continue;
  for (const one of path.endsWith('.ndjson') ? text.split('\n') : [text]) {
    for (const { value } of yamlReader.read(one).documents) {
      DOCUMENTS.set(dialect, [...(DOCUMENTS.get(dialect) ?? []), value as Plain]);
      walk(value as Plain, (item, at) => FOUND.set(String(at.at(-1)), [...(FOUND.get(String(at.at(-1))) ?? []), item]));
    }
  }
}

/** A document with other values of some keys: those that these have elsewhere. */
function varied(value: Plain, chance: Chance): Plain {
  if (Array.isArray(value)) return value.map((item) => varied(item, chance));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, chance.is(0.1) ? chance.pick(FOUND.get(name) ?? [null]) : varied(item, chance)]));
}

test('in every dialect, what was linted before changes nothing', async () => {
  const options = { layers: [{ extends: ['strict', 'scs'], rules: Object.fromEntries(SPIES.map(({ id }) => [id, 'warning'] as const)) }], more: SPIES };
  const seasoned = newSettings(options);
  await fc.assert(fc.asyncProperty(fc.noShrink(fc.integer()), fc.constantFrom(...DOCUMENTS.values()), async (seed, documents) => {
    const chance = new Chance(seed);
    const base = chance.pick(documents);
    const files = Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`${index}.json`, JSON.stringify(varied(base, chance))]));
    const plain = await lintAll(files, plainSettings(options));
    sameReports(await lintAll(files, newSettings(options)), plain);
    sameReports(await lintAll(files, seasoned), plain);
  }), { numRuns: 60, includeErrorInReport: true });
});

test.run();
