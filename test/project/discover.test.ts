import { spawnSync } from 'node:child_process';
import { chmodSync, symlinkSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { cli } from '../support/cli.js';
import { BAD, folderWith, GOOD } from '../support/folder.js';

const files = (args: readonly string[], cwd: string): string[] => {
  const { stdout } = cli([...args, '-f', 'json', '--only', 'unknown-disk-format'], { cwd });
  return (JSON.parse(stdout) as { findings: { file: string }[] }).findings.map(({ file }) => file);
};

test('without arguments the folder is searched: hidden files yes, hidden and foreign folders no', () => {
  const cwd = folderWith({
    'a.yaml': BAD, 'b/c.yml': BAD, '.images.yml': BAD, 'd.json': '{"name":"d","disk_format":"QCOW2","container_format":"bare"}',
    'e.ndjson': '{"name":"d","disk_format":"QCOW2","container_format":"bare"}\n',
    '.cache/x.yaml': BAD, 'node_modules/m/x.yaml': BAD, '.git/x.yaml': BAD, 'f.txt': BAD,
  });
  assert.equal(files([], cwd), ['.images.yml', 'a.yaml', 'b/c.yml', 'd.json', 'e.ndjson']);
});

test('.gitignore holds for searches and globs, not for files that are named; nested ones add to it', () => {
  const cwd = folderWith({
    '.git/HEAD': '', '.gitignore': 'out/\n*.tmp.yaml\n', 'a.yaml': BAD, 'a.tmp.yaml': BAD, 'out/b.yaml': BAD,
    'deep/.gitignore': '!keep.tmp.yaml\nmine.yaml\n', 'deep/keep.tmp.yaml': BAD, 'deep/mine.yaml': BAD,
  });
  assert.equal(files([], cwd), ['a.yaml', 'deep/keep.tmp.yaml']);
  assert.equal(files(['**/*.yaml'], cwd), ['a.yaml', 'deep/keep.tmp.yaml']);
  assert.equal(files(['out/b.yaml', 'a.tmp.yaml'], cwd), ['out/b.yaml', 'a.tmp.yaml']);
  assert.is(files(['--no-gitignore'], cwd).length, 5);
});

test('files keep the order in which they are given, and are linted once', () => {
  const cwd = folderWith({ 'a.yaml': BAD, 'b.yaml': BAD });
  assert.equal(files(['b.yaml', 'a.yaml', 'b.yaml', '.'], cwd), ['b.yaml', 'a.yaml']);
});

test('a named file that holds no image is told; one that a search finds is passed by', () => {
  const cwd = folderWith({ 'compose.yaml': 'services: {web: {image: nginx}}\n', 'good.yaml': GOOD, 'chart.yaml': 'a: {{ .Values.disk_format }}\n' });
  const report = cli(['compose.yaml', 'good.yaml', 'chart.yaml', '-f', 'compact', '--only', 'unrecognised-manifest,syntax-error'], { cwd });
  assert.is(report.code, 0);
  assert.match(report.stdout, /compose\.yaml:1:1.*No image was recognised/);
  assert.match(report.stdout, /chart\.yaml:1:1.*template/);
  assert.is(cli(['.', '-f', 'compact', '--only', 'unrecognised-manifest,syntax-error'], { cwd }).stdout, '');
  assert.is(cli(['compose.yaml', '--ignore-unrecognised', '--allow-empty', '-f', 'compact'], { cwd }).stdout, '');
});

test('symbolic links that lead in circles, pipes and devices end in words', () => {
  const cwd = folderWith({ 'a/good.yaml': GOOD });
  symlinkSync('..', `${cwd}/a/up`);
  symlinkSync('loop.yaml', `${cwd}/loop.yaml`);
  spawnSync('mkfifo', [`${cwd}/pipe.yaml`]);
  assert.is(cli([], { cwd }).code, 0);
  const { code, stderr } = cli(['loop.yaml', 'pipe.yaml', '/dev/zero'], { cwd });
  assert.is(code, 2);
  assert.match(stderr, /loop\.yaml: Cannot be read: it is a symbolic link that leads round/);
  assert.match(stderr, /pipe\.yaml: Cannot be read: it is a pipe/);
  assert.match(stderr, /\/dev\/zero: Cannot be read: it is a device/);
});

test('a folder that may not be read is told, and the rest goes on', () => {
  if (process.getuid?.() === 0) return; // root may read everything
  const cwd = folderWith({ 'a/x.yaml': GOOD, 'bad.yaml': BAD });
  chmodSync(`${cwd}/a`, 0);
  const { code, stdout, stderr } = cli(['.', '-f', 'compact'], { cwd });
  chmodSync(`${cwd}/a`, 0o700);
  assert.is(code, 2);
  assert.match(stdout, 'bad.yaml:2:14');
  assert.match(stderr, 'you may not read it');
});

test.run();
