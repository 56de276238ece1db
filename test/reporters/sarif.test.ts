import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Log, Result, Run } from 'sarif';
import type { Finding } from '../../src/model/finding.js';
import type { RuleMeta } from '../../src/model/rule.js';
import { limitNotifications } from '../../src/reporters/sarif-limits.js';
import { sarifReporter } from '../../src/reporters/sarif.js';
import type { ReporterOptions } from '../../src/reporters/reporter.js';
import { matchesGolden } from './golden.js';
import { hostileReport, ordinaryReport, reportOf, RULES, rendered } from './sample.js';

async function runOf(report = ordinaryReport(), options: ReporterOptions = {}): Promise<Run> {
  const log = JSON.parse(rendered(sarifReporter, await report, options)) as Log;
  assert.is(log.version, '2.1.0');
  assert.is(log.runs.length, 1);
  return log.runs[0]!;
}

function resultsOf(run: Run): readonly Result[] {
  return run.results ?? [];
}

test('an ordinary report', async () => {
  matchesGolden('ordinary.sarif', rendered(sarifReporter, await ordinaryReport(), { root: 'infra', category: 'nightly' }));
});

test('a hostile report', async () => {
  const text = rendered(sarifReporter, await hostileReport(), {});
  matchesGolden('hostile.sarif', text);
  const { runs } = JSON.parse(text) as Log;
  for (const { message } of runs[0]?.results ?? []) {
    assert.not.match(message.text ?? '', /[\p{Cc}\p{Cf}\p{Cs}]/u);
    assert.not.match((message.text ?? '').replace(/Related: .*/, ''), /\]\(/, 'no links but ours');
  }
});

test('the same run gives the same bytes', async () => {
  assert.is(rendered(sarifReporter, await ordinaryReport(), {}), rendered(sarifReporter, await ordinaryReport(), {}));
});

