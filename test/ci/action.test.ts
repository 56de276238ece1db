import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import packageJson from '../../package.json' with { type: 'json' };
import { BIN } from '../support/cli.js';
import { BAD, folderWith, GOOD } from '../support/folder.js';

interface Step {
  readonly name: string;
  readonly id?: string;
  readonly shell?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const action = load(readFileSync('action.yml', 'utf8')) as {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
};
const lintStep = action.runs.steps.find(({ id }) => id === 'lint') as Step;

interface StepRun {
  readonly code: number | null;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** What npm was told, up to the `--` before our own arguments. */
  readonly npm: readonly string[];
}

/** Runs the step's script as GitHub's runner does, with an npm that runs the command that was built here. */
function lint(cwd: string, inputs: Readonly<Record<string, string>> = {}): StepRun {
  const temp = folderWith({ 'bin/npm': `#!/bin/sh
printf '%s\\n' "$@" > "${'$'}{RUNNER_TEMP}/npm-arguments"
while [ "$1" != "--" ]; do shift; done
shift 2
exec "${process.execPath}" "${BIN}" "$@"
` });
  chmodSync(`${temp}/bin/npm`, 0o755);
  const values = new Map(Object.entries(action.inputs).map(([name, { default: value }]) => [name, inputs[name] ?? value]));
  const env = Object.fromEntries(Object.entries(lintStep.env ?? {}).map(([name, expression]) => {
    const input = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(expression)?.[1] ?? '';
    assert.ok(values.has(input), expression);
    return [name, values.get(input)];
  }));
  const { NODE_OPTIONS: _options, FORCE_COLOR: _color, ...outer } = process.env;
  const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', lintStep.run ?? ''], {
    cwd,
    encoding: 'utf8',
    env: {
      ...outer, ...env, PATH: `${temp}/bin:${process.env['PATH']}`, RUNNER_TEMP: temp, GITHUB_ACTION_PATH: process.cwd(),
      GITHUB_OUTPUT: `${temp}/output`, GITHUB_STEP_SUMMARY: `${temp}/summary.md`,
    },
  });
  const read = (file: string): string => (existsSync(`${temp}/${file}`) ? readFileSync(`${temp}/${file}`, 'utf8') : '');
  const outputs = read('output').split('\n').filter((line) => line !== '').map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string]);
  const [npm = ''] = read('npm-arguments').split('\n--\n');
  return { code: status, log: stdout + stderr, outputs: Object.fromEntries(outputs), summary: read('summary.md'), npm: npm.split('\n') };
}

test('nothing that a user writes becomes part of a script, and other people\'s actions are pinned', () => {
  for (const { name, run, uses, shell } of action.runs.steps) {
    if (run !== undefined) assert.not.match(run, '${{', name);
    if (run !== undefined) assert.is(shell, 'bash');
    if (uses !== undefined) assert.match(uses, /@[0-9a-f]{40}$/, name);
  }
  const used = Object.values(lintStep.env ?? {}).join() + JSON.stringify(action.runs.steps);
  for (const input of Object.keys(action.inputs)) assert.match(used, `inputs.${input} `);
});

test('a pull request with good manifests passes, with the version of the action itself', () => {
  const { code, outputs, log, npm, summary } = lint(folderWith({ '.git/HEAD': '', 'images/debian.yaml': GOOD }));
  assert.is(code, 0, log);
  assert.equal(outputs, { 'exit-code': '0' });
  assert.equal(npm, ['exec', '--yes', '--ignore-scripts', `--package=glance-lint@${packageJson.version}`]);
  assert.not.match(log, '::error');
  assert.ok(summary.length > 0, 'the job summary says that all is well');
});

test('a bad one fails the job: annotated at its line, told in the log and in the summary', () => {
  const { code, outputs, log, summary } = lint(folderWith({ '.git/HEAD': '', 'images/debian.yaml': BAD }));
  assert.is(code, 1);
  assert.equal(outputs, { 'exit-code': '1' });
  assert.match(log, /^::error file=images\/debian\.yaml,line=2,/m);
  assert.match(log, 'images/debian.yaml:2:14');
  assert.match(summary, 'unknown-disk-format');
});

