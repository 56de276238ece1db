import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { cli } from '../support/cli.js';
import { BAD, folderWith } from '../support/folder.js';

const env = { GITHUB_ACTIONS: 'true' };
const text = (files: number): string => Array.from({ length: files }, () => '- {name: x, disk_format: QCOW2, container_format: bare}\n').join('');

test('in GitHub Actions, findings are marked in the changes too; the report is alone on standard output', () => {
  const cwd = folderWith({ '.git/HEAD': '', 'images/bad.yaml': BAD });
  const plain = cli(['bad.yaml'], { cwd: `${cwd}/images` });
  const inActions = cli(['bad.yaml'], { cwd: `${cwd}/images`, env });
  assert.is(inActions.code, plain.code);
  assert.is(inActions.stdout, plain.stdout);
  assert.match(inActions.stderr, /^::error file=images\/bad\.yaml,line=2,endLine=2,col=14,endColumn=19,title=glance-lint%3A unknown-disk-format::/);
});

test('not when a format is asked for, and not elsewhere', () => {
  const cwd = folderWith({ 'bad.yaml': BAD });
  for (const args of [['-f', 'text'], ['-f', 'json'], ['-f', 'text', '-f', 'sarif=out.sarif']]) assert.is(cli(['bad.yaml', ...args], { cwd, env }).stderr, '');
  assert.is(cli(['bad.yaml'], { cwd, env: { GITHUB_ACTIONS: 'false' } }).stderr, '');
});

test('no more of them than GitHub shows', () => {
  const cwd = folderWith({ 'bad.yaml': text(30) });
  const { stderr } = cli(['bad.yaml', 'missing.yaml', '--only', 'unknown-disk-format'], { cwd, env });
  const errors = stderr.split('\n').filter((line) => line.startsWith('::error '));
  assert.is(errors.length, 10);
  assert.match(errors[0] ?? '', 'file=missing.yaml,title=glance-lint%3A not linted::Cannot be read');
});

test('what is hushed up is not marked', () => {
  const cwd = folderWith({ 'a.yaml': BAD.replace('Debian 13', '" Debian "') });
  assert.not.match(cli(['a.yaml', '--quiet'], { cwd, env }).stderr, '::warning');
});

test.run();
