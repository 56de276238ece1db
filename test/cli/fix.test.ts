import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { encode } from '../../src/text/decode.js';
import { BIN, cli } from '../support/cli.js';
import { BAD, folderWith, GOOD } from '../support/folder.js';

const ONLY = ['--only', 'unknown-disk-format,read-only-attribute,missing-format'];
const UNSAFE = 'name: x\ndisk_format: QCOW2\nmin_disk: 1\nstatus: queued\n';

test('--fix makes the safe fixes, and reports what remains', () => {
  const cwd = folderWith({ 'a.yaml': BAD, 'b.yaml': UNSAFE });
  const { code, stdout, stderr } = cli(['--fix', '-f', 'compact', ...ONLY], { cwd });
  assert.is(code, 1);
  assert.is(readFileSync(`${cwd}/a.yaml`, 'utf8'), GOOD);
  assert.is(readFileSync(`${cwd}/b.yaml`, 'utf8'), UNSAFE.replace('QCOW2', 'qcow2'));
  assert.is(stderr, 'glance-lint: Fixed 2 findings in 2 files.\n');
  assert.match(stdout, /^b\.yaml:1:7: warning: .*\[missing-format\]\nb\.yaml:4:1: error: .*\[read-only-attribute\]\n$/);
});

test('--fix-unsafe makes all fixes', () => {
  const cwd = folderWith({ 'b.yaml': UNSAFE });
  const { code, stdout } = cli(['--fix-unsafe', ...ONLY], { cwd });
  assert.is(code, 0);
  assert.is(readFileSync(`${cwd}/b.yaml`, 'utf8'), 'name: x\ndisk_format: qcow2\nmin_disk: 1\ncontainer_format: bare\n');
  assert.match(stdout, 'Nothing found');
  assert.is(cli(['--fix-unsafe', ...ONLY], { cwd }).stderr, '', 'again, there is nothing to do');
});

test('--diff shows what would change as a patch, changes nothing, and exits with 1', () => {
  const cwd = folderWith({ '.git/HEAD': '', 'images/a b.yaml': BAD, 'images/b.yaml': UNSAFE });
  const { code, stdout, stderr } = cli(['--diff', 'images', ...ONLY], { cwd });
  assert.is(code, 1);
  assert.is(readFileSync(`${cwd}/images/a b.yaml`, 'utf8'), BAD);
  assert.match(stdout, '--- a/images/b.yaml\n+++ b/images/b.yaml\n@@ -1,4 +1,4 @@\n name: x\n-disk_format: QCOW2\n+disk_format: qcow2\n min_disk: 1\n status: queued\n');
  assert.is(stderr, 'glance-lint: 2 findings in 2 files would be fixed. 2 more have a possible fix, which has to guess: --fix-unsafe --diff shows it.\n');
  const { status } = spawnSync('patch', ['-p1', '--quiet'], { cwd, input: stdout, encoding: 'utf8' });
  assert.is(status, 0);
  assert.is(readFileSync(`${cwd}/images/a b.yaml`, 'utf8'), GOOD);
  assert.is(cli(['--diff', 'images', ...ONLY], { cwd }).code, 0);
});

test('--diff --fix-unsafe shows all, --diff --fix only what is safe', () => {
  const cwd = folderWith({ 'b.yaml': UNSAFE });
  assert.match(cli(['--diff', '--fix-unsafe', ...ONLY], { cwd }).stdout, '+container_format: bare\n');
  const { stdout } = cli(['--diff', '--fix', ...ONLY], { cwd });
  assert.match(stdout, '+disk_format: qcow2\n');
  assert.not.match(stdout, 'container_format');
  assert.is(readFileSync(`${cwd}/b.yaml`, 'utf8'), UNSAFE);
});

test('--diff with nothing to change prints nothing and exits with 0, also when there are findings', () => {
  const cwd = folderWith({ 'a.yaml': GOOD.replace('qcow2', 'nonsense') });
  const { code, stdout, stderr } = cli(['--diff', ...ONLY], { cwd });
  assert.equal([code, stdout, stderr], [0, '', '']);
});

test('standard input comes out fixed, and the report goes to standard error', () => {
  const cwd = folderWith({});
  const { code, stdout, stderr } = cli(['--fix', '-', '--stdin-filename', 'x.yaml', '-f', 'compact', ...ONLY], { cwd, input: UNSAFE });
  assert.is(stdout, UNSAFE.replace('QCOW2', 'qcow2'));
  assert.match(stderr, 'glance-lint: Fixed 1 finding in 1 file.\n');
  assert.match(stderr, 'x.yaml:4:1: error');
  assert.is(code, 1);
  assert.is(cli(['--fix', '-', ...ONLY], { cwd, input: GOOD }).stdout, GOOD);
  assert.match(cli(['--diff', '-', ...ONLY], { cwd, input: BAD }).stdout, '+disk_format: qcow2\n');
});

test('what goes through standard input unfixed comes out as it was, to the byte', () => {
  const cwd = folderWith({});
  const broken = 'name: x\ntags: [a\n';
  assert.is(cli(['--fix', '-'], { cwd, input: broken }).stdout, broken);
  const wide = encode(BAD, { encoding: 'utf-16le', hasByteOrderMark: true });
  const { stdout } = spawnSync(process.execPath, [BIN, '--fix', '-', ...ONLY], { cwd, input: wide });
  assert.equal(new Uint8Array(stdout), encode(GOOD, { encoding: 'utf-16le', hasByteOrderMark: true }));
});

test('a report can go to a file beside the fixed text', () => {
  const cwd = folderWith({});
  const { stdout } = cli(['--fix', '-', '-f', 'json=out.json', ...ONLY], { cwd, input: BAD });
  assert.is(stdout, GOOD);
  assert.is((JSON.parse(readFileSync(`${cwd}/out.json`, 'utf8')) as { findings: unknown[] }).findings.length, 0);
});

test('what goes together badly is an error with the next step', () => {
  const cwd = folderWith({ 'a.yaml': BAD });
  for (const [args, problem] of [
    [['--diff', '-f', 'json'], 'Leave --format out'],
    [['--fix', '-', 'a.yaml'], 'Fix files in a run of their own'],
    [['--fxi'], 'Did you mean --fix'],
  ] as const) {
    const { code, stderr, stdout } = cli(args, { cwd, input: BAD });
    assert.equal([code, stdout], [2, '']);
    assert.match(stderr, problem);
  }
  assert.is(readFileSync(`${cwd}/a.yaml`, 'utf8'), BAD);
});

test('fixing a hundred files leaves a clean repository clean', () => {
  const files = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`images/${index}.yaml`, index % 2 === 0 ? BAD : GOOD]));
  const cwd = folderWith(files);
  assert.match(cli(['--fix', ...ONLY], { cwd }).stderr, 'Fixed 50 findings in 50 files.');
  const git = (...args: string[]): string => spawnSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', ...args], { cwd, encoding: 'utf8' }).stdout;
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '-m', 'x');
  assert.is(cli(['--fix', ...ONLY], { cwd }).code, 0);
  assert.is(git('status', '--porcelain'), '');
});

test.run();
