// Holds our SARIF against Microsoft's validator (rules for SARIF itself and for GitHub), against the schema that comes
// with it, and our line hashes against the ones that it computes. Needs the network, for npm.
//
//   node test/conformance/sarif/run.mjs
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { bundleAndImport } from '../bundle.mjs';

const { format, lintFiles, RULES } = await bundleAndImport(`
export { format, lintFiles } from './src/index.ts';
export { RULES } from './rules/index.ts';`);

const NAME_MANIFESTS = 'manifests';
const HANDWRITTEN = {
  'several.yaml': `images:
  - name: cirros
    id: 6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e
    disk_format: QCOW2
    container_format: bare
  - name: "\\u202eodd [name](https://example.org) \\e[31m 大きさ 👍🏽"
    id: 6B7E6F3C-1D2A-4B5C-8D9E-0F1A2B3C4D5E
    disk_format: squashfs
    container_format: bare
    min_ram: "512"
`,
  'crlf and blanks.yaml': '# first\r\n\r\nname: |-\r\n  two\r\n  lines\r\ndisk_format: vpc\r\ncontainer_format: bare\r\n',
  'one-line.json': `[${Array.from({ length: 200 }, (_, index) => `{"name": "n${index}", "disk_format": "VMDK", "container_format": "bare"}`).join(', ')}]`,
  'equal.ndjson': '{"name": "n", "disk_format": "VMDK", "container_format": "bare"}\n'.repeat(5),
  'ä#%?.json': '{"name": "x", "disk_format": "vpc", "disk_format": "VPC", "container_format": "bare"}\n',
  'broken.json': '{"name": "cirros", "disk_format": "qcow2", "container_format": "bare"\n',
  'mark.json': '\ufeff{"name": "x", "disk_format": "vpc", "container_format": "bare"}\n',
  'empty.yaml': '',
  'other.yaml': 'services: {web: {image: nginx}}\n',
};

