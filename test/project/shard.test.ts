import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { RULES } from '../../rules/index.js';
import { isInShard, parseShard } from '../../src/project/shard.js';
import { cli, type Ran } from '../support/cli.js';
import { BAD, folderWith, GOOD } from '../support/folder.js';

const ID = '6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e';
const OTHER_ID = '0d2a4b5c-8d9e-4f1a-ab3c-4d5e6b7e6f3c';

/** Lints each part as a matrix of jobs does, and gives the reports' names. */
function lintParts(cwd: string, count: number, args: readonly string[] = []): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const name = `part-${index + 1}.json`;
    const { stderr } = cli(['--shard', `${index + 1}/${count}`, '-f', `json=${name}`, ...args], { cwd });
    assert.is(stderr, '', name);
    return name;
  });
}

/** A folder with files that fall into different parts of two. */
function twoParts(first: string, second: string, config = ''): string {
  const names = Array.from({ length: 50 }, (_, index) => `images/${index}.yaml`);
  const one = names.find((name) => isInShard(name, { index: 1, count: 2 })) ?? '';
  const two = names.find((name) => isInShard(name, { index: 2, count: 2 })) ?? '';
  return folderWith({ '.git/HEAD': '', [one]: first, [two]: second, 'glance-lint.config.yaml': config });
}

const merged = (cwd: string, names: readonly string[], args: readonly string[] = []): Ran => cli(['merge', ...names, ...args], { cwd });

test('every file is in exactly one part, whatever the other files are', () => {
  fc.assert(fc.property(fc.string(), fc.integer({ min: 1, max: 20 }), (file, count) => {
    const parts = Array.from({ length: count }, (_, index) => index + 1).filter((index) => isInShard(file, { index, count }));
    assert.is(parts.length, 1);
  }));
  const sizes = [1, 2, 3, 4].map((index) => Array.from({ length: 1000 }, (_, number) => `images/${number}.yaml`).filter((file) => isInShard(file, { index, count: 4 })).length);
  assert.ok(sizes.every((size) => size > 200 && size < 300), `about as many in each: ${sizes.join()}`);
});

test('what is no part is told', () => {
  assert.equal(parseShard('2/3'), { index: 2, count: 3 });
  for (const text of ['0/3', '4/3', '1', '1/', 'a/b', '1/0', '-1/3', '1.5/3', '1/3/3', '']) assert.throws(() => parseShard(text), /such as 1\/3/, text);
  const { code, stderr } = cli(['-', '--shard', '1/2'], { input: GOOD });
  assert.is(code, 2);
  assert.match(stderr, '--shard parts files, and standard input is none');
});

test('the parts of a run, merged, are the undivided run', () => {
  const files: Record<string, string> = { '.git/HEAD': '', 'glance-lint.config.yaml': 'extends: [strict, scs]\nfailOn: warning\n' };
  for (const { id, examples } of RULES) {
    for (const [index, { manifest }] of [...examples.bad, ...examples.good].entries()) files[`${id}/${index}.yaml`] = manifest;
  }
  files['z/broken.json'] = '{"name": "x", "disk_format": ';
  const cwd = `${folderWith(Object.fromEntries(Object.entries(files).map(([name, text]) => [`repo/${name}`, text])))}/repo`;
  const names = lintParts(cwd, 3);
  const formats = (name: string): string[] => ['-f', `json=../${name}.json`, '-f', `sarif=../${name}.sarif`, '-f', 'text'];
  const whole = cli(formats('whole'), { cwd });
  assert.equal(merged(cwd, [...names].reverse(), formats('merged')), whole);
  for (const format of ['json', 'sarif']) assert.is(readFileSync(`${cwd}/../merged.${format}`, 'utf8'), readFileSync(`${cwd}/../whole.${format}`, 'utf8'), format);
  for (const { id } of RULES.filter((rule) => 'checkSet' in rule)) assert.match(whole.stdout, id);
});

test('an id that is given twice, in different parts, is found by the merge alone', () => {
  const cwd = twoParts(`${GOOD}id: ${ID}\n`, `${GOOD.replace('Debian', 'Ubuntu')}id: ${ID.toUpperCase()}\n`);
  const names = lintParts(cwd, 2);
  for (const name of names) assert.equal((JSON.parse(readFileSync(`${cwd}/${name}`, 'utf8')) as { findings: unknown[] }).findings, []);
  const { code, stdout } = merged(cwd, names);
  assert.is(code, 1);
  assert.match(stdout, /images\/\d+\.yaml:6:5 .*duplicate-id/s);
  assert.match(stdout, /first used here.*images\/\d+\.yaml:6:5/s);
});

