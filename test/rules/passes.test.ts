import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { RULES } from '../../rules/index.js';
import { DIALECTS } from '../../src/dialects/index.js';
import { glance } from '../../src/dialects/glance.js';
import { Catalogue } from '../../src/engine/catalogue.js';
import { cleanImage } from '../../src/engine/clean-image.js';
import { settle } from '../../src/engine/settings.js';
import { SHAPES } from '../../src/engine/value-shapes.js';
import type { Intent } from '../../src/model/image.js';
import type { ImageRule } from '../../src/model/rule.js';
import { EXAMPLE_IMAGES, imagesOf } from '../support/example-images.js';
import { ordinaryValue } from '../support/ordinary.js';

const rules = RULES.filter((rule): rule is ImageRule => 'check' in rule && rule.passes !== undefined);

/** What a rule finds in an image, by message. */
function told({ id, severity }: ImageRule, image: object, intent: Intent): readonly string[] {
  const layer = { extends: [], rules: { [id]: severity } };
  const runner = settle([layer], new Catalogue(RULES, DIALECTS)).rules.runnerFor(glance, intent);
  const raw = glance.record(image, { path: '', intent });
  const identity = { index: 0, name: null, id: null, dialect: 'glance', intent } as const;
  const { image: clean } = cleanImage(raw, glance);
  return runner.run({ file: '', document: 0, identity, raw }, clean, [], (error) => assert.unreachable(error.message)).map(({ messageId, at }) => `${at.join('.')} ${messageId}`);
}

const ODD: Readonly<Record<string, readonly unknown[]>> = {
  string: ['', ' a', 'A'.repeat(300), '🐧', 'ABCDEF0123', 'd41d8cd98f00b204e9800998ecf8427e', 'sha256:abc', null], number: [-1, 0, 1, 2 ** 40, null], boolean: [true, false],
};

const GIB = 2 ** 30;
/** Numbers by which images are made for one another: all of these are ordinary. */
const REAL: Readonly<Record<string, readonly number[]>> = { min_disk: [1, 8, 40], min_ram: [512, 4096], size: [1, 8 * GIB, 40 * GIB], virtual_size: [1, 8 * GIB, 40 * GIB] };

/** An ordinary value of an attribute; digests with this many digits. */
function ordinaryIn(name: string, length: number): fc.Arbitrary<unknown> {
  const value = ordinaryValue(name);
  if (SHAPES[name]?.isOfOneLength === true) return value.map((digest) => String(digest).padEnd(length, 'a').slice(0, length));
  const real = REAL[name];
  return real === undefined ? value : fc.oneof(value, fc.constantFrom<unknown>(...real));
}

/** An image with other values: ordinary ones where the rule says that those are all the same to it, any others elsewhere. */
function otherValues(image: Readonly<Record<string, unknown>>, passes: readonly string[], length: number): fc.Arbitrary<object> {
  const changed = Object.keys(SHAPES).filter((name) => name in image).map((name) => {
    const odd = fc.constantFrom(...(ODD[SHAPES[name]?.type ?? 'string'] ?? []));
    const ordinary = ordinaryIn(name, length);
    const value = passes.includes(name) ? ordinary : fc.oneof(ordinary, odd);
    return [name, name === 'tags' ? fc.array(value, { minLength: 2, maxLength: 2 }) : value] as const;
  });
  return fc.record(Object.fromEntries(changed)).map((values) => ({ ...image, ...values }));
}

/** Are ordinary values of these attributes all the same to the rule? If not: two images that it tells apart. */
function toldApart(rule: ImageRule, passes: readonly string[]): unknown {
  const images = fc.record({
    base: fc.oneof(fc.constantFrom(...imagesOf([rule])), fc.constantFrom(...EXAMPLE_IMAGES)), intent: fc.constantFrom<Intent>('create', 'record'),
    length: fc.constantFrom(32, 64, 128), more: fc.subarray([...new Set([...passes, 'size', 'checksum', 'status', 'os_hash_value'])]),
  }).map(({ base, length, more, intent }) => ({ intent, length, image: { ...base, ...Object.fromEntries(more.map((name) => [name, name === 'status' ? 'active' : ''])) } }));
  const { counterexample } = fc.check(fc.property(images.chain(({ image, intent, length }) => fc.tuple(otherValues(image, passes, length), otherValues(image, passes, length), fc.constant(intent))), ([one, other, intent]) => {
    assert.equal(told(rule, one, intent), told(rule, other, intent));
  }), { numRuns: 100 });
  return counterexample ?? undefined;
}

for (const rule of rules) {
  test(`${rule.id}: ordinary values are all the same to it`, () => {
    assert.is(toldApart(rule, rule.passes ?? []), undefined);
  });
}

const LOOKING = ['min-disk-below-size', 'min-disk-below-virtual-size', 'min-disk-in-other-unit', 'min-disk-zero', 'raw-size-mismatch', 'virtual-size-below-size', 'updated-before-created'];
for (const rule of RULES) {
  if (!LOOKING.includes(rule.id) || !('check' in rule)) continue;

  test(`${rule.id}: if it said so, it would be found out`, () => assert.ok(toldApart(rule, Object.keys(SHAPES))));
}

test('some rules say so', () => assert.ok(rules.length > 5));

test.run();
