import { spawnSync } from 'node:child_process';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { renderCompletion } from '../../src/cli/completion.js';
import { COMMANDS, OPTIONS } from '../../src/cli/options.js';
import { cli } from '../support/cli.js';
import { folderWith } from '../support/folder.js';

const SHELLS = ['bash', 'zsh', 'fish'] as const;
const isHere = (shell: string): boolean => spawnSync(shell, ['-c', 'exit 0']).status === 0;

test('a script for each shell, with all commands and options', () => {
  for (const shell of SHELLS) {
    const { code, stdout } = cli(['completion', shell]);
    assert.is(code, 0);
    assert.is(stdout, renderCompletion(shell));
    for (const word of [...COMMANDS, ...Object.keys(OPTIONS), 'no-config', 'unknown-disk-format', 'hw_disk_bus', 'junit', 'terraform', 'strict']) assert.match(stdout, word, `${shell}: ${word}`);
    assert.not.match(stdout, '--gitignore', 'it is written --no-gitignore');
    // Where the shell is installed, it reads the script.
    if (isHere(shell)) assert.is(spawnSync(shell, ['-n', 'script'], { cwd: folderWith({ script: stdout }), encoding: 'utf8' }).stderr, '', shell);
  }
});

test('a shell that is not known, or not named, is told', () => {
  assert.match(cli(['completion', 'fsh']).stderr, /no completion for "fsh"/);
  assert.match(cli(['completion', '__proto__']).stderr, /Expected "bash", "zsh" or "fish"/);
  assert.match(cli(['completion']).stderr, 'Say for which shell');
});

test('bash completes commands, options, their values, rules and files', () => {
  const cwd = folderWith({ 'bash.sh': renderCompletion('bash'), 'images/a.yaml': '', 'report 1.json': '' });
  const complete = (...words: string[]): string[] => {
    const line = words.map((word) => `'${word}'`).join(' ');
    const script = `source bash.sh; COMP_WORDS=(glance-lint ${line}); COMP_CWORD=${words.length}; _glance_lint; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', script], { cwd, encoding: 'utf8' });
    assert.is(stderr, '');
    return stdout.split('\n').filter((word) => word !== '');
  };
  assert.equal(complete('ex'), ['explain']);
  assert.equal(complete('ima'), ['images']);
  assert.equal(complete('explain', 'unknown-disk'), ['unknown-disk-format']);
  assert.equal(complete('properties', 'hw_disk_b'), ['hw_disk_bus']);
  assert.equal(complete('completion', ''), [...SHELLS]);
  assert.equal(complete('merge', 'rep'), ['report 1.json']);
  assert.equal(complete('--fail-on', 'w'), ['warning']);
  assert.equal(complete('-f', 'sa'), ['sarif']);
  assert.equal(complete('--format', '=', 'sa'), ['sarif']);
  assert.equal(complete('--color', '='), ['auto', 'always', 'never']);
  assert.equal(complete('--rule', 'unknown-disk'), ['unknown-disk-format=']);
  assert.equal(complete('--rule', 'unknown-disk-format', '=', 'w'), ['warning']);
  assert.equal(complete('images', '--no-g'), ['--no-gitignore']);
  assert.equal(complete('--config', 'ima'), ['images']);
  assert.equal(complete('rules', '--'), ['--help']);
});

if (isHere('fish')) {
  test('fish does so, too', () => {
    const cwd = folderWith({ 'x.fish': renderCompletion('fish') });
    const complete = (line: string): string[] => spawnSync('fish', ['-N', '-c', `source x.fish; complete -C '${line}'`], { cwd, encoding: 'utf8' })
      .stdout.split('\n').filter((word) => word !== '').map((word) => word.split('\t')[0] ?? '');
    assert.equal(complete('glance-lint explain unknown-disk'), ['unknown-disk-format']);
    assert.equal(complete('glance-lint --fail-on w'), ['warning']);
    assert.equal(complete('glance-lint merge --sarif-c'), ['--sarif-category']);
    assert.ok(complete('glance-lint ex').includes('explain'));
  });
}

test.run();
