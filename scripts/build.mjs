// Builds dist/: the library, the command, their chunks, and (unless told otherwise) the types.
import { rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { build } from 'esbuild';
import { buildCommand } from './build-command.mjs';
import { bundleOptions } from './bundle.mjs';
import { compileValidators } from './compile-validators.mjs';

process.chdir(new URL('..', import.meta.url).pathname);
rmSync('dist', { recursive: true, force: true });
compileValidators();
await build({
  ...bundleOptions,
  entryPoints: { index: 'src/index.ts' },
  outdir: 'dist',
  chunkNames: 'chunks/[name]-[hash]',
});
await buildCommand();
if (!process.argv.includes('--no-types')) {
  const tsc = createRequire(import.meta.url).resolve('typescript/package.json').replace(/package\.json$/, 'bin/tsc');
  const run = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { stdio: 'inherit' });
  process.exitCode = run.status ?? 1;
}