test('a kernel in another part is found, too: nothing is reported that is not so', () => {
  const kernel = `id: ${ID}\nname: kernel\ndisk_format: aki\ncontainer_format: aki\n`;
  const image = `id: ${OTHER_ID}\nname: cirros\ndisk_format: ami\ncontainer_format: ami\nkernel_id: ${ID}\n`;
  const cwd = twoParts(kernel, image, 'extends: strict\n');
  const only = ['--only', 'unresolved-kernel,kernel-of-wrong-kind'];
  assert.is(merged(cwd, lintParts(cwd, 2, only)).code, 0);
  const wrong = twoParts(kernel.replaceAll('aki', 'qcow2').replace('container_format: qcow2', 'container_format: bare'), image, 'extends: strict\n');
  assert.match(merged(wrong, lintParts(wrong, 2, only)).stdout, /kernel_id leads to an image whose disk_format is "qcow2"/);
});

test('comments hold back what the merge finds', () => {
  const cwd = twoParts(`${GOOD}# glance-lint-disable-next-line duplicate-id -- moved\nid: ${ID}\n`, `${GOOD}# glance-lint-disable-next-line -- moved\nid: ${ID}\n`);
  const { stdout } = merged(cwd, lintParts(cwd, 2), ['-f', 'json']);
  const { findings, summary } = JSON.parse(stdout) as { findings: { rule: string }[]; summary: { suppressed: number } };
  assert.equal(findings, []);
  assert.is(summary.suppressed, 1);
});

test('a baseline holds back what the merge finds', () => {
  const cwd = twoParts(`${GOOD}id: ${ID}\n`, `${GOOD.replace('Debian', 'Ubuntu')}id: ${ID}\n`, 'baseline: known.jsonl\n');
  assert.is(cli(['baseline', 'update'], { cwd }).code, 0);
  const names = lintParts(cwd, 2);
  assert.is(merged(cwd, names).code, 0);
  assert.is(merged(cwd, names, ['--no-baseline']).code, 1);
});

test('rules of plugins compare images of all parts as well', () => {
  const plugin = `export default { name: 'acme', rules: [{
    id: 'twins', topic: 'plugin', summary: 's', severity: 'warning', why: 'w', source: ['x'], messages: { twin: '{name} has a twin in {file}.' },
    consequence: { by: 'operator', when: 'always', effect: 'unclear' }, examples: { bad: [], good: [] },
    keys: ({ name }) => [name], extract: ({ name }) => ({ name }),
    checkSet([first, ...others], { report }) {
      for (const member of others) report({ message: 'twin', member, at: ['name'], data: { name: member.extract.name, file: first.file } });
    },
  }], presets: { all: { rules: { 'acme/twins': 'error' } } } };`;
  const cwd = twoParts(GOOD, GOOD, 'plugins: [./acme.mjs]\nextends: acme/all\n');
  writeFileSync(`${cwd}/acme.mjs`, plugin);
  const names = lintParts(cwd, 2, ['--allow-plugins']);
  const { code, stdout } = merged(cwd, names, ['--allow-plugins', '-f', 'compact']);
  assert.is(code, 1);
  // It does not say where it reports: so the image's name is shown.
  assert.match(stdout, /images\/\d+\.yaml:1:7: error: Debian 13 has a twin in images\/\d+\.yaml\./);
  assert.is(merged(cwd, names, ['--plugin', 'acme.mjs']).code, 1);
  const without = merged(cwd, names);
  assert.is(without.code, 2);
  assert.match(without.stderr, 'Rule "acme/twins" is not known here, so that images were not compared by it; load its plugin.');
});

test('without the manifests at hand, everything is told but the lines themselves', () => {
  const cwd = twoParts(BAD, `${GOOD}id: ${ID}\n`);
  const reports = lintParts(cwd, 2).map((name) => readFileSync(`${cwd}/${name}`, 'utf8'));
  const elsewhere = folderWith({ 'a.json': reports[0] ?? '', 'b.json': reports[1] ?? '' });
  const { code, stdout } = merged(elsewhere, ['a.json', 'b.json']);
  assert.is(code, 1);
  assert.match(stdout, /images\/\d+\.yaml:2:14/);
  assert.not.match(stdout, ' | ');
  for (const format of ['compact', 'sarif', 'github', 'gitlab', 'junit', 'checkstyle', 'rdjson', 'markdown', 'html']) {
    const ran = merged(elsewhere, ['a.json', 'b.json'], ['-f', format]);
    assert.is(ran.code, 1, format);
    assert.match(ran.stdout, 'unknown-disk-format', format);
  }
});

