import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Report } from '../../src/model/report.js';
import { junitReporter } from '../../src/reporters/junit.js';
import { parseXml, type Element } from '../support/xml.js';
import { matchesGolden } from './golden.js';
import { hostileReport, ordinaryReport, reportOf, rendered } from './sample.js';

/** Elements, the attributes that they may have, and those that they must have, as Jenkins' junit-10.xsd says it. */
const SCHEMA: Readonly<Record<string, { readonly children: readonly string[]; readonly must: readonly string[]; readonly may: readonly string[] }>> = {
  testsuites: { children: ['testsuite'], must: [], may: ['name', 'time', 'tests', 'failures', 'errors'] },
  testsuite: { children: ['testsuite', 'properties', 'testcase', 'system-out', 'system-err'], must: ['name', 'tests', 'failures', 'errors'], may: ['group', 'time', 'skipped', 'timestamp', 'hostname', 'id', 'package', 'file', 'log', 'url'] },
  testcase: { children: ['skipped', 'error', 'failure', 'system-out', 'system-err'], must: ['name'], may: ['time', 'classname', 'group'] },
  failure: { children: [], must: [], may: ['type', 'message'] },
  error: { children: [], must: [], may: ['type', 'message'] },
  'system-out': { children: [], must: [], may: [] },
};

function assertValid({ name, attributes, children, text }: Element): void {
  const rule = SCHEMA[name];
  assert.ok(rule, name);
  for (const key of rule?.must ?? []) assert.ok(key in attributes, `${name} ${key}`);
  for (const key of Object.keys(attributes)) assert.ok(rule?.must.includes(key) || rule?.may.includes(key), `${name} ${key}`);
  if (children.length > 0) assert.is(text.trim(), '', name);
  for (const child of children) {
    assert.ok(rule?.children.includes(child.name), `${child.name} in ${name}`);
    assertValid(child);
  }
}

function suitesOf(report: Report, root?: string): readonly Element[] {
  const tree = parseXml(rendered(junitReporter, report, root === undefined ? {} : { root }));
  assert.is(tree.name, 'testsuites');
  assertValid(tree);
  return tree.children;
}

test('an ordinary report', async () => {
  matchesGolden('ordinary.junit.xml', rendered(junitReporter, await ordinaryReport(), { root: 'infra' }));
  suitesOf(await ordinaryReport());
});

test('a hostile report is well-formed, and says what was there', async () => {
  const report = await hostileReport();
  matchesGolden('hostile.junit.xml', rendered(junitReporter, report, {}));
  const cases = suitesOf(report).flatMap(({ children }) => children);
  assert.is(cases.length, report.findings.length + report.failures.length);
});

test('markup in names and values is text', async () => {
  const report = await reportOf([{ file: 'a]]>&<b>"\'.yaml', text: 'name: "x ]]> <failure> &amp; \\"\ndisk_format: RAW\ncontainer_format: bare\n' }, { file: 'a]]>&<b>"\'.json', text: '{"name": "]]> <failure/> &amp; \'\\"", "disk_format": "raw", "container_format": "bare"}' }]);
  const [, json] = suitesOf(report);
  assert.is(json?.attributes['name'], 'a]]>&<b>"\'.json');
  assert.match(json?.children[0]?.children[0]?.text ?? '', 'The name "]]> <failure/> &amp; \'"" is odd.');
});

test('what XML cannot hold is replaced', async () => {
  const report = await ordinaryReport();
  const [finding, ...others] = report.findings;
  const message = 'a\u0000\u0008\ud800\ufffe\uffff\n.';
  suitesOf({ ...report, findings: [{ ...finding!, message, excerpt: { ...finding!.excerpt, lines: [message] } }, ...others] });
});

test('the numbers are right', async () => {
  const root = parseXml(rendered(junitReporter, await reportOf([{ file: 'a.yaml', text: 'name: a b\ndisk_format: RAW\ncontainer_format: bare\nx: http://y\n' }], [['A rule failed.', null]]), {}));
  assert.equal(root.attributes, { name: 'glance-lint', tests: '4', failures: '2', errors: '1' });
  assert.equal(root.children.map(({ attributes }) => attributes), [
    { name: 'glance-lint', tests: '1', failures: '0', errors: '1' },
    { name: 'a.yaml', tests: '3', failures: '2', errors: '0' },
  ]);
});

test('an info passes, with what it says as output', async () => {
  const [suite] = suitesOf(await reportOf([{ file: 'a.yaml', text: 'name: a b\ndisk_format: raw\ncontainer_format: bare\n' }]));
  const [info] = suite?.children[0]?.children ?? [];
  assert.is(info?.name, 'system-out');
  assert.match(info?.text ?? '', 'The name "a b" is odd.');
});

test('names are unique within a suite, and have no numbers that change', async () => {
  const image = (name: string): string => `- name: ${name}\n  disk_format: RAW\n  container_format: bare\n`;
  const names = async (text: string): Promise<readonly (string | undefined)[]> =>
    suitesOf(await reportOf([{ file: 'a.yaml', text }]))[0]?.children.map(({ attributes }) => attributes['name']) ?? [];
  assert.equal(await names(`# a comment\n${image('a')}${image('b')}`), ['wrong-format: disk_format of "a"', 'wrong-format: disk_format of "b"']);
  const twice = await names(image('a') + image('a'));
  assert.is(new Set(twice).size, twice.length);
  assert.ok(twice.includes('wrong-format: disk_format of "a" (2)'), twice.join());
});

test('files are told from the root of the repository', async () => {
  assert.is(suitesOf(await ordinaryReport(), 'infra')[0]?.attributes['name'], 'infra/images/linux.yaml');
});

test('a clean run is one test that passed', async () => {
  const [suite] = suitesOf(await reportOf([{ file: 'a.yaml', text: 'name: a\ndisk_format: raw\ncontainer_format: bare\n' }]));
  assert.equal(suite?.children.map(({ attributes, children }) => [attributes['name'], children[0]?.name]), [['nothing found in 1 file (1 image)', 'system-out']]);
});

test.run();
