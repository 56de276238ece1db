import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { parseBaseline, writeBaseline } from '../../src/engine/baseline.js';
import { lintProject, type LintedProject, type ProjectOptions } from '../../src/project/lint-files.js';
import { updateBaseline, type UpdatedBaseline } from '../../src/project/update-baseline.js';
import { folderWith, GOOD } from '../support/folder.js';

const FILE = 'glance-lint.baseline';
const ONLY = { only: ['unknown-disk-format', 'duplicate-tag', 'duplicate-id', 'unused-suppression'] };
const ID = '6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e';

const image = (name: string, format: string, more = ''): string => `- name: ${name}\n  disk_format: ${format}\n  container_format: bare\n${more}`;

async function lint(cwd: string, patterns: readonly string[] = [], options: Partial<ProjectOptions> = {}): Promise<LintedProject> {
  return lintProject(patterns, { cwd, ...ONLY, baseline: FILE, ...options });
}

async function update(cwd: string, action: 'update' | 'prune' = 'update', patterns: readonly string[] = [], options: Partial<ProjectOptions> = {}): Promise<UpdatedBaseline> {
  return updateBaseline(action, patterns, { cwd, ...ONLY, baseline: FILE, ...options });
}

function baselineIn(cwd: string): string {
  return readFileSync(`${cwd}/${FILE}`, 'utf8');
}

async function found(cwd: string, patterns: readonly string[] = []): Promise<string> {
  const { report } = await lint(cwd, patterns);
  return report.findings.map(({ rule, file, range }) => `${rule} ${file}:${range.start.line}`).join(', ');
}

test('what is known is not reported, and what is new is', async () => {
  const cwd = folderWith({ 'a.yaml': image('one', 'QCOW2') + image('two', 'VHDX'), 'sub/b.yaml': image('three', 'RAW', '  tags: [t, t, t]\n') });
  const { entries, added, removed, report } = await update(cwd);
  assert.equal([entries, added, removed, report.findings.length], [4, 4, 0, 5]);
  assert.is(baselineIn(cwd), `{"file":"a.yaml","image":"one","rule":"unknown-disk-format","at":"/disk_format"}
{"file":"a.yaml","image":"two","rule":"unknown-disk-format","at":"/disk_format"}
{"file":"sub/b.yaml","image":"three","rule":"duplicate-tag","at":"/tags/*","count":2}
{"file":"sub/b.yaml","image":"three","rule":"unknown-disk-format","at":"/disk_format"}
`);
  const { report: after, notices } = await lint(cwd);
  assert.equal([after.findings.length, after.summary.suppressed, notices.length], [0, 5, 0]);
  assert.ok(after.suppressed.every(({ suppression }) => suppression?.kind === 'baseline'));
  writeFileSync(`${cwd}/sub/b.yaml`, image('three', 'RAW', '  tags: [t, t, t, t]\n'));
  assert.is(await found(cwd), 'duplicate-tag sub/b.yaml:4', 'one more than is known');
});

test('moved lines and moved images change nothing', async () => {
  const cwd = folderWith({ 'a.yaml': image('one', 'QCOW2') + image('two', 'raw') + image('three', 'VHDX') });
  await update(cwd);
  const before = baselineIn(cwd);
  writeFileSync(`${cwd}/a.yaml`, `# moved\n\n${image('three', 'VHDX')}${image('new', 'raw')}\n${image('one', 'QCOW2')}`);
  assert.is(await found(cwd), '');
  await update(cwd);
  assert.is(baselineIn(cwd), before);
});

test('the same file in another way of writing has the same places', async () => {
  const cwd = folderWith({ 'a.json': '{"name": "one", "disk_format": "QCOW2", "container_format": "bare"}' });
  await update(cwd);
  writeFileSync(`${cwd}/a.json`, '{"images": [{"name": "x", "disk_format": "raw", "container_format": "bare"}, {"name": "one", "disk_format": "QCOW2", "container_format": "bare"}]}');
  assert.is(await found(cwd), '');
});

test('works from every folder, and for standard input', async () => {
  const cwd = folderWith({ 'a/b.yaml': image('one', 'QCOW2') });
  await update(cwd);
  assert.is((await lint(`${cwd}/a`, ['b.yaml'], { baseline: `../${FILE}` })).report.findings.length, 0);
  const stdin = { bytes: readFileSync(`${cwd}/a/b.yaml`), path: 'a/b.yaml' };
  assert.is((await lint(cwd, [], { stdin })).report.findings.length, 0);
  assert.is((await lint(cwd, [], { stdin: { ...stdin, path: undefined } })).report.findings.length, 1);
  await update(cwd, 'update', [], { stdin: { ...stdin, path: undefined } });
  assert.is((await lint(cwd, [], { stdin: { ...stdin, path: undefined } })).report.findings.length, 0);
  assert.match(baselineIn(cwd), '"file":"<stdin>"');
  assert.match(baselineIn(cwd), '"file":"a/b.yaml"');
});

