import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { defineRule, type Example, type RuleReport } from '../../src/model/rule.js';
import { RuleTester, type RuleCases } from '../../src/tester/rule-tester.js';

const BAD: Example = { manifest: 'name: one\ndisk_format: raw\ncontainer_format: bare\n' };
const GOOD: Example = { manifest: 'name: two\ndisk_format: raw\ncontainer_format: bare\n' };

const rule = (report: Partial<RuleReport> = {}) => defineRule({
  id: 'no-one', topic: 'plugin', summary: 'x', severity: 'error', consequence: { by: 'operator', when: 'always', effect: 'unclear' },
  why: 'x', source: ['x'], messages: { one: 'The name is {name}.' }, examples: { bad: [BAD], good: [GOOD] }, reads: ['name'],
  check({ name }, context) {
    if (name === 'one') context.report({ message: 'one', at: ['name'], data: { name }, ...report });
  },
});

const refuses = async (report: Partial<RuleReport>, cases: RuleCases | undefined, expected: RegExp): Promise<void> => {
  try {
    await new RuleTester().run(rule(report), cases);
  } catch (error) {
    assert.match((error as Error).message, expected);
    assert.is((error as Error).name, 'RuleTestError');
    return;
  }
  assert.unreachable(String(expected));
};

test('a rule that does what its examples say passes', () => new RuleTester().run(rule()));

test('cases that prove nothing are refused', async () => {
  await refuses({}, { bad: [], good: [GOOD] }, /give bad and good examples/);
  await refuses({}, { bad: [BAD], good: [] }, /give bad and good examples/);
  await refuses({}, { bad: [BAD, BAD], good: [GOOD] }, /the same example stands twice/);
});

test('examples that are wrong are refused, with what was found', async () => {
  await refuses({}, { bad: [GOOD], good: [BAD] }, /expected 1 finding\(s\), got 0/);
  await refuses({}, { bad: [BAD], good: [{ manifest: `${BAD.manifest}min_ram: 1024\n` }] }, /expected no finding in\nname: one[^]*1:7 The name is one\./);
  await refuses({}, { bad: [{ ...BAD, count: 2 }], good: [GOOD] }, /expected 2 finding\(s\), got 1/);
});

test('reports that break the contract are refused', async () => {
  await refuses({ message: 'two' }, undefined, /reports an unknown message: "two"/);
  await refuses({ data: {} }, undefined, /gives no value for \{name\}/);
  await refuses({ at: ['size'] }, undefined, /reports a place that the image does not have: size/);
});

test('fixes that change nothing, break the manifest or do not help are refused', async () => {
  const fix = (replace: string): Partial<RuleReport> => ({ fix: { safe: true, description: 'Try', change: { replace } } });
  await refuses(fix('one'), undefined, /the fix "Try" changes nothing/);
  await refuses({ fix: { safe: true, description: 'Try', at: ['disk_format'], change: { replace: 'qcow2' } } }, undefined, /does not do away with its finding/);
  await new RuleTester().run(rule(fix('three')));
});

test.run();
