import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { RULES } from '../../rules/index.js';
import { definePlugin, defineRule, defineSetRule } from '../../src/index.js';
import { lintProject } from '../../src/project/lint-files.js';
import { Timing } from '../../src/project/timing.js';
import { cli } from '../support/cli.js';
import { BAD, folderWith } from '../support/folder.js';

test('phases add up to the whole, in their order', () => {
  const times = [5, 7, 12, 13];
  const timing = new Timing(() => times.shift() ?? 0);
  for (const phase of ['start', 'read', 'lint', 'read']) timing.lap(phase);
  assert.equal(timing.table().split('\n').slice(0, 4).map((line) => line.trim().replace(/\s+/g, ' ')), ['in all 13.0 ms', 'start 5.0 ms', 'read 3.0 ms', 'lint 5.0 ms']);
});

test('watched rules find what rules find, and the costly ones are told first', async () => {
  const cwd = folderWith({ 'bad.yaml': BAD, 'same.yaml': BAD });
  let now = 0;
  const timing = new Timing(() => now++);
  const { report } = await lintProject(['.'], { cwd, timing });
  const plain = await lintProject(['.'], { cwd });
  assert.equal(report.findings, plain.report.findings);
  const [head = '', ...rows] = timing.table().split('\n\n')[1]?.split('\n') ?? [];
  assert.match(head, new RegExp(`^  rules \\(\\d+ of ${RULES.length} were called\\)`));
  const times = rows.filter((row) => row.includes('call')).map((row) => Number(/([\d.]+) ms/.exec(row)?.[1]));
  assert.equal(times, times.toSorted((a, b) => b - a));
  assert.match(rows.join('\n'), 'duplicate-name');
});

test("plugins' rules are watched by their full names, and called as they are without", async () => {
  const cwd = folderWith({ 'bad.yaml': BAD, 'same.yaml': BAD });
  let now = 0;
  const meta = { topic: 'plugin', summary: 'x', severity: 'warning', consequence: { by: 'operator', when: 'always', effect: 'unclear' }, why: 'x', source: ['x'], examples: { bad: [], good: [] } } as const;
  const naming = defineRule({
    ...meta, id: 'naming', messages: { no: 'Not like this.' }, reads: ['name'],
    check({ name }, { report }) {
      now += 1000;
      if (name !== this.summary) report({ message: 'no', at: ['name'] });
    },
  });
  const same = defineSetRule<{ readonly name: string }>({
    ...meta, id: 'same', messages: { no: 'The same.' }, keys: ({ name }) => [name ?? ''], extract: ({ name }) => ({ name: name ?? '' }),
    checkSet(members, { report }) {
      now += 1000;
      for (const member of members) if (member.extract.name !== this.summary) report({ message: 'no', member, at: [] });
    },
  });
  const options = { cwd, plugins: [definePlugin({ name: 'acme', rules: [naming, same] })], rules: { 'acme/naming': 'error', 'acme/same': 'error' } } as const;
  const timing = new Timing(() => now++);
  const { report } = await lintProject(['.'], { ...options, timing });
  assert.is(JSON.stringify(report), JSON.stringify((await lintProject(['.'], options)).report));
  assert.is(report.failures.length, 0);
  assert.is(report.findings.filter(({ rule }) => rule.startsWith('acme/')).length, 4);
  assert.match(timing.table(), new RegExp(`^  rules \\(\\d+ of ${RULES.length + 2} were called\\)`, 'm'));
  assert.match(timing.table(), /^ {2}acme\/naming .* 2 calls$/m);
  assert.match(timing.table(), /^ {2}acme\/same .* \d+ calls$/m);
});

test('--timing writes beside the report, and changes nothing in it', () => {
  const cwd = folderWith({ 'bad.yaml': BAD });
  const { code, stdout, stderr } = cli(['bad.yaml', '--timing'], { cwd });
  assert.is(code, 1);
  assert.is(stdout, cli(['bad.yaml'], { cwd }).stdout);
  for (const phase of ['in all', 'start', 'configuration', 'search', 'read', 'lint', 'report', 'unknown-disk-format']) assert.match(stderr, `  ${phase} `);
});

test.run();