const folder = mkdtempSync(path.join(os.tmpdir(), 'glance-lint-sarif-'));
let problems = 0;
try {
  const manifests = path.join(folder, NAME_MANIFESTS);
  mkdirSync(manifests);
  for (const [name, text] of Object.entries(HANDWRITTEN)) writeFileSync(path.join(manifests, name), text);
  for (const { id, examples } of RULES) {
    for (const [index, { manifest }] of examples.bad.entries()) writeFileSync(path.join(manifests, `${id}-${index}.yaml`), manifest);
  }
  symlinkSync('nowhere', path.join(manifests, 'unreadable.json'));

  const reports = {
    'everything': [await lintFiles([NAME_MANIFESTS], { cwd: folder, preset: 'strict', lineHashes: true }), {}],
    'named': [await lintFiles(Object.keys(HANDWRITTEN).concat('unreadable.json', 'missing.yaml'), { cwd: manifests, lineHashes: true }), { root: NAME_MANIFESTS, category: 'nightly' }],
    'clean': [await lintFiles([], { cwd: manifests, only: ['invalid-encoding'], lineHashes: true }), { root: NAME_MANIFESTS }],
    'large': [repeated(await lintFiles(['one-line.json'], { cwd: manifests, lineHashes: true }), 30_000), { root: NAME_MANIFESTS }],
  };
  const multitool = installMultitool();
  const validate = schemaValidator(multitool);
  for (const [name, [report, options]] of Object.entries(reports)) {
    const file = path.join(folder, `${name}.sarif`);
    writeFileSync(file, await format(report, 'sarif', options));
    const log = JSON.parse(readFileSync(file, 'utf8'));
    const found = [
      ...(validate(log) ? [] : validate.errors.map(({ instancePath, message }) => `schema: ${instancePath} ${message}`)),
      // The validator takes minutes over so many results, and they are all alike.
      ...(name === 'large' ? [] : [...judgements(multitool, file), ...wrongHashes(multitool, file, log)]),
    ];
    for (const problem of found.slice(0, 20)) console.log(`  ${problem}`);
    problems += found.length;
    console.log(`${found.length === 0 ? 'ok' : 'FAILED'}: ${name}: ${log.runs[0].results.length} results, ${log.runs[0].tool.driver.rules.length} rules, ${found.length} problems`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = problems === 0 ? 0 : 1;

/** A report that is too large for GitHub. */
function repeated(report, count) {
  const findings = Array.from({ length: count }, (_, index) => report.findings[index % report.findings.length]);
  return { ...report, findings };
}

/** Installed aside: it is many times as large as all our dependencies. Its install script only makes the program executable. */
function installMultitool() {
  const home = path.join(folder, 'multitool');
  mkdirSync(home);
  writeFileSync(path.join(home, 'package.json'), '{"private": true}\n');
  const npm = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '@microsoft/sarif-multitool'], { cwd: home, encoding: 'utf8', shell: process.platform === 'win32' });
  if (npm.status !== 0) throw new Error(`npm cannot install the validator:\n${npm.stderr}`);
  const program = createRequire(path.join(home, 'package.json'))('@microsoft/sarif-multitool');
  chmodSync(program, 0o755);
  return program;
}

function schemaValidator(multitool) {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  return ajv.compile(JSON.parse(readFileSync(path.join(path.dirname(multitool), 'sarif-2.1.0.json'), 'utf8')));
}

function run(multitool, args) {
  const { status, stdout, stderr, error } = spawnSync(multitool, args, { cwd: folder, encoding: 'utf8', env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' } });
  if (error !== undefined) throw error;
  return { status, output: stdout + stderr };
}

/** The validator's errors and warnings. Its exit code says nothing of them. */
function judgements(multitool, file) {
  const out = `${file}.validated`;
  const { output } = run(multitool, ['validate', '--rule-kind', 'Sarif;Gh', '--max-file-size-in-kb', '1000000', '--output', out, file]);
  if (!output.includes('Analysis completed successfully')) return [`the validator did not finish:\n${output}`];
  const [judged] = JSON.parse(readFileSync(out, 'utf8')).runs;
  const notices = (judged.invocations ?? []).flatMap((invocation) => [...(invocation.toolExecutionNotifications ?? []), ...(invocation.toolConfigurationNotifications ?? [])]);
  return [
    ...notices.filter(({ level }) => level !== 'note').map(({ message }) => `notice: ${message.text}`),
    ...(judged.results ?? []).map(({ ruleId, ruleIndex, level = 'warning', message }) => {
      const template = judged.tool.driver.rules[ruleIndex].messageStrings[message.id].text;
      return `${level} ${ruleId}: ${template.replace(/\{(\d+)\}/g, (_, index) => message.arguments[index])}`;
    }),
  ];
}

/** Line hashes that differ from the ones that Microsoft's implementation computes for the same lines. */
function wrongHashes(multitool, file, log) {
  const stripped = JSON.parse(JSON.stringify(log));
  stripped.runs[0].originalUriBaseIds['%SRCROOT%'].uri = `file://${folder}/`;
  for (const result of stripped.runs[0].results) delete result.partialFingerprints;
  const [input, output] = [`${file}.stripped`, `${file}.hashed`];
  writeFileSync(input, JSON.stringify(stripped));
  const done = run(multitool, ['rewrite', input, '--output', output, '--insert', 'RollingHashPartialFingerprints']);
  if (done.status !== 0) return [`no hashes were computed:\n${done.output}`];
  // It leaves a byte order mark out, but GitHub's own action counts it in: there we follow the action.
  const theirs = JSON.parse(readFileSync(output, 'utf8')).runs[0].results ?? [];
  return log.runs[0].results.flatMap(({ partialFingerprints, locations }, index) => {
    const ours = partialFingerprints.primaryLocationLineHash;
    const expected = theirs[index].partialFingerprints?.primaryLocationLineHash;
    const { artifactLocation, region } = locations[0].physicalLocation;
    return ours === expected || artifactLocation.uri.endsWith('/mark.json') ? [] : [`line hash of ${artifactLocation.uri}:${region.startLine}: ${ours}, not ${expected}`];
  });
}
