// Builds after `npm install`. pre-commit installs hooks from git with `npm install -g`, and npm up to 11 then leaves
// the dev dependencies out when it runs this script (npm/cli#8440): so they are fetched here when they are missing.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

process.chdir(new URL('..', import.meta.url).pathname);
const isReady = () => existsSync('node_modules/esbuild/package.json') && existsSync('node_modules/typescript/package.json');
const run = (args) => {
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', env: { ...process.env, npm_config_global: 'false' } });
  if (status !== 0) process.exit(status ?? 1);
};

if (!isReady()) {
  const npm = process.env.npm_execpath;
  if (npm === undefined) {
    console.error('glance-lint: dev dependencies are missing. Run "npm install --include=dev" first.');
    process.exit(1);
  }
  run([npm, 'install', '--global=false', '--ignore-scripts', '--include=dev', '--no-save', '--no-audit', '--no-fund']);
}
run(['scripts/build.mjs']);
