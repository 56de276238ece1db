// Installs the hooks from git as people do and commits with them: by the real pre-commit, and by the commands that
// older and newer ones give to npm 10, 11 and 12. What is tested is what is committed. Needs pre-commit, and the
// network for npm.
//
//   node test/conformance/pre-commit/run.mjs [REVISION]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const project = path.resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(path.join(os.tmpdir(), 'glance-lint-hook-'));
const clone = path.join(folder, 'glance-lint');
const env = {
  ...process.env,
  PRE_COMMIT_HOME: path.join(folder, 'pre-commit'), PRE_COMMIT_COLOR: 'never',
  GIT_CONFIG_GLOBAL: os.devNull, GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'test', GIT_AUTHOR_EMAIL: 'test@localhost', GIT_COMMITTER_NAME: 'test', GIT_COMMITTER_EMAIL: 'test@localhost',
};
let failed = 0;

const GOOD = 'name: Debian 13\ndisk_format: qcow2\ncontainer_format: bare\nmin_disk: 4\nmin_ram: 512\n';
const BAD = GOOD.replace('qcow2', 'QCOW2');
const ID = 'id: 6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e\n';

try {
  const revision = process.argv[2] ?? 'HEAD';
  must('git', ['clone', '--quiet', '--no-hardlinks', project, clone], folder);
  must('git', ['checkout', '--quiet', must('git', ['rev-parse', revision], project).trim()], clone);
  console.log(`glance-lint ${must('git', ['log', '-1', '--format=%h %s'], clone).trim()}`);
  commits();
  for (const major of [10, 11, 12]) installs(major);
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
process.exitCode = failed === 0 ? 0 : 1;

/** A repository with the hooks, and commits in it, one after the other. */
function commits() {
  console.log(must('pre-commit', ['--version'], folder).trim());
  const rev = must('git', ['rev-parse', 'HEAD'], clone).trim();
  const repository = path.join(folder, 'images');
  mkdirSync(repository);
  must('git', ['init', '--quiet'], repository);
  writeFileSync(path.join(repository, '.pre-commit-config.yaml'), `repos:
  - repo: ${clone}
    rev: ${rev}
    hooks:
      - id: glance-lint
      - id: glance-lint-project
`);
  must('pre-commit', ['validate-manifest', path.join(clone, '.pre-commit-hooks.yaml')], folder);
  must('pre-commit', ['install', '--install-hooks'], repository);

  const commit = commitsIn(repository);
  commit('a repository without images is left alone', { 'compose.yaml': 'services: {web: {image: nginx}}\n', 'README.md': 'disk_format: [\n', 'tsconfig.json': '{ // comments\n}\n' }, { passes: true });
  commit('a good manifest passes', { 'images/debian.yaml': GOOD, '.pre-commit-config.yaml': undefined }, { passes: true });
  commit('a bad one does not, and the place is told', { 'images/debian.yaml': BAD }, { passes: false, says: 'images/debian.yaml:2:14' });
  commit('mended, it passes', { 'images/debian.yaml': `${GOOD}visibility: private\n` }, { passes: true });
  commit('Terraform is looked at', { 'main.tf': 'resource "openstack_images_image_v2" "debian" {\n  name = "Debian"\n  local_file_path = "debian.qcow2"\n  disk_format = "qcow"\n  container_format = "bare"\n}\n' }, { passes: false, says: 'main.tf:4' });
  commit('so are streams of records', { 'export.ndjson': '{"name": "x", "disk_format": "QCOW2", "container_format": "bare"}\n' }, { passes: false, says: 'export.ndjson:1:' });
  commit('broken YAML that is no manifest is not ours', { 'chart.yaml': 'a: {{ .Values.image }}\nb: [\n' }, { passes: true });
  commit('what the configuration ignores is passed by, although it is named', { 'glance-lint.config.yaml': 'ignores: [old/]\n', 'old/debian.yaml': BAD }, { passes: true });
  commit('the first image with an id', { 'images/one.yaml': `${GOOD}${ID}` }, { passes: true });
  commit('another file with the same id: seen by the project hook alone', { 'images/two.yaml': `${GOOD.replace('Debian', 'Ubuntu')}${ID}` }, { passes: false, says: 'duplicate-id', count: 1 });

  writeFileSync(path.join(repository, '.pre-commit-config.yaml'), `repos: [{repo: "${clone}", rev: ${rev}, hooks: [{id: glance-lint, files: ^images/, args: [--fail-on, warning]}]}]\n`);
  commit('a narrower "files" of the user, and arguments', { 'images/README.md': 'disk_format: [\n', 'images/debian.yaml': GOOD, 'elsewhere.yaml': BAD, '.pre-commit-config.yaml': undefined }, { passes: true });
  commit('warnings count when the user says so', { 'images/debian.yaml': `${GOOD}tags: [a, a]\n` }, { passes: false, says: 'duplicate-tag' });
}

function commitsIn(repository) {
  return (name, files, { passes, says, count = undefined }) => {
    for (const [file, text] of Object.entries(files)) {
      const target = path.join(repository, file);
      mkdirSync(path.dirname(target), { recursive: true });
      if (text !== undefined) writeFileSync(target, text);
      must('git', ['add', file], repository);
    }
    const { status, output } = run('git', ['commit', '--quiet', '-m', name], repository);
    const isAsExpected = (status === 0) === passes && (says === undefined || output.includes(says))
      && (count === undefined || output.match(/^- exit code: 1$/gm)?.length === count);
    told(isAsExpected, name, output);
    // The next commit starts from a clean tree.
    run('git', ['reset', '--quiet', '--hard'], repository);
  };
}

/** The two ways in which pre-commit has npm install a hook, each in one npm. */
function installs(major) {
  const home = path.join(folder, `npm-${major}`);
  mkdirSync(home);
  must('npm', ['install', '--silent', '--no-save', '--no-audit', '--no-fund', '--prefix', home, `npm@${major}`], home);
  const bin = path.join(home, 'node_modules/.bin');
  const npmEnv = (prefix) => ({ ...env, PATH: `${bin}${path.delimiter}${env.PATH}`, NPM_CONFIG_PREFIX: prefix, npm_config_prefix: prefix, npm_config_update_notifier: 'false' });
  const version = run('npm', ['--version'], home, npmEnv(home)).stdout.trim();

  // Up to pre-commit 4.6.0. npm 12 does not know these options any more.
  if (major < 12) {
    const prefix = path.join(home, 'old');
    const copy = path.join(home, 'clone');
    must('git', ['clone', '--quiet', '--no-hardlinks', clone, copy], home);
    let packed = '';
    installed(`npm ${version}, pre-commit before 4.6.1`, prefix, [
      () => run('npm', ['install', '--include=dev', '--include=prod', '--ignore-prepublish', '--no-progress', '--no-save'], copy, npmEnv(prefix)),
      () => {
        const ran = run('npm', ['pack'], copy, npmEnv(prefix));
        packed = ran.stdout.trim();
        return ran;
      },
      () => run('npm', ['install', '-g', path.join(copy, packed)], copy, npmEnv(prefix)),
    ]);
  }
  // From pre-commit 4.6.1 on.
  const prefix = path.join(home, 'new');
  installed(`npm ${version}, pre-commit since 4.6.1`, prefix, [() => run('npm', ['install', '--allow-git=root', '--install-links', '-g', `git+file://${clone}`], folder, npmEnv(prefix))]);
}

function installed(name, prefix, steps) {
  const started = Date.now();
  mkdirSync(path.join(prefix, 'lib'), { recursive: true });
  const outputs = [];
  for (const step of steps) {
    const { status, output } = step();
    outputs.push(output);
    if (status !== 0) break;
  }
  const command = path.join(prefix, 'bin/glance-lint');
  const works = existsSync(command) && run(command, ['--no-config', '-'], folder, env, BAD).output.includes('<stdin>:2:14');
  told(works, `${name} (${Math.round((Date.now() - started) / 1000)} s)`, outputs.join('\n'));
}

function told(isGood, name, output) {
  console.log(`${isGood ? 'ok' : 'FAILED'}: ${name}`);
  if (isGood) return;
  failed++;
  console.log(output.slice(-4000).replace(/^/gm, '  | '));
}

function run(command, args, cwd, environment = env, input = '') {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, env: environment, input, encoding: 'utf8', timeout: 600_000, maxBuffer: 1 << 26 });
  return { status, stdout, output: `${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}` };
}

function must(command, args, cwd) {
  const { status, output } = run(command, args, cwd);
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${output.slice(-3000)}`);
  return output;
}
