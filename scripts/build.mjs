// Builds dist/: the library, the command, their chunks, and (unless told otherwise) the types.
import { renameSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { build } from 'esbuild';
import { buildCommand } from './build-command.mjs';
import { bundleOptions } from './bundle.mjs';
import { compileValidators } from './compile-validators.mjs';
import { keepReachable } from './keep-reachable.mjs';

process.chdir(new URL('..', import.meta.url).pathname);
// A build that fails, or runs beside another one, leaves what was there.
const out = `.test-build/dist-${process.pid}`;
compileValidators();
await build({
  ...bundleOptions,
  entryPoints: { index: 'src/index.ts' },
  outdir: out,
  chunkNames: 'chunks/[name]-[hash]',
});
await buildCommand(`${out}/command`);
if (!process.argv.includes('--no-types')) {
  const tsc = createRequire(import.meta.url).resolve('typescript/package.json').replace(/package\.json$/, 'bin/tsc');
  const run = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', `${out}/types`], { stdio: 'inherit' });
  process.exitCode = run.status ?? 1;
  if (run.status === 0) keepReachable(`${out}/types`, 'src/index.d.ts');
}
if (process.exitCode === undefined || process.exitCode === 0) {
  rmSync('dist', { recursive: true, force: true });
  renameSync(out, 'dist');
}
