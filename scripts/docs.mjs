// Writes the generated pages of docs/; with --check, fails when they are not current.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { bundleOptions } from './bundle.mjs';

process.chdir(new URL('..', import.meta.url).pathname);
const isCheck = process.argv.includes('--check');
const out = path.resolve(`.test-build/docs-${process.pid}`);
await build({ ...bundleOptions, splitting: false, stdin: { contents: "export { generatedPages } from './src/docs/pages.ts'; export { RULES } from './rules/index.ts';", resolveDir: process.cwd() }, outfile: `${out}/docs.mjs` });
const { generatedPages, RULES } = await import(pathToFileURL(`${out}/docs.mjs`).href);
rmSync(out, { recursive: true, force: true });

/** The README shows files as they are, and what the command really prints. */
function readmeWithExamples(text) {
  return text.replace(/<!-- example: (\S+) -->\n[^]*?<!-- \/example -->/g, (_, name) => {
    const body = name === 'broken'
      ? `\`\`\`console\n$ npx glance-lint fixtures/glance/broken.yaml\n${printed(['fixtures/glance/broken.yaml', '--no-config'])}\`\`\``
      : `\`\`\`js\n${readFileSync(name, 'utf8')}\`\`\``;
    return `<!-- example: ${name} -->\n${body}\n<!-- /example -->`;
  });
}

function printed(args) {
  return spawnSync(process.execPath, ['dist/command/bin.cjs', ...args], { encoding: 'utf8' }).stdout;
}

const read = (file) => { try { return readFileSync(file, 'utf8'); } catch { return undefined; } };
const pages = new Map([...generatedPages(RULES), ['../README.md', readmeWithExamples(readFileSync('README.md', 'utf8'))]]);
mkdirSync('docs/rules', { recursive: true });
const stale = [];
for (const [name, text] of pages) {
  if (read(`docs/${name}`) === text) continue;
  stale.push(name);
  if (!isCheck) writeFileSync(`docs/${name}`, text);
}
for (const name of readdirSync('docs/rules')) {
  if (pages.has(`rules/${name}`)) continue;
  stale.push(`rules/${name}`);
  if (!isCheck) rmSync(`docs/rules/${name}`);
}
if (isCheck && stale.length > 0) {
  console.error(`docs/ is not current: ${stale.join(', ')}. Run: npm run docs`);
  process.exitCode = 1;
}