test('a manifest that changed since, or lies outside of the folder, is not quoted', () => {
  const cwd = folderWith({ '.git/HEAD': '', 'a.yaml': BAD });
  const [name = ''] = lintParts(cwd, 1);
  writeFileSync(`${cwd}/a.yaml`, `# secret\n${BAD}`.repeat(2));
  assert.not.match(merged(cwd, [name]).stdout, 'secret');
  const outside = folderWith({ 'secret.yaml': BAD.replace('Debian', 'secret'), 'work/x.txt': '' });
  const report = readFileSync(`${cwd}/${name}`, 'utf8');
  for (const file of ['../secret.yaml', `${outside}/secret.yaml`]) {
    writeFileSync(`${outside}/work/r.json`, report.replaceAll('"a.yaml"', JSON.stringify(file)));
    const { stdout } = cli(['merge', 'r.json'], { cwd: `${outside}/work` });
    assert.match(stdout, 'secret.yaml:2:14');
    assert.not.match(stdout, ' | ');
  }
});

test('the configured threshold holds for the merge, and the command line above it', () => {
  const cwd = twoParts(GOOD, `${GOOD}tags: [a, a]\n`, 'failOn: warning\n');
  const names = lintParts(cwd, 2);
  assert.is(merged(cwd, names).code, 1);
  assert.is(merged(cwd, names, ['--fail-on', 'error']).code, 0);
  assert.is(merged(cwd, names, ['--fail-on', 'error', '--max-warnings', '0']).code, 1);
});

test('a part that is missing makes the merge fail, although it tells what it has', () => {
  const cwd = twoParts(BAD, GOOD);
  const [one = '', two = ''] = lintParts(cwd, 2);
  const { code, stdout, stderr } = merged(cwd, [one], ['-f', 'compact']);
  assert.is(code, 2);
  assert.match(stdout, 'unknown-disk-format');
  assert.match(stderr, 'The report of part 2 of 2 is missing');
  assert.match(merged(cwd, [one, two, one]).stderr, 'part-1.json and part-1.json are both part 1 of 2');
});

