import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Linter } from '../src/linter.js';
import { DIALECTS } from '../src/dialects/index.js';
import { fixtures } from './support/fixtures.js';

const all = fixtures();
const linter = await Linter.create();

for (const { path, text, expected } of all) {
  test(`${path}: exactly what is marked is found`, async () => {
    const { findings, failures } = await linter.lintText(text, { path });
    assert.equal(failures, []);
    assert.equal(findings.map(({ range, rule }) => `${range.start.line} ${rule}`).sort(), expected);
  });
}

for (const { path, dialect, text } of all) {
  test(`${path}: every finding is about an image of ${dialect}`, async () => {
    const { findings, summary } = await linter.lintText(text, { path });
    assert.ok(summary.images > 0);
    assert.equal([...new Set(findings.flatMap(({ image }) => image?.dialect ?? []))].filter((name) => name !== dialect), []);
  });
}

test('every dialect has a fixture with findings, and one without or a part of one', () => {
  for (const { name } of DIALECTS) {
    const own = all.filter(({ dialect }) => dialect === name);
    assert.ok(own.some(({ expected }) => expected.length > 0), `${name} has fixtures with findings`);
    assert.ok(own.some(({ text }) => text.split('\n').length > 10), `${name} has a fixture of some length`);
  }
});

test.run();
