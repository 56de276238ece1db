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

/** Pages show files as they are, and what the command really prints. */
function withExamples(text) {
  return text.replace(/<!-- example: (\S+) -->\n[^]*?<!-- \/example -->/g, (_, name) => {
    const format = /^report:(.*)/.exec(name)?.[1];
    const [language, body] = name === 'broken'
      ? ['console', `$ npx glance-lint fixtures/glance/broken.yaml\n${printed(['fixtures/glance/broken.yaml', '--no-config'])}`]
      : format === undefined ? [name.split('.').at(-1).replace('mjs', 'js'), readFileSync(name, 'utf8')] : reported(format);
    return `<!-- example: ${name} -->\n\`\`\`${language}\n${body}\`\`\`\n<!-- /example -->`;
  });
}

const LANGUAGES = { json: 'json', sarif: 'json', gitlab: 'json', rdjson: 'json', junit: 'xml', checkstyle: 'xml', markdown: 'markdown' };

/** An example of a report; of the long SARIF log only the result. */
function reported(format) {
  const text = printed(['fixtures/examples/one-mistake.yaml', '--no-config', '--format', format]);
  const shown = format === 'sarif' ? `${JSON.stringify(JSON.parse(text).runs[0].results[0], null, 2)}\n` : text;
  return [LANGUAGES[format] ?? 'console', shown];
}

function printed(args) {
  return spawnSync(process.execPath, ['dist/command/bin.cjs', ...args], { encoding: 'utf8' }).stdout;
}

const read = (file) => { try { return readFileSync(file, 'utf8'); } catch { return undefined; } };
const pages = new Map([
  ...generatedPages(RULES),
  ...['../README.md', 'reports.md'].map((name) => [name, withExamples(readFileSync(`docs/${name}`, 'utf8'))]),
]);
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