test('what cannot be merged is told in words', () => {
  const cwd = folderWith({ 'a.yaml': BAD, 'text.txt': 'hello', 'other.json': '{"version": 1}' });
  const [name = ''] = lintParts(cwd, 1);
  const report = readFileSync(`${cwd}/${name}`, 'utf8');
  mkdirSync(`${cwd}/x`);
  writeFileSync(`${cwd}/newer.json`, report.replace(/"version": "[^"]+"/, '"version": "99.0.0"'));
  writeFileSync(`${cwd}/thirds.json`, report.replace('"count": 1', '"count": 3'));
  writeFileSync(`${cwd}/evil.json`, report.replace('"comparisons": []', '"comparisons": [{"rule": "__proto__", "severity": "error", "isSeveritySet": false, "options": {}, "images": []}]'));
  for (const [args, expected] of [
    [['gone.json'], /The report gone\.json cannot be read: there is no such file/],
    [['x'], /The report x cannot be read: it is a folder/],
    [['text.txt'], /text\.txt is not JSON\. Make reports to merge with --format json=FILE/],
    [['other.json'], /other\.json is not a JSON report of glance-lint/],
    [[name, 'newer.json'], /is of glance-lint .*, but newer\.json of 99\.0\.0\. Lint all parts with one version/],
    [[name, 'thirds.json'], /is one part of 1, but thirds\.json one of 3/],
    [['evil.json'], /rule "__proto__" is not known here/i],
    [[], /Say which reports/],
    [[name, '--preset', 'strict'], /"merge" has no option "--preset"/],
  ] as const) {
    const { code, stderr } = cli(['merge', ...args], { cwd });
    assert.is(code, 2, args.join(' '));
    assert.match(stderr, expected);
    assert.not.match(stderr, 'internal error');
  }
});

test('reports of whole runs are put together as well, without comparing their images', () => {
  const cwd = folderWith({ 'a/a.yaml': BAD, 'b/b.yaml': BAD });
  for (const name of ['a', 'b']) cli([name, '-f', `json=${name}.json`], { cwd });
  const { code, stdout, stderr } = merged(cwd, ['b.json', 'a.json'], ['-f', 'compact']);
  assert.is(code, 1);
  assert.equal(stdout.match(/^\w\/\w\.yaml:2:14/gm), ['a/a.yaml:2:14', 'b/b.yaml:2:14']);
  assert.match(stderr, 'Images are compared across reports only if all were made with --shard');
});

interface SarifLog {
  readonly runs: readonly {
    readonly automationDetails: { readonly id: string };
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly invocations: readonly { readonly executionSuccessful: boolean; readonly toolExecutionNotifications?: readonly unknown[] }[];
    readonly results: readonly { readonly ruleId: string; readonly ruleIndex: number }[];
  }[];
}

test('SARIF reports make one SARIF report: one run of a category, or GitHub refuses it', () => {
  const cwd = folderWith({ '.git/HEAD': '', 'a.yaml': BAD, 'b.yaml': `${GOOD}tags: [x, x]\n`, 'c.yaml': BAD });
  cli(['c.yaml', 'gone.yaml', '-f', 'sarif=c.sarif'], { cwd });
  cli(['b.yaml', '-f', 'sarif=b.sarif', '--only', 'duplicate-tag'], { cwd });
  cli(['a.yaml', '-f', 'sarif=a.sarif', '--sarif-category', 'nightly'], { cwd });
  const { code, stdout, stderr } = merged(cwd, ['c.sarif', 'b.sarif', 'a.sarif']);
  assert.is(stderr, '');
  assert.is(code, 2, 'one part could not do its work');
  const { runs } = JSON.parse(stdout) as SarifLog;
  assert.equal(runs.map(({ automationDetails }) => automationDetails.id), ['glance-lint/', 'glance-lint/nightly/']);
  const [run] = runs;
  assert.ok(run);
  assert.equal(run.results.map(({ ruleId }) => ruleId), ['duplicate-tag', 'unknown-disk-format'], 'in the order of files');
  for (const { ruleId, ruleIndex } of run.results) assert.is(run.tool.driver.rules[ruleIndex]?.id, ruleId);
  assert.is(run.invocations.length, 1);
  assert.is(run.invocations[0]?.toolExecutionNotifications?.length, 1);

  assert.is(merged(cwd, ['b.sarif'], ['-f', 'sarif=out.sarif']).code, 0);
  assert.is(merged(cwd, ['b.sarif'], ['--fail-on', 'warning']).code, 1);
  assert.is(merged(cwd, ['a.sarif']).code, 1);
  assert.equal(JSON.parse(readFileSync(`${cwd}/out.sarif`, 'utf8')), JSON.parse(readFileSync(`${cwd}/b.sarif`, 'utf8')));
});

test('SARIF goes with SARIF only', () => {
  const cwd = folderWith({ 'a.yaml': BAD, 'x.sarif': '{"version": "2.1.0", "runs": [{}]}', 'y.sarif': '{"version": "2.0.0", "runs": []}' });
  cli(['a.yaml', '-f', 'sarif=a.sarif', '-f', 'json=a.json'], { cwd });
  assert.match(merged(cwd, ['a.sarif', 'a.json']).stderr, 'a.sarif is SARIF, and a.json is not');
  assert.match(merged(cwd, ['a.sarif'], ['-f', 'text']).stderr, 'SARIF reports make a SARIF report, and no text. Merge JSON reports');
  for (const name of ['x.sarif', 'y.sarif']) assert.match(merged(cwd, ['a.sarif', name]).stderr, `${name} is not a SARIF 2.1.0 log`);
});

test('no manifest at all is told by the merge, and a part without any is fine', () => {
  const cwd = folderWith({ 'compose.yaml': 'services: {web: {image: nginx}}\n' });
  const names = lintParts(cwd, 2);
  assert.is(merged(cwd, names).code, 2);
  assert.match(merged(cwd, names).stderr, 'No image manifest was found in any part');
  assert.is(merged(cwd, names, ['--allow-empty']).code, 0);
});

test('a part without a JSON report cannot be merged, which is said', () => {
  const cwd = folderWith({ 'a.yaml': GOOD });
  assert.match(cli(['--shard', '1/1'], { cwd }).stderr, 'Images of different parts are compared by glance-lint merge, which needs -f json=FILE');
});

test.run();
