import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { AnySchemaObject } from 'ajv/dist/2020.js';
import { RULES } from '../../rules/index.js';
import { Linter } from '../../src/linter.js';
import { lintFiles } from '../../src/project/lint-files.js';
import { format } from '../../src/reporters/index.js';
import { hostileReport, ordinaryReport, reportOf } from '../reporters/sample.js';
import { BAD, folderWith, GOOD } from '../support/folder.js';
import { compile, complaint, readSchema } from './schema.js';

const schema = readSchema('report');
const validate = compile(schema);

/** The schema as it stands allows fields that are yet to come; closed like this, it tells those that it does not describe. */
function closed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(closed);
  if (typeof node !== 'object' || node === null) return node;
  const inner = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, closed(value)]));
  return 'properties' in node && 'type' in node ? { ...inner, additionalProperties: false } : inner;
}

test('reports are as the schema says, and the schema says all of it', async () => {
  const strict = compile({ ...(closed(schema) as AnySchemaObject), $id: 'closed' });
  for (const report of [await reportOf([]), await reportOf([], [['Cannot be read.', null]]), await ordinaryReport(), await hostileReport()]) {
    assert.is(complaint(strict, JSON.parse(await format(report, 'json'))), undefined);
  }
});

test('reports of one part of a run', async () => {
  const strict = compile({ ...(closed(schema) as AnySchemaObject), $id: 'closed-shard' });
  const cwd = folderWith({ 'a.yaml': `# glance-lint-disable-file duplicate-id -- moved\n${GOOD}id: 6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e\n`, 'b.yaml': BAD });
  const data = JSON.parse(await format(await lintFiles([], { cwd, shard: { index: 1, count: 1 } }), 'json')) as { shard: { comparisons: { images: unknown[] }[] } };
  assert.is(complaint(strict, data), undefined);
  assert.ok(data.shard.comparisons.some(({ images }) => images.length > 0));
});

test('reports of the built-in rules\' examples', async () => {
  const linter = await Linter.create({ extends: 'strict' });
  for (const { id, examples } of RULES) {
    for (const { manifest } of examples.bad.slice(0, 2)) {
      const report = await linter.lintText(manifest, { path: 'example.yaml' });
      assert.is(complaint(validate, JSON.parse(await format(report, 'json'))), undefined, id);
    }
  }
});

test('what is no report', async () => {
  const report = JSON.parse(await format(await ordinaryReport(), 'json')) as { findings: object[] };
  const [finding, ...others] = report.findings;
  const having = (change: object): unknown => ({ ...report, findings: [{ ...finding, ...change }, ...others] });
  for (const [bad, expected] of [
    [{ ...report, version: 2 }, '/version must be equal to constant'],
    [{ ...report, failures: undefined }, 'must have required property'],
    [having({ severity: 'fatal' }), '/findings/0/severity must be equal to one of the allowed values'],
    [having({ pointer: 'images/0' }), '/findings/0/pointer must match pattern'],
    [having({ range: { start: { line: 0, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } } }), '/findings/0/range/start/line must be >= 1'],
    [having({ fix: undefined }), '/findings/0 must have required property'],
    [having({ data: { a: null } }), '/findings/0/data/a must be string,number'],
  ] as const) assert.match(complaint(validate, bad) ?? '', expected);
});

test.run();
