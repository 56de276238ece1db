// The test command: type check, build, unit tests, generated files unchanged, package checks.
// `node scripts/test.mjs PATTERN…` runs only the unit tests whose path matches.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'glob';
import { build } from 'esbuild';
import { bundleOptions } from './bundle.mjs';
import { compileValidators } from './compile-validators.mjs';

process.chdir(new URL('..', import.meta.url).pathname);
const patterns = process.argv.slice(2);
const isPartial = patterns.length > 0;
let passed = 0;
let failed = 0;

function check(name, command, args) {
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status === 0) passed++;
  else failed++;
  console.log(`${status === 0 ? 'ok' : 'FAILED'}: ${name}`);
}

/** Property tests draw the same cases in every run. */
const seededFastCheck = {
  name: 'seeded-fast-check',
  setup({ onResolve }) {
    const file = path.resolve('test/support/seeded-fast-check.ts');
    onResolve({ filter: /^fast-check$/ }, ({ importer }) => (importer === file ? undefined : { path: file }));
  },
};

compileValidators();
if (!isPartial) {
  check('types', process.execPath, ['node_modules/typescript/bin/tsc', '--noEmit']);
  check('build', process.execPath, ['scripts/build.mjs']);
}
await unitTests();
if (!isPartial) {
  check('generated documentation is current', process.execPath, ['scripts/docs.mjs', '--check']);
  check('package', process.execPath, ['node_modules/publint/src/cli.js', '--strict']);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function unitTests() {
  const outdir = `.test-build/${process.pid}`;
  const entryPoints = globSync('test/**/*.test.ts', { posix: true, ignore: 'test/conformance/**' })
    .filter((path) => !isPartial || patterns.some((pattern) => path.includes(pattern)))
    .sort();
  await build({ ...bundleOptions, plugins: [seededFastCheck, ...bundleOptions.plugins], entryPoints, outdir, outbase: 'test', sourcemap: 'inline' });
  const env = { ...process.env, FORCE_COLOR: '0', NODE_OPTIONS: '--enable-source-maps' };
  const run = spawnSync(process.execPath, ['node_modules/uvu/bin.js', outdir, '\\.test\\.js$'], { encoding: 'utf8', env, maxBuffer: 1 << 28 });
  rmSync(outdir, { recursive: true, force: true });
  process.stdout.write(run.stdout);
  process.stderr.write(run.stderr);
  const total = Number(/Total:\s+(\d+)/.exec(run.stdout)?.[1] ?? 0);
  const good = Number(/Passed:\s+(\d+)/.exec(run.stdout)?.[1] ?? 0);
  passed += good;
  failed += total - good + (run.status !== 0 && total === good ? 1 : 0);
}
