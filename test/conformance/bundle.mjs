// Bundles a few lines of TypeScript, relative to the project, and imports the result.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import path from 'node:path';
import { build } from 'esbuild';
import { bundleOptions } from '../../scripts/bundle.mjs';
import { compileValidators } from '../../scripts/compile-validators.mjs';

export async function bundleAndImport(source) {
  compileValidators();
  const root = path.resolve(import.meta.dirname, '../..');
  const dir = path.join(root, '.test-build', `conformance-${process.pid}`);
  mkdirSync(dir, { recursive: true });
  try {
    writeFileSync(path.join(dir, 'entry.ts'), source.replaceAll('./src/', `${root}/src/`).replaceAll('./rules/', `${root}/rules/`));
    await build({ ...bundleOptions, splitting: false, entryPoints: [path.join(dir, 'entry.ts')], outfile: path.join(dir, 'entry.mjs') });
    return await import(pathToFileURL(path.join(dir, 'entry.mjs')).href);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
