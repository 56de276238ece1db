import { chmodSync, existsSync, linkSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { lintProject, type LintedProject, type ProjectOptions } from '../../src/project/lint-files.js';
import { fileInTree, replaceFile, WriteError } from '../../src/project/replace-file.js';
import { encode } from '../../src/text/decode.js';
import { BAD, folderWith, GOOD } from '../support/folder.js';

const ONLY = { only: ['unknown-disk-format', 'min-disk-zero', 'duplicate-tag', 'read-only-attribute'] };
const FIX = { fix: { level: 'safe', isWriting: true } } as const;

async function fix(cwd: string, patterns: readonly string[] = [], options: Partial<ProjectOptions> = {}): Promise<LintedProject> {
  return lintProject(patterns, { cwd, ...ONLY, ...FIX, ...options });
}

test('writes safe fixes only, and reports what remains', async () => {
  const text = 'name: x\ndisk_format: QCOW2 # as before\ncontainer_format: bare\nstatus: active\n';
  const cwd = folderWith({ 'a.yaml': text, 'good.yaml': GOOD });
  const { report, fixed, notices } = await fix(cwd);
  assert.is(readFileSync(`${cwd}/a.yaml`, 'utf8'), text.replace('QCOW2', 'qcow2'));
  assert.equal(fixed.map(({ file, fixed: [finding] }) => [file, finding?.rule]), [['a.yaml', 'unknown-disk-format']]);
  assert.equal(report.findings.map(({ rule }) => rule), ['read-only-attribute']);
  assert.equal([report.summary.files, notices.length, report.failures.length], [2, 0, 0]);
  await fix(cwd, [], { fix: { level: 'all', isWriting: true } });
  assert.is(readFileSync(`${cwd}/a.yaml`, 'utf8'), 'name: x\ndisk_format: qcow2 # as before\ncontainer_format: bare\n');
});

test('finds out what would change, and writes nothing', async () => {
  const cwd = folderWith({ 'a.yaml': BAD });
  const { fixed, report } = await fix(cwd, [], { fix: { level: 'safe', isWriting: false } });
  assert.is(readFileSync(`${cwd}/a.yaml`, 'utf8'), BAD);
  assert.is(fixed[0]?.after, GOOD);
  assert.is(report.summary.errors, 1);
});

test('keeps permissions, line ends, byte order mark and encoding, and leaves nothing beside', async () => {
  const cwd = folderWith({ 'crlf.yaml': BAD.replaceAll('\n', '\r\n'), 'bom.yaml': `\ufeff${BAD}` });
  for (const encoding of ['utf-16le', 'utf-16be']) writeFileSync(`${cwd}/${encoding}.yaml`, encode(`# Größe 😀\n${BAD}`, { encoding, hasByteOrderMark: true }));
  chmodSync(`${cwd}/crlf.yaml`, 0o640);
  chmodSync(`${cwd}/bom.yaml`, 0o755);
  await fix(cwd);
  assert.is(readFileSync(`${cwd}/crlf.yaml`, 'utf8'), GOOD.replaceAll('\n', '\r\n'));
  assert.is(readFileSync(`${cwd}/bom.yaml`, 'utf8'), `\ufeff${GOOD}`);
  for (const encoding of ['utf-16le', 'utf-16be']) {
    assert.equal(new Uint8Array(readFileSync(`${cwd}/${encoding}.yaml`)), encode(`# Größe 😀\n${GOOD}`, { encoding, hasByteOrderMark: true }));
  }
  assert.equal(['crlf.yaml', 'bom.yaml'].map((name) => statSync(`${cwd}/${name}`).mode & 0o777), [0o640, 0o755]);
  assert.equal(readdirSync(cwd).sort(), ['bom.yaml', 'crlf.yaml', 'utf-16be.yaml', 'utf-16le.yaml']);
});

test('takes the place of the file, whose other names keep what it was', async () => {
  const cwd = folderWith({ 'a.yaml': BAD });
  linkSync(`${cwd}/a.yaml`, `${cwd}/other.txt`);
  await fix(cwd);
  assert.is(readFileSync(`${cwd}/a.yaml`, 'utf8'), GOOD);
  assert.is(readFileSync(`${cwd}/other.txt`, 'utf8'), BAD);
});

test('leaves bytes alone that are no text', async () => {
  const bytes = Buffer.concat([Buffer.from(BAD), Buffer.from([0xe4, 0x0a])]);
  const cwd = folderWith({ 'a.yaml': bytes });
  await fix(cwd);
  assert.equal(readFileSync(`${cwd}/a.yaml`), bytes);
});

test('goes through symbolic links that stay in the repository, and never through others', async () => {
  const outside = folderWith({ 'elsewhere.yaml': BAD, 'sub/inner.yaml': BAD });
  const root = folderWith({ '.git/HEAD': '', 'shared/a.yaml': BAD, 'here/b.yaml': GOOD });
  const cwd = `${root}/here`;
  symlinkSync('../shared/a.yaml', `${cwd}/inside.yaml`);
  symlinkSync(`${outside}/elsewhere.yaml`, `${cwd}/outside.yaml`);
  symlinkSync(`${outside}/sub`, `${cwd}/folder`);
  const { report } = await fix(cwd, ['inside.yaml', 'outside.yaml', 'folder/inner.yaml']);
  assert.is(readFileSync(`${root}/shared/a.yaml`, 'utf8'), GOOD);
  assert.ok(statSync(`${cwd}/inside.yaml`).isFile());
  assert.is(readFileSync(`${outside}/elsewhere.yaml`, 'utf8'), BAD);
  assert.is(readFileSync(`${outside}/sub/inner.yaml`, 'utf8'), BAD);
  assert.equal(report.failures.map(({ file }) => file), ['outside.yaml', 'folder/inner.yaml']);
  assert.match(report.failures[0]?.message ?? '', `Cannot be fixed: it is, or stands behind, a symbolic link that leads out of ${root}, to ${outside}/elsewhere.yaml`);
  assert.is(report.summary.errors, 2, 'they are linted all the same');
});

test('a file that is named outside the working folder is fixed; not so where a link of that name leads', async () => {
  const cwd = folderWith({});
  const outside = folderWith({ 'a.yaml': BAD, 'real/b.yaml': BAD, 'links/x': '' });
  symlinkSync(`${outside}/real/b.yaml`, `${outside}/links/b.yaml`);
  const { report } = await fix(cwd, [`${outside}/a.yaml`, `${outside}/links/b.yaml`]);
  assert.is(readFileSync(`${outside}/a.yaml`, 'utf8'), GOOD);
  assert.is(readFileSync(`${outside}/real/b.yaml`, 'utf8'), BAD);
  assert.is(report.failures.length, 1);
});

test('a working folder that is itself reached by a link is no way out', () => {
  const real = folderWith({ 'a.yaml': BAD });
  const outside = folderWith({ 'b.yaml': BAD });
  const links = folderWith({});
  symlinkSync(real, `${links}/work`);
  symlinkSync(outside, `${real}/out`);
  assert.is(fileInTree(`${links}/work/a.yaml`, `${links}/work`, real), `${real}/a.yaml`);
  assert.throws(() => fileInTree(`${links}/work/out/b.yaml`, `${links}/work`, real), (error: unknown) => error instanceof WriteError);
});

test('says why a file cannot be changed, and goes on with the others', async () => {
  if (process.getuid?.() === 0) return;
  const cwd = folderWith({ 'locked.yaml': BAD, 'folder/a.yaml': BAD, 'z.yaml': BAD });
  chmodSync(`${cwd}/locked.yaml`, 0o444);
  chmodSync(`${cwd}/folder`, 0o555);
  const { report } = await fix(cwd);
  assert.equal(report.failures, [
    { message: 'Cannot be fixed: you may not write it, or not its folder.', file: 'folder/a.yaml' },
    { message: 'Cannot be fixed: you may not write it, or not its folder.', file: 'locked.yaml' },
  ]);
  assert.is(readFileSync(`${cwd}/z.yaml`, 'utf8'), GOOD);
});

test('does not overwrite what somebody else wrote in the meantime', () => {
  const cwd = folderWith({ 'a.yaml': 'new\n' });
  assert.throws(() => replaceFile(`${cwd}/a.yaml`, Buffer.from('old\n'), Buffer.from('mine\n')), /changed by somebody else/);
  assert.is(readFileSync(`${cwd}/a.yaml`, 'utf8'), 'new\n');
  mkdirSync(`${cwd}/dir`);
  assert.throws(() => replaceFile(`${cwd}/dir`, Buffer.from(''), Buffer.from('')), /it is a folder/);
  assert.not.ok(existsSync(path.join(cwd, '.tmp')));
});

test('tells of fixes that were not made', async () => {
  const cwd = folderWith({
    'a.yaml': GOOD,
    'acme.mjs': `export default { name: 'acme', rules: [{
      id: 'louder', topic: 'plugin', summary: 's', severity: 'warning', consequence: { by: 'reader', when: 'always', effect: 'unclear' }, why: '', source: [],
      messages: { m: 'Write it louder.' }, examples: { bad: [], good: [] }, reads: ['name'],
      check({ name }, { report }) { report({ message: 'm', at: ['name'], fix: { safe: true, description: 'Write "' + name + '!"', change: { replace: name + '!' } } }); },
    }] };\n`,
  });
  const { notices } = await fix(cwd, ['a.yaml'], { plugins: ['./acme.mjs'], only: ['acme/louder'], rules: { 'acme/louder': 'warning' } });
  assert.equal(notices, ['a.yaml:1:7: "Write "Debian 13!"" (acme/louder) was not done: the finding would stay.']);
  assert.is(readFileSync(`${cwd}/a.yaml`, 'utf8'), GOOD);
});

test('standard input is fixed in memory', async () => {
  const cwd = folderWith({});
  const { fixed, report } = await fix(cwd, [], { stdin: { bytes: Buffer.from(BAD), path: 'x.yaml' } });
  assert.is(fixed[0]?.after, GOOD);
  assert.is(report.findings.length, 0);
  assert.equal(readdirSync(cwd), []);
});

test('what rules say of several images together is right after fixing', async () => {
  const image = (name: string, id: string): string => `name: ${name}\nid: ${id}\ndisk_format: QCOW2\ncontainer_format: bare\n`;
  const cwd = folderWith({ 'a.yaml': image('a', '6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e'), 'b.yaml': image('b', '6b7e6f3c1d2a4b5c8d9e0f1a2b3c4d5e') });
  const { report } = await fix(cwd, [], { only: ['duplicate-id', 'malformed-id', 'unknown-disk-format'] });
  assert.equal(report.findings.map(({ rule, file, range }) => `${rule} ${file}:${range.start.line}`), ['duplicate-id b.yaml:2']);
});

test.run();
