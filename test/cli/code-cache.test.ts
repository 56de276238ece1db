import { chmodSync, constants, cpSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { purposeOf } from '../../src/cli/code-cache.js';
import { BIN, cli, node, type Ran } from '../support/cli.js';
import { BAD, folderWith } from '../support/folder.js';

const NAME = /^main-few-v[\d.]+-\w+-[0-9a-f]{16}$/;
const cwd = folderWith({ 'bad.json': '{"name": "x", "disk_format": "QCOW2", "container_format": "bare"}', 'bad.yaml': BAD });

function lint(base: string, env: Readonly<Record<string, string>> = {}): Ran {
  const ran = cli(['bad.json', '-f', 'compact'], { cwd, env: { XDG_CACHE_HOME: base, ...env } });
  assert.is(ran.code, 1, ran.stderr);
  assert.is(ran.stderr, '');
  assert.match(ran.stdout, 'unknown-disk-format');
  return ran;
}

/** The kept code of a first run. */
function keptBy(base: string): string {
  lint(base);
  const folder = path.join(base, 'glance-lint');
  const [name = ''] = readdirSync(folder);
  return path.join(folder, name);
}

test('a first run keeps its compiled code, for the user alone, and later runs take it as it is', () => {
  const base = folderWith({});
  const file = keptBy(base);
  assert.match(path.basename(file), NAME);
  assert.is(statSync(path.dirname(file)).mode & 0o777, 0o700);
  assert.is(statSync(file).mode & 0o777, 0o600);
  utimesSync(file, 1e9, 1e9);
  assert.equal(lint(base), lint(folderWith({})));
  assert.is(statSync(file).mtimeMs, 1e12);
});

test('large parts are kept when a run needs them', () => {
  const base = folderWith({});
  const ran = (): Ran => cli(['bad.yaml', '-f', 'compact'], { cwd, env: { XDG_CACHE_HOME: base } });
  const first = ran();
  assert.equal(readdirSync(path.join(base, 'glance-lint')).map((name) => name.split('-')[0]), ['main', 'yaml']);
  assert.equal(ran(), first);
});

test('runs over few files and over many have code of their own', () => {
  const base = folderWith({});
  const run = (...args: readonly string[]): readonly string[] => {
    const { code, stderr } = cli(args, { cwd, env: { XDG_CACHE_HOME: base } });
    assert.is(stderr, '');
    assert.is(code, 1);
    return readdirSync(path.join(base, 'glance-lint')).filter((name) => name.startsWith('main')).map((name) => name.split('-')[1] ?? '');
  };
  assert.equal(run('-f', 'compact', 'bad.json'), ['few']);
  assert.equal(run('./bad.json', 'bad.yaml'), ['few']);
  assert.equal(run('.'), ['few', 'many']);
  assert.equal(run('-q'), ['few', 'many']);
  assert.is(purposeOf([]), 'many');
  assert.is(purposeOf(['images', '-f', 'sarif']), 'many');
  assert.is(purposeOf(['../images/']), 'many');
  assert.is(purposeOf(Array.from({ length: 50 }, (_, index) => `${index}.yaml`)), 'many');
});

test('runs that lint nothing keep nothing: they compile little of what a lint run needs', () => {
  const base = folderWith({});
  cli(['--version'], { cwd, env: { XDG_CACHE_HOME: base } });
  cli(['rules'], { cwd, env: { XDG_CACHE_HOME: base } });
  cli(['no-such-file.json'], { cwd, env: { XDG_CACHE_HOME: base } });
  assert.equal(readdirSync(base), []);
});

for (const [what, change] of Object.entries<(bytes: Buffer) => Buffer>({
  'empty': () => Buffer.alloc(0),
  'cut short': (bytes) => bytes.subarray(0, bytes.length - 1000),
  'cut short by an even half': (bytes) => bytes.subarray(0, bytes.length - 1024),
  'broken in the label': (bytes) => bytes.fill(0x20, 10, 12),
  'broken in one byte of the code': (bytes) => bytes.fill((bytes[50_000] as number) ^ 1, 50_000, 50_001),
  'broken at its end': (bytes) => bytes.fill(0, bytes.length - 4096),
  'of zeros': (bytes) => bytes.fill(0),
  'of zeros, but for the label': (bytes) => bytes.fill(0, 128),
  'something else': () => Buffer.from('not code\n'.repeat(1000)),
})) {
  test(`kept code that is ${what} is passed by and made again`, () => {
    const base = folderWith({});
    const file = keptBy(base);
    const whole = readFileSync(file).length;
    const broken = change(readFileSync(file));
    writeFileSync(file, broken);
    lint(base);
    assert.not(readFileSync(file).equals(broken), 'it is not taken for good');
    assert.ok(Math.abs(readFileSync(file).length - whole) < whole / 4);
    lint(base);
  });
}

test('kept code that others can write, or that lies elsewhere, is not run', () => {
  for (const spoil of [
    (file: string) => chmodSync(file, 0o666),
    (file: string) => {
      renameSync(file, `${file}.real`);
      symlinkSync(`${file}.real`, file);
    },
    (file: string) => {
      renameSync(file, `${file}.real`);
      mkdirSync(file);
    },
  ]) {
    const base = folderWith({});
    const file = keptBy(base);
    spoil(file);
    const isFolder = lstatSync(file).isDirectory();
    lint(base);
    // It is made again in place of what is there, unless that is a folder.
    const { mode } = lstatSync(file);
    if (!isFolder) assert.is(mode & (constants.S_IFMT | 0o777), constants.S_IFREG | 0o600);
  }
});

test('who edits the program runs what he wrote', () => {
  const [base, program] = [folderWith({}), folderWith({})];
  cpSync(path.dirname(BIN), program, { recursive: true });
  const run = (): string => node([path.join(program, 'bin.cjs'), 'bad.json', '-f', 'compact'], { cwd, env: { XDG_CACHE_HOME: base } }).stdout;
  assert.match(run(), 'but Glance calls this');
  assert.match(run(), 'but Glance calls this');
  const main = path.join(program, 'main.cjs');
  writeFileSync(main, readFileSync(main, 'latin1').replaceAll('but Glance calls this', 'but GLANCE calls this'), 'latin1');
  assert.match(run(), 'but GLANCE calls this');
});

test('a folder that others can write is not used', () => {
  const base = folderWith({});
  const folder = path.join(base, 'glance-lint');
  mkdirSync(folder);
  chmodSync(folder, 0o777);
  lint(base);
  assert.equal(readdirSync(folder), []);
});

test('where nothing can be kept, all works without', () => {
  const base = folderWith({ 'glance-lint': 'a file' });
  lint(base);
  lint('/dev/null');
  lint('/proc/no-such-folder');
});

test('code that nobody needs any more is removed', () => {
  const base = folderWith({});
  mkdirSync(path.join(base, 'glance-lint'), { mode: 0o700 });
  const old = path.join(base, 'glance-lint', 'main-v18.0.0-x64-0123456789abcdef');
  const recent = path.join(base, 'glance-lint', 'main-v20.0.0-x64-0123456789abcdef');
  for (const file of [old, recent]) writeFileSync(file, '');
  utimesSync(old, 1e9, 1e9);
  lint(base);
  const names = readdirSync(path.join(base, 'glance-lint'));
  assert.not.ok(names.includes(path.basename(old)));
  assert.ok(names.includes(path.basename(recent)));
});

test('GLANCE_LINT_NO_CODE_CACHE switches it off', () => {
  const base = folderWith({});
  lint(base, { GLANCE_LINT_NO_CODE_CACHE: '1' });
  assert.equal(readdirSync(base), []);
});

test.run();