test('every rule that was on is described, also those that found nothing', async () => {
  const { tool } = await runOf(reportOf([{ file: 'a.yaml', text: 'name: a\ndisk_format: raw\ncontainer_format: bare\n' }]));
  const rules = tool.driver.rules ?? [];
  assert.equal(rules.map(({ id }) => id), RULES.map(({ id }) => id).sort());
  for (const { id, name, shortDescription, fullDescription, help, helpUri, properties } of rules) {
    assert.match(name ?? '', /^[A-Z][A-Za-z]+$/, id);
    assert.match(shortDescription?.text ?? '', /^[^`]+\.$/, id);
    assert.match(fullDescription?.text ?? '', /^[^`\n]+\.$/, id);
    assert.ok(help?.text !== '' && help?.markdown !== '', id);
    assert.match(helpUri ?? '', /^https:\/\//, id);
    assert.is('security-severity' in (properties ?? {}), id === 'plain-http');
  }
});

test('help of a built-in rule is in its documentation; a plugin\'s rule may have none', async () => {
  const report = await ordinaryReport();
  const [{ docs: _, ...rule }] = report.rules as [RuleMeta];
  const { tool } = await runOf(Promise.resolve({ ...report, rules: [rule, { ...rule, id: 'plugin/rule-x' }] }));
  assert.match(tool.driver.rules?.[0]?.helpUri ?? '', /\/docs\/rules\/odd-name\.md$/);
  assert.is(tool.driver.rules?.[1]?.helpUri, undefined);
  assert.is(tool.driver.rules?.[1]?.name, 'PluginRuleX');
});

test('long descriptions are cut to what GitHub takes', async () => {
  const report = await ordinaryReport();
  const [rule, ...others] = report.rules;
  const { tool } = await runOf(Promise.resolve({ ...report, rules: [{ ...rule!, why: 'word '.repeat(1000) }, ...others] }));
  assert.is(tool.driver.rules?.[0]?.fullDescription?.text.length, 1024);
});

test('results point to their rules, and say all four numbers of their place', async () => {
  const run = await runOf();
  for (const { ruleId, ruleIndex, locations } of resultsOf(run)) {
    assert.is(run.tool.driver.rules?.[ruleIndex ?? -1]?.id, ruleId);
    const region = locations?.[0]?.physicalLocation?.region;
    for (const number of [region?.startLine, region?.startColumn, region?.endLine, region?.endColumn]) assert.type(number, 'number');
  }
});

test('a rule that is not among those of the report has no index', async () => {
  const report = await ordinaryReport();
  const [result] = resultsOf(await runOf(Promise.resolve({ ...report, rules: [] })));
  assert.is(result?.ruleId, 'wrong-format');
  assert.is(result?.ruleIndex, undefined);
});

test('messages and their parts say the same', async () => {
  const run = await runOf();
  for (const { ruleIndex, message } of resultsOf(run)) {
    const template = run.tool.driver.rules?.[ruleIndex ?? -1]?.messageStrings?.[message.id ?? '']?.text ?? '';
    const text = template.replace(/\{(\d+)\}/g, (_, index: string) => message.arguments?.[Number(index)] ?? '');
    assert.ok(message.text?.startsWith(text), message.text);
  }
});

test('a question is told as text only', async () => {
  const report = await ordinaryReport();
  const rules = report.rules.map((rule) => ({ ...rule, messages: { misspelt: 'Did you mean {guess}?', odd: 'The name {name} is odd.' } }));
  const run = await runOf(Promise.resolve({ ...report, rules }));
  assert.equal(Object.keys(run.tool.driver.rules?.[0]?.messageStrings ?? {}), ['odd']);
  assert.equal(Object.keys(resultsOf(run)[0]?.message ?? {}), ['text']);
});

test('snippets are what the manifest has there', async () => {
  const text = 'name: cirros\ndisk_format: "QCOW2"\ncontainer_format: bare\n';
  const [result] = resultsOf(await runOf(reportOf([{ file: 'a.yaml', text }])));
  const place = result?.locations?.[0]?.physicalLocation;
  assert.is(place?.region?.snippet?.text, '"QCOW2"');
  assert.is(place?.contextRegion?.snippet?.text, text.trimEnd());
  assert.equal([place?.contextRegion?.startLine, place?.contextRegion?.endLine], [1, 3]);
});

test('a context that would be cut, or no more than the place itself, is left out', async () => {
  const long = `{"name": "${'x'.repeat(5000)}", "disk_format": "QCOW2", "container_format": "bare"}`;
  const [result] = resultsOf(await runOf(reportOf([{ file: 'a.json', text: long }])));
  const place = result?.locations?.[0]?.physicalLocation;
  assert.is(place?.region?.snippet?.text, '"QCOW2"');
  assert.is(place?.contextRegion, undefined);
});

test('a snippet of several lines', async () => {
  const text = 'name: |-\n  one\n  two\ndisk_format: raw\ncontainer_format: bare\n';
  const report = await reportOf([{ file: 'a.yaml', text }]);
  const [result] = resultsOf(await runOf(Promise.resolve(report)));
  const { start, end } = report.findings[0]!.range;
  assert.ok(end.line > start.line);
  assert.is(result?.locations?.[0]?.physicalLocation?.region?.snippet?.text, text.slice(start.offset, end.offset));
});

test('fixes say what to replace by what', async () => {
  const [result] = resultsOf(await runOf());
  const [change] = result?.fixes?.[0]?.artifactChanges ?? [];
  assert.equal(change?.replacements[0], {
    deletedRegion: { startLine: 3, startColumn: 18, endLine: 3, endColumn: 23 },
    insertedContent: { text: 'qcow2' },
  });
});

test('a fix of other lines is told by lines if they are near, and otherwise by offset', async () => {
  const report = await ordinaryReport();
  const [finding, ...others] = report.findings;
  const fix = { safe: true, description: 'Remove it', edits: [{ start: 0, end: 8, text: '' }, { start: 150, end: 152, text: '' }] };
  const [result] = resultsOf(await runOf(Promise.resolve({ ...report, findings: [{ ...finding!, fix }, ...others] })));
  assert.equal(result?.fixes?.[0]?.artifactChanges[0]?.replacements.map(({ deletedRegion }) => deletedRegion), [
    { startLine: 1, startColumn: 1, endLine: 2, endColumn: 1 },
    { charOffset: 150, charLength: 2 },
  ]);
});

test('files are told from the root of the repository', async () => {
  const uris = async (options: ReporterOptions): Promise<readonly (string | undefined)[]> =>
    resultsOf(await runOf(ordinaryReport(), options)).map(({ locations }) => locations?.[0]?.physicalLocation?.artifactLocation?.uri);
  assert.is((await uris({}))[3], 'images/more%20images.json');
  assert.is((await uris({ root: 'a b' }))[3], 'a%20b/images/more%20images.json');
});

test('a file outside any root is absolute', async () => {
  const [result] = resultsOf(await runOf(reportOf([{ file: '/srv/a.yaml', text: 'name: a\ndisk_format: RAW\ncontainer_format: bare\n' }])));
  assert.equal(result?.locations?.[0]?.physicalLocation?.artifactLocation, { uri: 'file:///srv/a.yaml' });
});

test('a category tells runs apart', async () => {
  assert.is((await runOf()).automationDetails?.id, 'glance-lint/');
  assert.is((await runOf(ordinaryReport(), { category: 'nightly' })).automationDetails?.id, 'glance-lint/nightly/');
});

test('what is held back is carried only when asked, and then every result tells', async () => {
  const report = await ordinaryReport();
  const [first, second, ...findings] = report.findings as [Finding, Finding, ...Finding[]];
  const suppressed: Finding[] = [{ ...first, suppression: { kind: 'comment', reason: 'see [here](1)' } }, { ...second, suppression: { kind: 'baseline', reason: null } }];
  const withheld = Promise.resolve({ ...report, findings, suppressed });
  assert.ok(resultsOf(await runOf(withheld)).every((result) => !('suppressions' in result)));
  const results = resultsOf(await runOf(withheld, { withSuppressed: true }));
  assert.is(results.length, report.findings.length);
  assert.equal(results.slice(-2).map(({ ruleId, suppressions }) => [ruleId, suppressions]), [
    [first.rule, [{ kind: 'inSource', status: 'accepted', justification: 'see [here] (1)' }]],
    [second.rule, [{ kind: 'external', status: 'accepted' }]],
  ]);
  assert.ok(results.slice(0, -2).every(({ suppressions }) => suppressions?.length === 0));
});

test('failures are notifications', async () => {
  const [good] = (await runOf()).invocations ?? [];
  assert.equal(good, { executionSuccessful: true });
  const [bad] = (await runOf(reportOf([], [['Cannot be read: it is a folder.', 'a.yaml']]))).invocations ?? [];
  assert.is(bad?.executionSuccessful, false);
  assert.equal(bad?.toolExecutionNotifications, [{
    level: 'error',
    message: { text: 'Cannot be read: it is a folder.' },
    locations: [{ physicalLocation: { artifactLocation: { uri: 'a.yaml', uriBaseId: '%SRCROOT%' } } }],
  }]);
});

test('beyond what GitHub shows, it is said, and all results stay', async () => {
  const report = await ordinaryReport();
  const findings = Array.from({ length: 5_001 }, () => report.findings[0]!);
  const run = await runOf(Promise.resolve({ ...report, findings }));
  assert.is(resultsOf(run).length, 5_001);
  assert.equal(run.invocations, [{ executionSuccessful: true, toolExecutionNotifications: limitNotifications({ results: 5_001, found: 5_001 }) }]);
  assert.equal((await runOf(Promise.resolve({ ...report, findings: findings.slice(1) }))).invocations, [{ executionSuccessful: true }]);
});

test('beyond what GitHub takes, the most severe results stay in their order, and it is said', async () => {
  const report = await ordinaryReport();
  const few = report.findings.map((finding) => ({ ...finding, excerpt: { ...finding.excerpt, lines: [], starts: [] } }));
  const of = (severity: Finding['severity']): Finding => few.find((finding) => finding.severity === severity)!;
  const cycle = [of('info'), of('warning'), of('error')];
  const findings = Array.from({ length: 37_500 }, (_, index): Finding => ({ ...cycle[index % 3]!, pointer: `/${index}` }));
  const levelsOf = (run: Run): Readonly<Record<string, number>> => Object.fromEntries(['error', 'warning', 'note'].map((level) => [level, resultsOf(run).filter((result) => result.level === level).length]));

  const run = await runOf(Promise.resolve({ ...report, findings }));
  assert.equal(levelsOf(run), { error: 12_500, warning: 12_500, note: 0 });
  const places = resultsOf(run).map(({ locations }) => Number(locations?.[0]?.logicalLocations?.[0]?.fullyQualifiedName?.slice(1)));
  assert.equal(places, findings.map((_, index) => index).filter((index) => index % 3 > 0));
  assert.equal(run.invocations, [{ executionSuccessful: true, toolExecutionNotifications: limitNotifications({ results: 25_000, found: 37_500 }) }]);

  const suppressed = Array.from({ length: 5_000 }, () => of('error'));
  const withSuppressed = await runOf(Promise.resolve({ ...report, findings: findings.slice(0, 30_000), suppressed }), { withSuppressed: true });
  assert.equal(levelsOf(withSuppressed), { error: 15_000, warning: 10_000, note: 0 });
  assert.match(withSuppressed.invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text ?? '', 'Only the 25000 most severe of 35000 findings');
});

test.run();
