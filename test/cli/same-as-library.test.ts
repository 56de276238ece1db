import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { RULES } from '../../rules/index.js';
import { format, lintFiles, type Config, type Report } from '../../src/index.js';
import { cli } from '../support/cli.js';
import { folderWith } from '../support/folder.js';

/*
 * The built command carries rules and facts without their prose (scripts/lean.mjs), and runs code that was compiled
 * by earlier runs. What it finds is what the library finds, in all fixtures and all examples of all rules.
 */

/** Settings that a config file can hold as they are. */
const CLOUD = ['diskFormats', 'containerFormats', 'stores', 'importMethods', 'admin', 'propertyQuota', 'tagQuota', 'sizeCap', 'release', 'hypervisor', 'siteProperties'];

function folderOfExamples(): string {
  const files: Record<string, string> = {};
  const overrides: NonNullable<Config['overrides']>[number][] = [];
  for (const { id, examples } of RULES) {
    for (const [index, { manifest, intent, options, cloud = {}, cloudSchema }] of [...examples.bad, ...examples.good].entries()) {
      const file = `${id}-${index}.yaml`;
      files[file] = manifest;
      overrides.push({
        files: [file],
        ...(intent === undefined ? {} : { intent }),
        ...(options === undefined ? {} : { rules: { [id]: ['error', options] } }),
        cloud: {
          ...Object.fromEntries(Object.entries(cloud).filter(([name]) => CLOUD.includes(name))),
          ...(cloudSchema === undefined ? {} : { imageSchema: { properties: { disk_format: {}, ...cloudSchema } } }),
        },
      });
    }
  }
  const config: Config = { extends: ['strict', 'scs'], overrides };
  return folderWith({ ...files, 'glance-lint.config.json': JSON.stringify(config) });
}

async function holdAgainstLibrary(cwd: string): Promise<Report> {
  const { stderr } = cli(['.', '-f', 'json=out.report', '-f', 'sarif=out.sarif'], { cwd });
  assert.is(stderr, '');
  const report = await lintFiles(['.'], { cwd, lineHashes: true });
  assert.fixture(readFileSync(path.join(cwd, 'out.report'), 'utf8'), await format(report, 'json'));
  assert.fixture(readFileSync(path.join(cwd, 'out.sarif'), 'utf8'), await format(report, 'sarif'));
  return report;
}

test('the command finds in the examples of all rules what the library finds', async () => {
  const { findings } = await holdAgainstLibrary(folderOfExamples());
  const found = new Set(findings.map(({ rule }) => rule));
  const silent = RULES.map(({ id }) => id).filter((id) => !found.has(id));
  assert.ok(silent.length < 10, `not found: ${silent.join(', ')}`);
});

test('the command finds in all fixtures what the library finds', async () => {
  const cwd = folderWith({});
  cpSync('fixtures', cwd, { recursive: true });
  const { findings } = await holdAgainstLibrary(cwd);
  assert.ok(findings.length > 100);
});

test.run();
