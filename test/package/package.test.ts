import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import packageJson from '../../package.json' with { type: 'json' };
import { node } from '../support/cli.js';
import { BAD, folderWith } from '../support/folder.js';

/** What is in the package, and how large that may become. The largest part is the rules: for the command, and for the library. */
const CONTENTS = [/^dist\/(?!.*\.map$)/, /^schemas\/[\w-]+\.schema\.json$/, /^(?:package\.json|README\.md|LICENSE|CHANGELOG\.md|\.pre-commit-hooks\.yaml)$/];
const MOST_KIB = 1300;

const dependencies = Object.keys(packageJson.dependencies);
const project = path.resolve('.');
const { folder, files, size } = packed();
/** As npm installs it, with the dependencies that are installed here. */
const installed = `${folder}/node_modules/glance-lint`;

function packed(): { readonly folder: string; readonly files: readonly string[]; readonly size: number } {
  const home = folderWith({ 'package.json': '{"name": "consumer", "private": true, "type": "module"}', 'image.yaml': BAD });
  const { status, stdout, stderr } = spawnSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', home], { cwd: project, encoding: 'utf8' });
  assert.is(status, 0, stderr);
  const [{ filename, files: list, size: bytes }] = JSON.parse(stdout) as [{ filename: string; files: { path: string }[]; size: number }];
  mkdirSync(`${home}/node_modules/glance-lint`, { recursive: true });
  spawnSync('tar', ['-xzf', `${home}/${filename}`, '--strip-components=1', '-C', `${home}/node_modules/glance-lint`]);
  for (const name of dependencies) symlinkSync(`${project}/node_modules/${name}`, `${home}/node_modules/${name}`);
  return { folder: home, files: list.map((file) => file.path), size: bytes };
}

test('the package holds only what is needed', () => {
  for (const file of files) assert.ok(CONTENTS.some((pattern) => pattern.test(file)), file);
  for (const file of ['dist/index.js', packageJson.bin['glance-lint'].slice(2), packageJson.types.slice(2), 'schemas/config.schema.json', '.pre-commit-hooks.yaml']) assert.ok(files.includes(file), `${file} is missing: was dist/ built without types?`);
  assert.ok(size < MOST_KIB * 1024, `${Math.round(size / 1024)} KiB, packed`);
});

test('it needs no package that it does not name', () => {
  const known = new Set([...dependencies, ...builtinModules, ...builtinModules.map((name) => `node:${name}`)]);
  for (const file of files.filter((name) => /^dist\/.*\.c?js$/.test(name))) {
    const text = readFileSync(`${installed}/${file}`, 'utf8');
    for (const [, name = ''] of text.matchAll(/(?:^import .*? from|^import|\bimport\(|\brequire\()\s*"([^".][^"]*)"/gm)) {
      const own = name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/');
      assert.ok(known.has(own) || known.has(name), `${file}: ${name}`);
    }
  }
});

test('the command works from there, with all of its parts', () => {
  const bin = `${installed}/${packageJson.bin['glance-lint']}`;
  assert.ok((statSync(`${project}/${packageJson.bin['glance-lint']}`).mode & 0o111) !== 0 || readFileSync(bin, 'utf8').startsWith('#!/usr/bin/env node'));
  const run = (...args: string[]): ReturnType<typeof node> => node([bin, ...args], { cwd: folder });
  assert.is(run('image.yaml', '-f', 'json=report.json', '-f', 'text').code, 1);
  for (const format of ['compact', 'json', 'sarif', 'github', 'gitlab', 'junit', 'checkstyle', 'rdjson', 'markdown', 'html']) {
    const { code, stdout, stderr } = run('image.yaml', '-f', format);
    assert.is(code, 1, format);
    assert.is(stderr, '');
    assert.ok(stdout.length > 100);
  }
  for (const args of [['--help'], ['--version'], ['rules'], ['explain', 'unknown-disk-format'], ['properties'], ['merge', 'report.json', '--fail-on', 'never'], ['completion', 'bash'], ['--print-config'], ['init', '--yes']]) {
    const { code, stderr } = run(...args);
    assert.is(code, 0, `${args.join(' ')}: ${stderr}`);
  }
  assert.ok(existsSync(`${folder}/glance-lint.config.yaml`));
});

test('so does the library, without the dependencies of the command', () => {
  writeFileSync(`${folder}/use.mjs`, `import { format, lintFiles, lintText } from 'glance-lint';
import config from 'glance-lint/schemas/config.schema.json' with { type: 'json' };
const { findings } = await lintText(${JSON.stringify(BAD)}, { path: 'image.yaml' });
const report = await lintFiles(['image.yaml'], { config: false });
console.log(findings[0].rule, report.summary.errors, (await format(report, 'compact')).split('\\n')[0], config.title);
`);
  const { stdout, stderr } = node(['use.mjs'], { cwd: folder });
  assert.match(stdout, /^unknown-disk-format 1 image\.yaml:2:14: .* glance-lint configuration\n$/s);
  assert.is(stderr.replace(/.*ExperimentalWarning[^]*$/m, ''), '');
});

test('types resolve for Node.js and for bundlers, and mean something', () => {
  writeFileSync(`${folder}/use.ts`, `import { createLinter, defineConfig, definePlugin, defineRule, format, lintImage, lintText, mergeReports, RuleTester, type Finding, type Report } from 'glance-lint';
export const config = defineConfig({ extends: 'strict', rules: { 'missing-format': 'off' }, cloud: { from: 'exported/' } });
export const rule = defineRule<{ readonly prefix: string }>({
  id: 'naming', topic: 'plugin', summary: 's', severity: 'warning', why: 'w', source: ['s'], messages: { prefix: '{name}' },
  consequence: { by: 'operator', when: 'always', effect: 'unclear' }, examples: { bad: [], good: [] }, reads: ['name'],
  check({ name }, { options, report }) { if (!name?.startsWith(options.prefix)) report({ message: 'prefix', at: ['name'], data: { name: name ?? '' } }); },
});
export const plugin = definePlugin({ name: 'acme', rules: [rule] });
export async function use(): Promise<string> {
  const report: Report = await lintText('name: x', { config });
  const places: readonly number[] = report.findings.map(({ range }: Finding) => range.start.line);
  await (await createLinter(config, { plugins: [plugin] })).lintText('name: x');
  const [first] = await lintImage({ name: 'x' });
  await new RuleTester().run(rule);
  await mergeReports(['a.json']);
  return \`\${await format(report, 'sarif')} \${places.length} \${first?.consequence.effect}\`;
}
// @ts-expect-error: there is no such severity
export const wrong = defineConfig({ rules: { 'missing-format': 'fatal' } });
`);
  for (const [name, options] of Object.entries({ node: { module: 'NodeNext', moduleResolution: 'NodeNext' }, bundler: { module: 'ESNext', moduleResolution: 'bundler' } })) {
    const compilerOptions = { ...options, target: 'ES2022', lib: ['ES2022'], strict: true, exactOptionalPropertyTypes: true, noEmit: true, skipLibCheck: false, types: [] };
    writeFileSync(`${folder}/tsconfig.json`, JSON.stringify({ compilerOptions, files: ['use.ts'] }));
    const { stdout, code } = node([`${project}/node_modules/typescript/bin/tsc`, '-p', '.'], { cwd: folder });
    assert.is(stdout, '', name);
    assert.is(code, 0);
  }
  assert.ok(readdirSync(`${installed}/dist/types/src`).length > 0);
});

test.run();