test('paths in annotations start at the root of the repository, wherever the step works', () => {
  const cwd = folderWith({ '.git/HEAD': '', 'cloud/images/debian.yaml': BAD });
  assert.match(lint(`${cwd}/cloud`).log, /^::error file=cloud\/images\/debian\.yaml,line=2,/m);
});

test('only the files that are named, with a configuration, a threshold and further arguments', () => {
  const cwd = folderWith({
    '.git/HEAD': '', 'lint.yaml': 'rules: {unknown-disk-format: warning}\n',
    'a b.yaml': BAD, 'images/c.yaml': BAD, 'other/d.yaml': BAD,
  });
  const files = 'a b.yaml\r\nimages/*.yaml\n\n';
  const warned = lint(cwd, { files, config: 'lint.yaml', args: '--only\nunknown-disk-format' });
  assert.is(warned.code, 0, warned.log);
  assert.equal(warned.log.match(/^::warning file=[^,]+/gm), ['::warning file=a b.yaml', '::warning file=images/c.yaml']);
  assert.is(lint(cwd, { files, config: 'lint.yaml', 'fail-on': 'warning' }).code, 1);
});

test('a SARIF report, for code scanning or for the user', () => {
  const cwd = folderWith({ '.git/HEAD': '', 'debian.yaml': BAD });
  const uploaded = lint(cwd, { 'upload-sarif': 'true', category: 'nightly' });
  const sarif = JSON.parse(readFileSync(uploaded.outputs['sarif-file'] ?? '', 'utf8')) as { runs: { automationDetails: { id: string }; results: unknown[] }[] };
  assert.is(sarif.runs[0]?.automationDetails.id, 'glance-lint/nightly/');
  assert.ok((sarif.runs[0]?.results.length ?? 0) > 0);
  assert.is(lint(cwd, { 'sarif-file': 'out.sarif' }).outputs['sarif-file'], `${cwd}/out.sarif`);
  assert.ok(existsSync(`${cwd}/out.sarif`));
});

test('inputs are data: options, commands and commands of the runner in them do nothing', () => {
  const cwd = folderWith({ '.git/HEAD': '', 'good.yaml': GOOD, '::error title=gotcha::.yaml': BAD });
  const hostile = lint(cwd, { files: '--plugin=./evil.mjs\n$(touch pwned)\n`touch pwned`; touch pwned\ngood.yaml' });
  assert.is(hostile.code, 2);
  assert.match(hostile.log, /--plugin=\.\/evil\.mjs: Cannot be read/);
  assert.not.ok(existsSync(`${cwd}/pwned`));

  for (const version of ['1.0.0; touch pwned', '../evil', 'file:evil', '1.0.0\n2.0.0', 'next']) {
    const { code, log, npm } = lint(cwd, { version });
    assert.is(code, 2, version);
    assert.match(log, 'must be a version such as 1.2.3');
    assert.equal(npm, [''], 'npm is not called');
  }
  assert.is(lint(cwd, { 'sarif-file': 'a\nexit-code=0' }).outputs['exit-code'], '2');

  // Between these two lines the runner takes nothing for a command.
  const { log } = lint(cwd);
  const token = /^::stop-commands::(\S+)$/m.exec(log)?.[1] ?? '';
  const [before = '', report = '', after = ''] = log.split(new RegExp(`^::(?:stop-commands::)?${token}(?:::)?$`, 'm'));
  assert.ok(token.length > 30);
  assert.match(report, 'gotcha');
  for (const line of [...before.split('\n'), ...after.split('\n')]) assert.not.match(line, /^::error title=gotcha/);
});

test('an old Node.js is told, with what to do', () => {
  const cwd = folderWith({ 'bin/node': '#!/bin/sh\nexit 1\n' });
  chmodSync(path.join(cwd, 'bin/node'), 0o755);
  const { code, log } = withPath(`${cwd}/bin`, () => lint(cwd));
  assert.is(code, 2);
  assert.match(log, '::error title=glance-lint::glance-lint needs Node.js 20.19');
});

function withPath<T>(folder: string, act: () => T): T {
  const before = process.env['PATH'];
  process.env['PATH'] = `${folder}:${before}`;
  try {
    return act();
  } finally {
    process.env['PATH'] = before;
  }
}

test.run();
