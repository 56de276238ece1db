import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { load } from 'js-yaml';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import packageJson from '../../package.json' with { type: 'json' };
import { BIN, cli } from '../support/cli.js';
import { BAD, folderWith, GOOD } from '../support/folder.js';

const TERRAFORM = 'resource "openstack_images_image_v2" "debian" {\n  name = "Debian"\n  local_file_path = "d.qcow2"\n  disk_format = "qcow2"\n  container_format = "bare"\n}\n';
const origin = (url: string): string => `[core]\n\tbare = false\n[remote "origin"]\n\tfetch = x\n\turl = ${url}\n`;
const read = (cwd: string, name: string): string => readFileSync(`${cwd}/${name}`, 'utf8');

test('a repository on GitHub: config, hook and workflow, with what was found', () => {
  const cwd = folderWith({ '.git/config': origin('git@github.com:acme/images.git'), 'images/a.yaml': GOOD, 'images/b.yaml': BAD, 'main.tf': TERRAFORM });
  const { code, stdout, stderr } = cli(['init', '--yes'], { cwd });
  assert.is(stderr, '');
  assert.is(code, 0);
  assert.match(stdout, /3 images\.\n {2}2 files: Glance v2 API\n {2}1 file: Terraform/);
  assert.match(stdout, /Wrote glance-lint\.config\.yaml\nWrote \.pre-commit-config\.yaml\nWrote \.github\/workflows\/glance-lint\.yml\n/);
  assert.match(stdout, 'pre-commit install');

  assert.match(read(cwd, 'glance-lint.config.yaml'), /^# Found here: glance in 2 files, terraform in 1 file\.$/m);
  const hooks = load(read(cwd, '.pre-commit-config.yaml')) as { repos: { rev: string; hooks: { id: string }[] }[] };
  assert.is(hooks.repos[0]?.rev, `v${packageJson.version}`);
  const known = load(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as { id: string }[];
  for (const { id } of hooks.repos[0]?.hooks ?? []) assert.ok(known.some((hook) => hook.id === id), id);
  const workflow = load(read(cwd, '.github/workflows/glance-lint.yml')) as { jobs: Record<string, { steps: { uses: string }[] }> };
  assert.is(workflow.jobs['glance-lint']?.steps.at(-1)?.uses, `glance-lint/glance-lint@v${packageJson.version}`);

  // The configuration is one that holds.
  const { code: linted, stderr: complaint } = cli(['-f', 'compact'], { cwd });
  assert.is(complaint, '');
  assert.is(linted, 1);
});

test('a second time there is nothing left to do', () => {
  const cwd = folderWith({ '.git/config': origin('https://github.com/acme/images'), 'a.yaml': GOOD });
  cli(['init', '-y'], { cwd });
  const { code, stdout } = cli(['init', '-y'], { cwd });
  assert.is(code, 0);
  assert.match(stdout, 'The configuration is there already: glance-lint.config.yaml.');
  for (const file of ['.pre-commit-config.yaml', '.github/workflows/glance-lint.yml']) assert.match(stdout, `${file} speaks of glance-lint already.`);
  assert.not.match(stdout, 'Wrote');
});

test('files that exist are never touched: what to add is printed', () => {
  const files = { '.pre-commit-config.yaml': 'repos: []\n', '.gitlab-ci.yml': 'stages: [test]\n', 'package.json': '{"glance-lint": {"extends": "strict"}}\n' };
  const cwd = folderWith({ '.git/HEAD': '', ...files, 'a.yaml': GOOD });
  const { code, stdout } = cli(['init', '--yes'], { cwd });
  assert.is(code, 0);
  assert.match(stdout, /\.pre-commit-config\.yaml is there already and stays as it is\. Add under "repos":\n {2}\| {3}- repo: /);
  assert.match(stdout, /\.gitlab-ci\.yml is there already and stays as it is\. Add under "include":\n {2}\| {3}- remote: .*\/docs\/ci\/gitlab\.yml/);
  assert.match(stdout, 'The configuration is there already: package.json.');
  for (const [name, text] of Object.entries(files)) assert.is(read(cwd, name), text, name);
  assert.ok(existsSync('docs/ci/gitlab.yml'));
});

test('from a folder within, the repository is set up, and a GitLab of one\'s own is known by its name', () => {
  const cwd = folderWith({ '.git/config': origin('ssh://git@gitlab.acme.dev:2222/cloud/images.git'), 'deep/a.yaml': GOOD });
  cli(['init', '--yes'], { cwd: `${cwd}/deep` });
  assert.match(read(cwd, '.gitlab-ci.yml'), /^include:\n {2}- remote: https/);
  assert.ok(existsSync(`${cwd}/glance-lint.config.yaml`));
});

test('without a repository or a known host, only what makes sense', () => {
  const plain = folderWith({ 'a.yaml': GOOD });
  assert.match(cli(['init', '--yes'], { cwd: plain }).stdout, 'This is no git repository');
  assert.not.ok(existsSync(`${plain}/.pre-commit-config.yaml`));
  const elsewhere = folderWith({ '.git/config': origin('https://git.acme.dev/images.git') });
  const { stdout } = cli(['init', '--yes'], { cwd: elsewhere });
  assert.match(stdout, 'no image manifest yet');
  assert.match(stdout, 'continuous integration is left to you');
});

test('nothing is written where nobody can be asked, and the files are shown', () => {
  const cwd = folderWith({ '.git/HEAD': '', 'a.yaml': GOOD });
  const { code, stdout, stderr } = cli(['init'], { cwd });
  assert.is(code, 2);
  assert.match(stdout, /glance-lint\.config\.yaml \(new\)\n {2}\| # yaml-language-server/);
  assert.match(stderr, 'Nothing was written. To write these files: glance-lint init --yes');
  assert.not.ok(existsSync(`${cwd}/glance-lint.config.yaml`));
});

test('on a terminal, somebody is asked', () => {
  for (const [answer, isWritten] of [['y', true], ['yes', true], ['n', false], ['', false], ['yikes', false]] as const) {
    const cwd = folderWith({ '.git/HEAD': '', 'a.yaml': GOOD });
    const { status, stdout } = onTerminal([process.execPath, BIN, 'init'], cwd, `${answer}\n`);
    assert.match(stdout, 'Write these files? [y/N]');
    assert.is(status, 0, stdout);
    assert.is(existsSync(`${cwd}/glance-lint.config.yaml`), isWritten, answer);
  }
});

test('a file that cannot be written is told; a link is not followed', () => {
  const cwd = folderWith({ '.git/HEAD': '', '.github': '', 'a.yaml': GOOD });
  const { code, stderr } = cli(['init', '--yes'], { cwd });
  assert.is(code, 2);
  assert.match(stderr, /\.github\/workflows\/glance-lint\.yml cannot be written/);
  const linked = folderWith({ '.git/HEAD': '', 'a.yaml': GOOD, 'outside/x': '' });
  symlinkSync('outside/target', `${linked}/glance-lint.config.yaml`);
  cli(['init', '--yes'], { cwd: linked });
  assert.not.ok(existsSync(`${linked}/outside/target`));
});

/** Runs a command on a terminal of its own, by util-linux' script. */
function onTerminal(command: readonly string[], cwd: string, input: string): { readonly status: number | null; readonly stdout: string } {
  const { NODE_OPTIONS: _options, ...env } = process.env;
  const line = command.map((word) => `'${word}'`).join(' ');
  const { status, stdout } = spawnSync('script', ['-qec', line, '/dev/null'], { cwd, env, input, encoding: 'utf8', timeout: 30_000 });
  return { status, stdout };
}

test.run();
