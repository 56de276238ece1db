import { readFileSync, writeFileSync } from 'node:fs';
import type { Log } from 'sarif';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { cli } from '../support/cli.js';
import { BAD, folderWith, GOOD } from '../support/folder.js';

const ONLY = ['--only', 'unknown-disk-format'];
const FILE = ['--baseline', 'glance-lint.baseline'];

test('adopting: write down what is there, and only what is new fails', () => {
  const cwd = folderWith({ 'old.yaml': BAD });
  const update = cli(['baseline', 'update', ...FILE, ...ONLY], { cwd });
  assert.equal([update.code, update.stdout, update.stderr], [0, '', 'glance-lint: glance-lint.baseline has 1 entry: 1 new.\n']);
  const clean = cli([...FILE, ...ONLY], { cwd });
  assert.is(clean.code, 0);
  assert.is(clean.stdout, 'Nothing found in 1 file (1 image); 1 suppressed\n');
  writeFileSync(`${cwd}/new.yaml`, BAD.replace('Debian 13', 'Debian 14'));
  const found = cli([...FILE, ...ONLY, '-f', 'compact'], { cwd });
  assert.is(found.code, 1);
  assert.match(found.stdout, /^new\.yaml:2:14: error: .*\n$/);
});

test('cleaning up: what is mended is told, and pruned when asked', () => {
  const cwd = folderWith({ 'old.yaml': BAD });
  cli(['baseline', 'update', ...FILE, ...ONLY], { cwd });
  writeFileSync(`${cwd}/old.yaml`, GOOD);
  const { code, stderr } = cli([...FILE, ...ONLY], { cwd });
  assert.is(code, 0);
  assert.is(stderr, 'glance-lint: 1 entry of the baseline glance-lint.baseline fits nothing any more. To take them out: glance-lint baseline prune --baseline glance-lint.baseline\n');
  assert.is(cli(['baseline', 'prune', ...FILE, ...ONLY], { cwd }).stderr, 'glance-lint: glance-lint.baseline has 0 entries: 1 gone.\n');
  assert.is(readFileSync(`${cwd}/glance-lint.baseline`, 'utf8'), '');
});

test('the configuration may name it, and --no-baseline leaves it out', () => {
  const cwd = folderWith({ 'old.yaml': BAD, 'glance-lint.config.yaml': 'baseline: glance-lint.baseline\n' });
  assert.is(cli(['baseline', 'update', ...ONLY], { cwd }).code, 0);
  assert.is(cli(ONLY, { cwd }).code, 0);
  assert.is(cli([...ONLY, '--no-baseline'], { cwd }).code, 1);
});

test('SARIF carries what is held back only when asked', () => {
  const cwd = folderWith({ 'old.yaml': BAD, 'b.yaml': BAD.replace('QCOW2', 'QCOW2 # glance-lint-disable-line unknown-disk-format -- ours') });
  cli(['baseline', 'update', ...FILE, ...ONLY], { cwd });
  const results = (...args: string[]): unknown => (JSON.parse(cli([...FILE, ...ONLY, '-f', 'sarif', ...args], { cwd }).stdout) as Log).runs[0]?.results?.map(({ suppressions }) => suppressions);
  assert.equal(results(), []);
  assert.equal(results('--sarif-suppressed'), [[{ kind: 'inSource', status: 'accepted', justification: 'ours' }], [{ kind: 'external', status: 'accepted' }]]);
  const report = JSON.parse(cli([...FILE, ...ONLY, '-f', 'json'], { cwd }).stdout) as { summary: { suppressed: number }; findings: unknown[] };
  assert.equal([report.summary.suppressed, report.findings.length], [2, 0]);
});

test('--ignore-suppressions reports what comments hold back', () => {
  const cwd = folderWith({ 'b.yaml': BAD.replace('QCOW2', 'QCOW2 # glance-lint-disable-line') });
  assert.is(cli(ONLY, { cwd }).code, 0);
  assert.is(cli([...ONLY, '--ignore-suppressions'], { cwd }).code, 1);
});

test('errors tell the next step, and exit with 2', () => {
  const cwd = folderWith({ 'a.yaml': GOOD, 'broken.baseline': '{"file":"a.yaml","image":null,"rule":"r","at":"/x"}\n<<<<<<< HEAD\n' });
  for (const [args, problem] of [
    [['baseline'], 'Say what to do: glance-lint baseline update'],
    [['baseline', 'updat', ...FILE], 'Did you mean "update"'],
    [['baseline', 'images/'], '"baseline" cannot "images/". Say what to do'],
    [['baseline', 'update'], 'No baseline is named. Say which'],
    [['--baseline', 'missing'], 'there is no such file. To make one: glance-lint baseline update --baseline missing'],
    [['--baseline', 'broken.baseline'], 'broken.baseline:2:1: The baseline cannot be read: here a merge conflict was left'],
    [['baseline', 'update', '--baseline', 'no/such/folder'], 'The baseline no/such/folder cannot be written'],
    [['baseline', 'update', '--fix', ...FILE], 'has no option "--fix"'],
  ] as const) {
    const { code, stderr, stdout } = cli(args, { cwd });
    assert.equal([code, stdout], [2, ''], args.join(' '));
    assert.match(stderr, problem);
  }
});

test('a file that cannot be read keeps its entries, and is told', () => {
  const cwd = folderWith({ 'a.yaml': BAD, 'b.yaml': BAD });
  cli(['baseline', 'update', ...FILE, ...ONLY], { cwd });
  const before = readFileSync(`${cwd}/glance-lint.baseline`, 'utf8');
  const { code, stderr } = cli(['baseline', 'update', 'a.yaml', 'gone.yaml', ...FILE, ...ONLY], { cwd });
  assert.is(code, 2);
  assert.match(stderr, 'gone.yaml: Cannot be read');
  assert.is(readFileSync(`${cwd}/glance-lint.baseline`, 'utf8'), before);
});

test.run();
