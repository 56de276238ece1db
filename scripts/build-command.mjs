// Builds the command: a tiny file that starts it, one file for the common run, and a file of its own for everything
// that the source loads by a dynamic import. CommonJS, because Node starts it faster than modules; see docs/performance.md.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { bundleOptions } from './bundle.mjs';
import { lean } from './lean.mjs';

/** Packages that only rare commands need stay where npm puts them; what a lint run needs is bundled. */
const OUTSIDE = /^(yargs|glob|ajv|ajv-formats|vscode-[\w-]+)(\/|$)/;
const AJV_HELPERS = /^ajv(-formats)?\/dist\/(runtime|formats)/;
/** Parts that are so large that keeping their compiled code pays (src/cli/code-cache.ts). */
const KEPT = ['./main.cjs', './yaml.cjs'];
/** What makes a function of a part. */
const AROUND = ['(function (exports, require, module, __filename, __dirname) {', '\n})'];

/** Marks our own questions to esbuild. */
const ASKED = 'asked by the plugin itself';

const COMMON = { ...bundleOptions, splitting: false, format: 'cjs', minify: true, legalComments: 'eof' };

export async function buildCommand(folder) {
  const entries = [{ source: path.resolve('src/cli/main.ts'), name: 'main' }];
  const known = new Map([[entries[0].source, 'main']]);
  const bundled = new Set();
  for (const { source, name } of entries) {
    const { metafile } = await build({
      ...COMMON,
      metafile: true,
      // Real import() starts Node's module loader, which costs more than the parts do. Plugins may be modules.
      supported: { 'dynamic-import': name === 'plugins' },
      entryPoints: [source],
      outfile: `${folder}/${name}.cjs`,
      plugins: [
        ...(name === 'main' ? [lean] : []),
        {
          name: 'parts',
          setup({ onResolve, resolve }) {
            onResolve({ filter: /^\.\.?\// }, async ({ path: target, kind, resolveDir, importer, pluginData }) => {
              // The whole rules, prose included, are a part of their own: several others have them in common.
              const isWholeRules = name !== 'main' && /\/rules\/index\.js$/.test(target);
              if (pluginData === ASKED || (kind !== 'dynamic-import' && !isWholeRules)) return undefined;
              const { path: file, errors } = await resolve(target, { kind: 'import-statement', resolveDir, importer, pluginData: ASKED });
              if (errors.length > 0) return { errors };
              if (!known.has(file)) {
                const base = path.basename(file, '.ts');
                const taken = new Set(known.values());
                const part = taken.has(base) ? `${path.basename(path.dirname(file))}-${base}` : base;
                known.set(file, part);
                entries.push({ source: file, name: part });
              }
              return { path: `./${known.get(file)}.cjs`, external: true };
            });
            onResolve({ filter: OUTSIDE }, ({ path: target }) => (AJV_HELPERS.test(target) ? undefined : { path: target, external: true }));
          },
        },
      ],
    });
    for (const input of Object.keys(metafile.inputs)) {
      const name = /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1];
      if (name !== undefined) bundled.add(name);
    }
  }
  writeFileSync(path.join(folder, 'LICENSES.txt'), licensesOf([...bundled].sort()));
  const main = path.join(folder, 'main.cjs');
  writeFileSync(main, AROUND.join(readFileSync(main, 'latin1')), 'latin1');
  const hashOf = (part) => createHash('sha256').update(readFileSync(path.join(folder, part))).digest('hex').slice(0, 16);
  await build({
    ...COMMON,
    entryPoints: ['src/bin.ts'],
    outfile: `${folder}/bin.cjs`,
    define: { AROUND_PARTS: JSON.stringify(AROUND), KEPT_PARTS: JSON.stringify(Object.fromEntries(KEPT.map((part) => [part, hashOf(part)]))) },
  });
}

/** What the authors of bundled packages ask to be kept with copies of their work. */
function licensesOf(names) {
  return names.map((name) => {
    const folder = path.join('node_modules', name);
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    const { version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    const text = file === undefined ? license : readFileSync(path.join(folder, file), 'utf8').trim();
    return `${name} ${version} (${license})\n\n${text}\n`;
  }).join('\n---\n\n');
}