test('is named by the configuration, relative to that', async () => {
  const cwd = folderWith({ 'glance-lint.config.yaml': 'baseline: known/list\n', 'known/x': '', 'sub/a.yaml': image('one', 'QCOW2') });
  const options = { cwd: `${cwd}/sub`, ...ONLY };
  await updateBaseline('update', [], options);
  assert.match(readFileSync(`${cwd}/known/list`, 'utf8'), '"file":"../sub/a.yaml"');
  assert.is((await lintProject([], options)).report.findings.length, 0);
  assert.is((await lintProject([], { ...options, baseline: false })).report.findings.length, 1);
});

test('covers what only shows beside other images', async () => {
  const cwd = folderWith({ 'a.yaml': image('one', 'raw', `  id: ${ID}\n`), 'b.yaml': image('two', 'raw', `  id: ${ID}\n`) });
  await update(cwd);
  assert.is(baselineIn(cwd), '{"file":"b.yaml","image":"two","rule":"duplicate-id","at":"/id"}\n');
  assert.is(await found(cwd), '');
  assert.equal((await lint(cwd, ['b.yaml'])).notices, [], 'of one file alone, nobody can tell');
  await update(cwd, 'update', ['b.yaml']);
  assert.match(baselineIn(cwd), 'duplicate-id');
  rmSync(`${cwd}/a.yaml`);
  assert.is((await lint(cwd)).notices.length, 1);
  await update(cwd, 'prune');
  assert.is(baselineIn(cwd), '');
});

test('tells what fits nothing any more, and takes it out when asked', async () => {
  const cwd = folderWith({ 'a.yaml': image('one', 'QCOW2') + image('two', 'VHDX', '  tags: [t, t, t]\n'), 'b.yaml': image('three', 'RAW'), 'c.yaml': image('four', 'QCOW2') });
  await update(cwd);
  writeFileSync(`${cwd}/a.yaml`, image('one', 'qcow2') + image('two', 'VHDX', '  tags: [t, t]\n'));
  rmSync(`${cwd}/b.yaml`);
  assert.equal((await lint(cwd)).notices, [`3 entries of the baseline ${FILE} fit nothing any more. To take them out: glance-lint baseline prune --baseline ${FILE}`]);
  assert.equal((await lint(cwd, ['c.yaml'])).notices.map((notice) => notice.slice(0, 14)), ['1 entry of the'], 'of what was not linted, only that it is gone');
  const { removed, added } = await update(cwd, 'prune');
  assert.equal([removed, added], [2, 0]);
  assert.is(baselineIn(cwd), `{"file":"a.yaml","image":"two","rule":"duplicate-tag","at":"/tags/*"}
{"file":"a.yaml","image":"two","rule":"unknown-disk-format","at":"/disk_format"}
{"file":"c.yaml","image":"four","rule":"unknown-disk-format","at":"/disk_format"}
`);
  assert.equal((await lint(cwd)).notices, []);
});

test('prune adds nothing', async () => {
  const cwd = folderWith({ 'a.yaml': image('one', 'QCOW2') });
  await update(cwd);
  writeFileSync(`${cwd}/a.yaml`, image('two', 'QCOW2'));
  await update(cwd, 'prune');
  assert.is(baselineIn(cwd), '');
  assert.is(await found(cwd), 'unknown-disk-format a.yaml:2');
});

test('an update of some files, or with some rules, leaves the rest', async () => {
  const cwd = folderWith({ 'a.yaml': image('one', 'QCOW2', '  tags: [t, t]\n'), 'b.yaml': image('two', 'QCOW2'), 'glance-lint.config.yaml': 'plugins: [acme]\n' });
  await update(cwd, 'update', [], { configPlugins: 'skip' });
  writeFileSync(`${cwd}/${FILE}`, `${baselineIn(cwd)}{"file":"a.yaml","image":"one","rule":"acme/naming","at":"/name"}\n{"file":"a.yaml","image":"one","rule":"long-gone","at":"/name"}\n`);
  for (const name of ['a.yaml', 'b.yaml']) writeFileSync(`${cwd}/${name}`, GOOD);
  await update(cwd, 'update', ['a.yaml'], { only: ['duplicate-tag'], configPlugins: 'skip' });
  assert.is(baselineIn(cwd), `{"file":"a.yaml","image":"one","rule":"acme/naming","at":"/name"}
{"file":"a.yaml","image":"one","rule":"unknown-disk-format","at":"/disk_format"}
{"file":"b.yaml","image":"two","rule":"unknown-disk-format","at":"/disk_format"}
`);
});

