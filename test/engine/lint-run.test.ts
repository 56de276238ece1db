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

/** Is there a result that is worth keeping? */
async function isKept(settings: TestSettings, text = GOOD): Promise<boolean> {
  const manifest: Manifest = { file: 'a.yaml', reader: await readerFor('yaml'), ...decode(Buffer.from(text)) };
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

test('an image that a rule cannot look at is left out of what it compares', async () => {
  const seen: string[] = [];
  const rule = defineSetRule<{ readonly name: string }>({
    ...META, id: 'picky', keys: () => ['same'], extract: ({ name }) => (name === 'image 1' ? fail() : { name: name ?? '' }),
    checkSet(members) {
      for (const { extract: { name } } of members) seen.push(name);
    },
  });
  const { failures } = await comparisons({ '0.yaml': image(0), '1.yaml': image(1), '2.yaml': image(2) }, { more: [rule], layers: [{ extends: [], rules: { picky: 'warning' } }] });
  assert.equal(seen, ['image 0', 'image 2']);
  assert.is(failures, 1);
});

const ID = '0d6a5a0e-8a8f-4a7e-9a57-5f6fb9d2a1a';
const image = (number: number, more = ''): string => `id: ${ID}${number}\n${GOOD.replace('Debian 13', `image ${number}`)}${more}`;

/** Which manifests of a run are read again at its end, and what is found then. */
async function comparisons(
  texts: Readonly<Record<string, string>>, given: TestSettings = { layers: [{ extends: ['recommended'], rules: { 'unresolved-kernel': 'info' } }] },
): Promise<{ readonly again: readonly string[]; readonly found: readonly string[]; readonly failures: number }> {
  const reader = await readerFor('yaml');
  const manifests = new Map(Object.entries(texts).map(([file, text]): [string, Manifest] => [file, { file, reader, ...decode(Buffer.from(text)) }]));
  const again = new Set<string>();
  const run = new LintRun({
    tool: TOOL, docsOf, withLineHashes: false,
    reread(file) {
      again.add(file);
      return manifests.get(file);
    },
  });
  const settings = newSettings(given);
  for (const manifest of manifests.values()) run.lint(manifest, settings);
  const { findings, failures } = run.finish();
  return { failures: failures.length, again: [...again], found: findings.map(({ file, rule }) => `${file} ${rule}`) };
}

test('at the end of a run, only those manifests are read again that share something', async () => {
  const many = Object.fromEntries(Array.from({ length: 8 }, (_, number) => [`${number}.yaml`, image(number)]));
  assert.equal(await comparisons(many), { failures: 0, again: [], found: [] });
  assert.equal(await comparisons({ ...many, 'a.yaml': image(3), 'b.yaml': image(3), 'c.yaml': image(9) }), {
    failures: 0, again: ['3.yaml', 'a.yaml', 'b.yaml'], found: ['a.yaml duplicate-id', 'b.yaml duplicate-id'],
  });
});

test('an image that is alone in its file is compared with itself where it gives a key twice', async () => {
  const rule = defineSetRule<{ readonly name: string }>({
    ...META, id: 'twice', within: 'file', keys: ({ name }) => (name === 'image 6' ? [name, name] : [`${name}`]), extract: ({ name }) => ({ name: `${name}` }),
    checkSet(members, { report }) {
      for (const member of members) report({ message: 'no', at: ['name'], member });
    },
  });
  const many = Object.fromEntries(Array.from({ length: 8 }, (_, number) => [`${number}.yaml`, image(number)]));
  const { found } = await comparisons(many, { more: [rule], layers: [{ extends: [], rules: { twice: 'warning' } }] });
  assert.equal(found, ['6.yaml twice']);
});

test('whoever names another image is answered by all manifests', async () => {
  const kernel = (format: string): string => image(1).replace('qcow2', format).replace('bare', format);
  const machine = image(2, `kernel_id: ${ID}1\n`).replace('qcow2', 'ami').replace('bare', 'ami');
  assert.equal((await comparisons({ 'kernel.yaml': kernel('aki'), 'machine.yaml': machine })).found, []);
  assert.equal((await comparisons({ 'kernel.yaml': image(1), 'machine.yaml': machine })).found, ['machine.yaml kernel-of-wrong-kind']);
  assert.equal((await comparisons({ 'other.yaml': image(3), 'machine.yaml': machine })).found, ['machine.yaml unresolved-kernel']);
  assert.equal(await isKept({}, machine), false, 'the answer may be another one next time');
  assert.equal(await isKept({}, kernel('aki')), true);
});

test.run();
