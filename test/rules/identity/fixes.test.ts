import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Linter } from '../../../src/linter.js';

/** The text after every fix of the rule. */
async function fixed(text: string, rule: string, path = 'image.yaml'): Promise<string> {
  const linter = await Linter.create({ intent: 'create', dialect: 'glance' });
  const { findings } = await linter.lintText(text, { path });
  const edits = findings.filter((finding) => finding.rule === rule).flatMap(({ fix }) => fix?.edits ?? []);
  return edits.sort((a, b) => b.start - a.start).reduce((rest, { start, end, text: put }) => rest.slice(0, start) + put + rest.slice(end), text);
}

test('quotes keep the digits that were written', async () => {
  assert.is(await fixed('name: ubuntu # the newest\nos_version: 22.10 # not 22.1\n', 'property-not-a-string'), 'name: ubuntu # the newest\nos_version: "22.10" # not 22.1\n');
  assert.is(await fixed('{"name": "ubuntu", "os_version": 22.10}', 'property-not-a-string', 'image.json'), '{"name": "ubuntu", "os_version": "22.10"}');
  assert.is(await fixed('{"name": 7e1}', 'wrong-type', 'image.json'), '{"name": "7e1"}');
});

test('values lose quotes that they must not have', async () => {
  assert.is(await fixed('name: x\nmin_disk: "10"\nprotected: \'True\'\n', 'wrong-type'), 'name: x\nmin_disk: 10\nprotected: true\n');
  const ambiguous = 'name: x\nmin_disk: "010"\nmin_ram: 512 MB\n';
  assert.is(await fixed(ambiguous, 'wrong-type'), ambiguous);
});

test('a null that Glance refuses is left out', async () => {
  assert.is(await fixed('name: x\nvisibility: null\nmin_disk: 1\n', 'wrong-type'), 'name: x\nmin_disk: 1\n');
});

test('a misnamed attribute is renamed only where its value suits', async () => {
  assert.is(await fixed('name: x\ndisk_fromat: qcow2\nminDisk: 10\n', 'misnamed-attribute'), 'name: x\ndisk_format: qcow2\nminDisk: 10\n');
  assert.is(await fixed('name: x\nminDisk: 10\nis_public: true\n', 'property-not-a-string'), 'name: x\nmin_disk: 10\nis_public: true\n');
});

test('an id gets its dashes', async () => {
  assert.is(await fixed('id: 6b7e6f3c1d2a4b5c8d9e0f1a2b3c4d5e\n', 'malformed-id'), 'id: 6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e\n');
});

test.run();
