import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { format, lintText } from '../../src/index.js';
import { JsonFile } from '../../src/project/json-file.js';
import { mergeParts } from '../../src/project/merge-reports.js';
import { readPart, SharedKeys } from '../../src/project/report-part.js';
import { folderWith, BAD } from '../support/folder.js';

interface Data {
  findings: Record<string, unknown>[];
}

/** A JSON report with the same finding many times. */
async function reportWith(count: number, change: (data: Data) => void = () => {}): Promise<JsonFile> {
  const data = JSON.parse(await format(await lintText(BAD, { path: 'a.yaml' }), 'json')) as Data;
  const [finding] = data.findings;
  data.findings = Array.from({ length: count }, () => ({ ...finding }));
  change(data);
  return JsonFile.open('r.json', folderWith({ 'r.json': JSON.stringify(data) }));
}

const ignore = (): void => {};

test('a report that is none is refused, with the place of what is wrong in it', async () => {
  for (const index of [0, 999, 1000, 1500, 2499]) {
    const json = await reportWith(2500, ({ findings }) => delete findings[index]!['message']);
    try {
      await readPart(json, ignore, ignore);
      assert.unreachable();
    } catch (error) {
      assert.match((error as Error).message, `r.json is not a JSON report of glance-lint: /findings/${index} must have required property 'message'.`);
    }
  }
});

test('findings that say the same share it, also after a merge of very many', async () => {
  const { report } = await mergeParts([await reportWith(60_000)], { cwd: folderWith({}) });
  assert.is(report.findings.length, 60_000);
  const [first, second] = report.findings;
  assert.is(first?.data, second?.data);
  assert.is(first?.consequence, second?.consequence);
  assert.is(first?.image, second?.image);
});

test('keys that two images share are known, and those of other rules are not mixed with them', () => {
  const image = (...keys: string[]): Parameters<SharedKeys['add']>[1] => ({ keys }) as unknown as Parameters<SharedKeys['add']>[1];
  const keys = new SharedKeys();
  for (const key of ['a', 'b', 'c']) keys.add('one', image(key));
  keys.add('two', image('a', 'x'));
  assert.ok(keys.areNone);
  keys.add('two', image('y', 'x'));
  assert.not.ok(keys.areNone);
  assert.ok(keys.mayShare('two', image('z', 'x')));
  assert.not.ok(keys.mayShare('two', image('a')));
  assert.not.ok(keys.mayShare('one', image('x')));
});

test.run();