test('reasons stay, and go into the report', async () => {
  const cwd = folderWith({ 'a.yaml': image('one', 'QCOW2') + image('two', 'VHDX') });
  await update(cwd);
  writeFileSync(`${cwd}/${FILE}`, baselineIn(cwd).replace('"}\n', '","reason":"our Glance knows it"}\n'));
  assert.equal((await lint(cwd)).report.suppressed.map(({ suppression }) => suppression?.reason), ['our Glance knows it', null]);
  const before = baselineIn(cwd);
  await update(cwd);
  assert.is(baselineIn(cwd), before);
});

test('comments come first: what they hold back needs no entry', async () => {
  const cwd = folderWith({ 'a.yaml': image('one', 'QCOW2 # glance-lint-disable-line unknown-disk-format') });
  await update(cwd);
  assert.is(baselineIn(cwd), '');
  assert.is((await update(cwd, 'update', [], { ignoreSuppressions: true })).entries, 1);
});

test('what cannot be read is never known', async () => {
  const cwd = folderWith({ 'a.yaml': 'name: x\ndisk_format: [raw\n' });
  const { entries, report } = await update(cwd, 'update', [], { only: ['syntax-error'] });
  assert.equal([entries, report.findings.length], [0, 1]);
});

test('fixing leaves alone what is known', async () => {
  const cwd = folderWith({ 'a.yaml': image('one', 'QCOW2') });
  await update(cwd);
  writeFileSync(`${cwd}/a.yaml`, image('new', 'VHDX') + image('one', 'QCOW2'));
  await lint(cwd, [], { fix: { level: 'safe', isWriting: true } });
  assert.is(readFileSync(`${cwd}/a.yaml`, 'utf8'), image('new', 'vhdx') + image('one', 'QCOW2'));
  await lint(cwd, [], { baseline: false, fix: { level: 'safe', isWriting: true } });
  assert.is(readFileSync(`${cwd}/a.yaml`, 'utf8'), image('new', 'vhdx') + image('one', 'qcow2'));
});

test('two branches merge line by line, in any order, with what both added', () => {
  const line = (name: string, more = ''): string => `{"file":"a.yaml","image":"${name}","rule":"r","at":"/x"${more}}\n`;
  const merged = parseBaseline(line('two') + line('one') + line('two', ',"reason":"r"') + line('two', ',"count":2') + '\r\n');
  const expected = line('one') + line('two', ',"count":2,"reason":"r"');
  assert.is([...writeBaseline(merged)].join(''), expected);
  assert.is([...writeBaseline(new Map([...merged].reverse()))].join(''), expected);
});

test('a broken baseline is an error with its line and the next step', async () => {
  const cases: readonly (readonly [string, string])[] = [
    ['<<<<<<< HEAD\n', 'here a merge conflict was left'],
    ['name: x\n', 'this line is not JSON'],
    ['[]\n', 'an entry is a JSON object'],
    ['{"file":"a","rule":"r"}\n', '"at" of the entry is missing'],
    ['{"file":"a","rule":"r","at":"","line":3}\n', 'and no "line"'],
    ['{"file":"a","rule":"r","at":"","image":3}\n', '"image" of the entry is the name or id'],
    ['{"file":"a","rule":"r","at":"","count":0}\n', '"count" of the entry is no whole number'],
  ];
  for (const [line, problem] of cases) {
    const cwd = folderWith({ 'a.yaml': GOOD, [FILE]: `{"file":"a.yaml","image":null,"rule":"r","at":"/x"}\n${line}` });
    for (const run of [() => lint(cwd), () => update(cwd), () => update(cwd, 'prune')]) {
      const error = await run().then(() => undefined, (thrown: Error) => thrown);
      assert.is(error?.name, 'ConfigError', line);
      assert.match(error?.message ?? '', /^glance-lint\.baseline:2:1: The baseline cannot be read: .* glance-lint baseline update --baseline glance-lint\.baseline$/);
      assert.match(error?.message ?? '', problem);
    }
  }
});

test('a baseline that is missing, or not named, is an error with the next step', async () => {
  const cwd = folderWith({ 'a.yaml': GOOD });
  const message = async (run: Promise<unknown>): Promise<string> => run.then(() => '', (error: Error) => `${error.name}: ${error.message}`);
  assert.match(await message(lint(cwd)), `UsageError: The baseline ${FILE} cannot be read: there is no such file. To make one: glance-lint baseline update --baseline ${FILE}`);
  assert.match(await message(update(cwd, 'prune')), 'there is no such file');
  assert.match(await message(updateBaseline('update', [], { cwd })), 'UsageError: No baseline is named. Say which: glance-lint baseline update --baseline');
});

test.run();
