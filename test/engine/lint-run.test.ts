import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { LintRun } from '../../src/engine/lint-run.js';
import type { Manifest } from '../../src/engine/lint-text.js';
import { defineRule, defineSetRule } from '../../src/index.js';
import { decode, readerFor } from '../../src/text/index.js';
import { docsOf, TOOL } from '../../src/tool.js';
import { GOOD } from '../support/folder.js';
import { newSettings, type TestSettings } from '../support/lint-runs.js';

const META = {
  topic: 'plugin', summary: 'x', severity: 'warning', consequence: { by: 'operator', when: 'always', effect: 'unclear' }, why: 'x', source: ['x'],
  messages: { no: 'No.' }, examples: { bad: [], good: [] },
} as const;
const fail = (): never => {
  throw new Error('a defect');
};

/** Is there a result of GOOD that is worth keeping? */
async function isKept(settings: TestSettings): Promise<boolean> {
  const manifest: Manifest = { file: 'a.yaml', reader: await readerFor('yaml'), ...decode(Buffer.from(GOOD)) };
  const run = new LintRun({ tool: TOOL, docsOf, withLineHashes: false, reread: () => manifest });
  // Failures are told once, and count for each manifest.
  run.lintToKeep({ ...manifest, file: 'before.yaml' }, newSettings(settings));
  return run.lintToKeep(manifest, newSettings(settings)).clean !== undefined;
}

test('where a rule fails, nobody knows what it would have found, and there is no result to keep', async () => {
  const rule = defineRule({ ...META, id: 'broken', reads: ['name'], check: fail });
  const setRule = defineSetRule({ ...META, id: 'broken', keys: fail, extract: fail, checkSet: fail });
  for (const one of [rule, setRule]) {
    assert.is(await isKept({ more: [one], layers: [{ extends: ['recommended'], rules: { broken: 'warning' } }] }), false);
    assert.is(await isKept({ more: [one], layers: [{ extends: ['recommended'], rules: { broken: 'off' } }] }), true, 'it is off');
  }
});

test.run();
