import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { PROPERTIES, propertyFact } from '../../src/facts/properties/index.js';
import { FLAVOR_ONLY, MISNOMERS } from '../../src/facts/properties/mistaken-names.js';
import { releaseOrder } from '../../src/facts/releases.js';

const names = PROPERTIES.map(({ name }) => name);

test('every name stands once', () => assert.is(new Set(names).size, names.length));

test('the table holds what the services read', () => {
  const count = (reader: string): number => PROPERTIES.filter(({ readers }) => readers.some((one) => one === reader)).length;
  assert.is(PROPERTIES.filter(({ source }) => source.some((one) => one.includes('objects/image_meta.py'))).length, 85 + 23 + 1);
  assert.ok(count('ironic') >= 7);
  assert.ok(count('cinder') >= 6);
  assert.is(names.filter((name) => name.startsWith('sw_')).length, 48);
});

for (const fact of PROPERTIES) {
  test(`${fact.name}: sources, releases and values hold together`, () => {
    assert.ok(fact.source.length > 0);
    for (const source of fact.source) assert.match(source, /^[a-z-]+ [\w./-]+$/);
    assert.not.match(fact.summary, /\.$/);
    for (const release of [fact.since, fact.until]) if (release !== undefined) assert.type(releaseOrder(release), 'number');
    if (fact.storedAs !== undefined) assert.ok(propertyFact(fact.storedAs), 'storedAs is a property');
    const { value } = fact;
    if (value.kind !== 'enum') return;
    const { allowed, aliases = {}, guesses = {}, newer = {}, foldsCase } = value;
    assert.is(new Set(allowed).size, allowed.length);
    for (const [written, meant] of Object.entries({ ...aliases, ...guesses })) {
      assert.is(written, written.toLowerCase());
      assert.ok(allowed.includes(meant), `${written} means ${meant}, which is not allowed`);
      assert.not.ok(allowed.includes(written), `${written} is allowed already`);
    }
    for (const written of Object.keys(guesses)) assert.not.ok(Object.hasOwn(aliases, written), `${written} is an alias already`);
    if (aliases !== undefined && Object.keys(aliases).length > 0) assert.ok(foldsCase, 'aliases are compared in lower case');
    for (const [word, release] of Object.entries(newer)) {
      assert.ok(allowed.includes(word));
      assert.type(releaseOrder(release), 'number');
    }
  });
}

test('names with a variable part are found by it', () => {
  assert.is(propertyFact('hw_numa_cpus.0')?.name, 'hw_numa_cpus.N');
  assert.is(propertyFact('hw_numa_mem.127')?.name, 'hw_numa_mem.N');
  assert.is(propertyFact('trait:CUSTOM_GOLD')?.name, 'trait:NAME');
  assert.is(propertyFact('owner_specified.openstack.md5')?.name, 'owner_specified.NAME');
  for (const name of ['hw_numa_cpus.128', 'hw_numa_cpus.00', 'hw_numa_mem.', 'traits:CUSTOM_GOLD', 'hw_numa_cpus']) assert.is(propertyFact(name), undefined);
});

test('names of an object\'s own machinery are no properties', () => {
  for (const name of ['__proto__', 'constructor', 'toString', '']) assert.is(propertyFact(name), undefined);
});

test('mistaken names are no properties, what is meant is one', () => {
  for (const { name, instead } of [...FLAVOR_ONLY, ...MISNOMERS]) {
    assert.is(propertyFact(name), undefined, name);
    if (instead !== undefined) assert.ok(propertyFact(instead) ?? PROPERTIES.find((fact) => fact.name === instead), instead);
  }
});

test('releases are known by name, number and codename', () => {
  assert.is(releaseOrder('Caracal'), releaseOrder('2024.1'));
  assert.ok((releaseOrder('zed') as number) < (releaseOrder('2023.1') as number));
  assert.is(releaseOrder('constructor'), undefined);
});

test.run();
