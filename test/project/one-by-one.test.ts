import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { lintFiles, type Config, type Report } from '../../src/index.js';
import { Chance } from '../support/chance.js';
import { BAD, folderWith, GOOD } from '../support/folder.js';

/*
 * A run over many files finds configurations once in each folder, and settings once for many files. Each file by
 * itself, in a run of its own, must have the same findings.
 */

const FOLDERS = ['', 'a', 'a/b', 'a/b/c', 'd', 'd/e'];
const LEVELS = ['off', 'info', 'warning', 'error'] as const;

function configIn(folder: string, chance: Chance): Config {
  const level = (): typeof LEVELS[number] => chance.pick(LEVELS);
  const globs = ['*.json', '**/1.yaml', 'b/', '/b/**', 'c/*.yaml', `${path.basename(folder)}/**`, '0.*'];
  const shared = `${'../'.repeat(folder === '' ? 0 : folder.split('/').length)}shared.json`;
  return {
    rules: { 'unknown-disk-format': level(), ...(chance.is(0.3) ? { 'missing-name': level() } : {}) },
    ...(chance.is(0.5) ? { extends: [chance.pick(['recommended', 'strict']), ...(chance.is(0.5) ? [`./${shared}`] : [])] } : {}),
    ...(chance.is(0.3) ? { ignores: [chance.pick(globs)] } : {}),
    ...(chance.is(0.3) ? { intent: chance.pick(['create', 'record'] as const) } : {}),
    ...(chance.is(0.4) ? { overrides: Array.from({ length: 2 }, () => ({ files: [chance.pick(globs)], rules: { 'unknown-disk-format': level() } })) } : {}),
  };
}

/** Files by their names; the second list has those that may be manifests. */
function tree(chance: Chance): readonly [Readonly<Record<string, string>>, readonly string[]] {
  const files: Record<string, string> = { 'shared.json': JSON.stringify({ rules: { 'unknown-disk-format': chance.pick(LEVELS) } }) };
  const manifests: string[] = [];
  for (const folder of FOLDERS) {
    const inside = folder === '' ? '' : `${folder}/`;
    if (chance.is(0.4)) {
      const [name, wrap] = chance.pick([
        ['glance-lint.config.json', (config: Config) => config], ['glance-lint.config.yaml', (config: Config) => config], ['package.json', (config: Config) => ({ 'name': 'x', 'glance-lint': config })],
      ] as const);
      files[`${inside}${name}`] = JSON.stringify(wrap(configIn(folder, chance)));
    } else if (chance.is(0.1)) files[`${inside}package.json`] = '{"name": "x"}';
    if (chance.is(0.15)) files[`${inside}.git/HEAD`] = '';
    for (const name of ['0.json', '1.yaml', '2.yaml']) {
      if (chance.is(0.3)) continue;
      manifests.push(`${inside}${name}`);
      const format = chance.pick(['QCOW2', 'qcow2', 'qcow3']);
      files[`${inside}${name}`] = name.endsWith('json') ? JSON.stringify({ name: inside, disk_format: format, container_format: 'bare' }) : chance.pick([BAD, GOOD, 'a: 1\n', `disk_format: ${format}\ncontainer_format: bare\nmin_disk: 1\n`]);
    }
  }
  return [files, manifests];
}

test('a run over many files finds in each what a run over that file alone finds', async () => {
  const cwd = folderWith({});
  const found = new Set<string>();
  await fc.assert(fc.asyncProperty(fc.noShrink(fc.integer()), async (seed) => {
    const chance = new Chance(seed);
    const [files, manifests] = tree(chance);
    rmSync(cwd, { recursive: true });
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(cwd, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    if (manifests.length === 0) return;
    const reports: Report[] = [];
    for (const manifest of manifests) reports.push(await lintFiles([manifest], { cwd, allowEmpty: true }));
    const { findings, failures, summary } = await lintFiles(manifests, { cwd, allowEmpty: true });
    const told = (all: readonly Report['findings'][number][]): string[] => all.map((finding) => JSON.stringify(finding)).sort();
    // Of several files, those of rules that compare images of different files are told besides.
    const alone = told(reports.flatMap((report) => report.findings));
    assert.equal(told(findings).filter((one) => !alone.includes(one) && !one.includes('"rule":"duplicate-')), []);
    assert.equal(alone.filter((one) => !told(findings).includes(one)), []);
    assert.equal(failures, reports.flatMap((report) => report.failures));
    for (const count of ['files', 'images'] as const) assert.is(summary[count], reports.reduce((sum, report) => sum + report.summary[count], 0));
    for (const { rule, severity } of findings) found.add(`${rule} ${severity}`);
  }), { numRuns: 80, includeErrorInReport: true });
  for (const level of ['info', 'warning', 'error']) assert.ok(found.has(`unknown-disk-format ${level}`));
});

test.run();
