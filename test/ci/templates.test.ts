import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { load, loadAll } from 'js-yaml';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import packageJson from '../../package.json' with { type: 'json' };
import { BIN } from '../support/cli.js';
import { BAD, folderWith, GOOD } from '../support/folder.js';

const ID = '6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e';

/** Runs lines of a job's script, with an npx that runs the command that was built here. */
function script(cwd: string, lines: readonly string[], env: Readonly<Record<string, string>>): { readonly code: number | null; readonly log: string } {
  const bin = folderWith({ npx: `#!/bin/sh\n[ "$1 $2" = "--yes glance-lint@${packageJson.version}" ] || exit 3\nshift 2\nexec "${process.execPath}" "${BIN}" "$@"\n` });
  chmodSync(`${bin}/npx`, 0o755);
  const { NODE_OPTIONS: _options, FORCE_COLOR: _color, ...outer } = process.env;
  const { status, stdout, stderr } = spawnSync('sh', ['-ec', lines.join('\n')], { cwd, encoding: 'utf8', env: { ...outer, ...env, PATH: `${bin}:${process.env['PATH']}` } });
  return { code: status, log: stdout + stderr };
}

interface GitlabJob {
  readonly script: readonly string[];
  readonly parallel?: number;
  readonly artifacts: { readonly paths?: readonly string[]; readonly reports?: Readonly<Record<string, string>> };
}

interface Gitlab {
  readonly variables: Readonly<Record<string, string>>;
  readonly 'glance-lint': GitlabJob;
  readonly 'glance-lint-merge': GitlabJob;
}

const read = <T>(name: string): T => load(readFileSync(`docs/ci/${name}`, 'utf8')) as T;

test('GitLab: findings in the log, the merge request and the test report', () => {
  const { variables, 'glance-lint': job } = read<Gitlab>('gitlab.yml');
  const cwd = folderWith({ 'images/debian.yaml': BAD, 'images/good.yaml': GOOD, 'other/debian.yaml': BAD });
  const all = script(cwd, job.script, variables);
  assert.is(all.code, 1);
  assert.match(all.log, 'images/debian.yaml:2:14');
  const { codequality = '', junit = '' } = job.artifacts.reports ?? {};
  const quality = JSON.parse(readFileSync(`${cwd}/${codequality}`, 'utf8')) as { location: { path: string } }[];
  assert.equal(quality.filter(({ location }) => location.path === 'images/debian.yaml').length, 1);
  assert.match(readFileSync(`${cwd}/${junit}`, 'utf8'), '<testsuite');

  const some = script(cwd, job.script, { ...variables, GLANCE_LINT_FILES: 'images/g*.yaml', GLANCE_LINT_ARGS: '--fail-on info' });
  assert.is(some.code, 0, some.log);
  assert.is(script(cwd, job.script, { ...variables, GLANCE_LINT_FILES: '$(touch pwned)' }).code, 2);
  assert.not.ok(existsSync(`${cwd}/pwned`));
});

test('GitLab, in parallel: the last job knows what all found', () => {
  const { variables, 'glance-lint': part, 'glance-lint-merge': merge } = read<Gitlab>('gitlab-parallel.yml');
  const cwd = folderWith({ 'a.yaml': `${GOOD}id: ${ID}\n`, 'b.yaml': `${GOOD.replace('Debian', 'Ubuntu')}id: ${ID}\n`, 'c.yaml': BAD });
  const total = String(part.parallel);
  for (let index = 1; index <= Number(total); index++) {
    const { code, log } = script(cwd, part.script, { ...variables, CI_NODE_INDEX: String(index), CI_NODE_TOTAL: total });
    assert.is(code, 0, log);
  }
  const { code, log } = script(cwd, merge.script, variables);
  assert.is(code, 1);
  assert.match(log, 'duplicate-id');
  assert.match(log, 'c.yaml:2:14');
  assert.ok(existsSync(`${cwd}/${merge.artifacts.reports?.['codequality']}`));
});

test('GitHub, as a matrix: the last job knows what all found', () => {
  const workflow = read<{
    env: Record<string, string>;
    jobs: Record<'part' | 'merge', { strategy?: { matrix: { part: number[] } }; steps: { run?: string; env?: Record<string, string>; with?: Record<string, string> }[] }>;
  }>('github-matrix.yml');
  const { part, merge } = workflow.jobs;
  const cwd = folderWith({ 'a.yaml': `${GOOD}id: ${ID}\n`, 'b.yaml': `${GOOD.replace('Debian', 'Ubuntu')}id: ${ID}\n` });
  const runs = (job: typeof part): string[] => job.steps.flatMap(({ run }) => run ?? []);
  for (const line of [...runs(part), ...runs(merge)]) assert.not.match(line, '${{');
  const parts = part.strategy?.matrix.part ?? [];
  assert.is(String(parts.length), workflow.env['PARTS']);
  for (const number of parts) {
    const { code, log } = script(cwd, runs(part), { ...workflow.env, PART: String(number) });
    assert.is(code, 0, log);
    const uploaded = part.steps.find((step) => step.with?.['path'] !== undefined)?.with?.['path']?.replace('${{ matrix.part }}', String(number));
    assert.ok(existsSync(`${cwd}/${uploaded}`));
  }
  const { code, log } = script(cwd, runs(merge), workflow.env);
  assert.is(code, 1);
  assert.match(log, 'duplicate-id');
});

test('what people copy from the documentation can be read, and names this version', () => {
  const pages = ['README.md', 'docs/ci.md', 'docs/cloud.md'].map((name) => readFileSync(name, 'utf8'));
  const blocks = pages.flatMap((text) => [...text.matchAll(/```yaml\n([^]*?)```/g)].map(([, yaml = '']) => yaml));
  assert.ok(blocks.length > 5);
  for (const yaml of blocks) assert.not.throws(() => loadAll(yaml), undefined, yaml);
  const templates = ['gitlab.yml', 'gitlab-parallel.yml', 'github-matrix.yml'].map((name) => readFileSync(`docs/ci/${name}`, 'utf8'));
  for (const text of [...pages, ...templates]) {
    for (const [line, version] of text.matchAll(/(?:rev: v|glance-lint@v|glance-lint\/v|VERSION: ")(\d+\.\d+\.\d+)/g)) assert.is(version, packageJson.version, line);
  }
});

test.run();
