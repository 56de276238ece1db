import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { BIN, cli } from '../support/cli.js';
import { BAD, folderWith, GOOD } from '../support/folder.js';

test('standard input is linted, under the name that is given', () => {
  const cwd = folderWith({});
  assert.match(cli(['-', '-f', 'compact'], { cwd, input: BAD }).stdout, '<stdin>:2:14');
  assert.match(cli(['--stdin', '-f', 'compact'], { cwd, input: BAD }).stdout, '<stdin>:2:14');
  assert.match(cli(['--stdin-filename', 'images/x.yaml', '-f', 'compact'], { cwd, input: BAD }).stdout, 'images/x.yaml:2:14');
});

test('JSON and NDJSON on standard input are told apart from YAML', () => {
  const cwd = folderWith({});
  const image = { name: 'x', disk_format: 'QCOW2', container_format: 'bare' };
  const only = ['--only', 'unknown-disk-format', '-f', 'compact'];
  assert.match(cli(['-', ...only], { cwd, input: JSON.stringify(image) }).stdout, '<stdin>:1:27');
  const records = `${JSON.stringify(image)}\n${JSON.stringify(image)}\n`;
  assert.is(cli(['-', ...only], { cwd, input: records }).stdout.match(/<stdin>:[12]:27/g)?.length, 2);
});

test('standard input is linted beside files, with the configuration that its name falls under', () => {
  const cwd = folderWith({
    'good.yaml': GOOD,
    'glance-lint.config.yaml': 'overrides: [{files: [legacy/], rules: {unknown-disk-format: "off"}}]\n',
  });
  const only = ['--stdin-filename', 'legacy/x.yaml', '-f', 'json', 'good.yaml'];
  const report = JSON.parse(cli(only, { cwd, input: BAD }).stdout) as { summary: { files: number }; findings: { rule: string }[] };
  assert.is(report.summary.files, 2);
  assert.not.ok(report.findings.some(({ rule }) => rule === 'unknown-disk-format'));
});

test('several reports in one run: one on standard output, the others in files', () => {
  const cwd = folderWith({ 'bad.yaml': BAD });
  const { code, stdout } = cli(['bad.yaml', '-f', 'sarif=out.sarif', '-f', 'compact', '-f', 'json=out.json'], { cwd });
  assert.is(code, 1);
  assert.match(stdout, /^bad\.yaml:2:14/);
  assert.is((JSON.parse(readFileSync(`${cwd}/out.sarif`, 'utf8')) as { version: string }).version, '2.1.0');
  assert.is((JSON.parse(readFileSync(`${cwd}/out.json`, 'utf8')) as { version: number }).version, 1);
});

test('a report that cannot be written is an error in words', () => {
  const { code, stderr } = cli(['bad.yaml', '-f', 'json=no/such/folder.json'], { cwd: folderWith({ 'bad.yaml': BAD }) });
  assert.is(code, 2);
  assert.match(stderr, 'The json report cannot be written to no/such/folder.json');
});

test('a large report arrives whole through a pipe, and a reader that stops early is no error', () => {
  const many = Array.from({ length: 4000 }, (_, index) => `- {name: image ${index}, disk_format: QCOW2, container_format: bare}`).join('\n');
  const cwd = folderWith({ 'many.yaml': many });
  const whole = spawnSync('bash', ['-c', `"${process.execPath}" "${BIN}" many.yaml --only unknown-disk-format -f compact | (sleep 0.2; cat) | wc -l`], { cwd, encoding: 'utf8' });
  assert.is(Number(whole.stdout), 4000);
  const early = spawnSync('bash', ['-c', `"${process.execPath}" "${BIN}" many.yaml -f json | head -c 100`], { cwd, encoding: 'utf8' });
  assert.is(early.stderr, '');
  assert.is(early.stdout.length, 100);
});

test('help and version go to standard output', () => {
  const help = cli(['--help']);
  assert.is(help.code, 0);
  assert.match(help.stdout, 'glance-lint images/ old.json');
  const lines = help.stdout.split('\n');
  assert.is(lines.find((line) => line.length > 80), undefined, 'fits 80 columns');
  assert.ok(lines.length <= 64, `fits a screen: ${lines.length} lines`);
  assert.match(cli(['--version']).stdout, /^\d+\.\d+\.\d+\n$/);
});

test('rules, explain and properties inform, in 80 columns', () => {
  assert.match(cli(['rules']).stdout, 'unknown-disk-format');
  for (const args of [['rules'], ['explain', 'unknown-disk-format'], ['properties'], ['properties', 'hw_disk_bus']]) {
    const { code, stdout } = cli(args);
    assert.is(code, 0, args.join(' '));
    const wide = stdout.split('\n').find((line) => line.length > 80 && !line.includes('https://'));
    assert.is(wide, undefined, `${args.join(' ')}: ${wide ?? ''}`);
  }
});

test('no report file is left behind when the command line is wrong', () => {
  const cwd = folderWith({ 'bad.yaml': BAD });
  assert.is(cli(['bad.yaml', '-f', 'json=out.json', '--preset', 'nope'], { cwd }).code, 2);
  assert.not.ok(existsSync(`${cwd}/out.json`));
});

test.run();
