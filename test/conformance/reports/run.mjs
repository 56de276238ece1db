// Holds reports of every rule's bad examples, and of manifests that want to break out, against independent readers:
// XML against Python's (expat), reviewdog's format against a validator of it, Markdown against a parser of GitHub's
// flavour: all elements and links that come out must be ours. Needs the network, for npm, and python3.
//
//   node test/conformance/reports/run.mjs
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleAndImport } from '../bundle.mjs';

const { format, lintFiles, RULES } = await bundleAndImport(`
export { format, lintFiles } from './src/index.ts';
export { RULES } from './rules/index.ts';`);

/** Names and values of a kind that some reader might take for its own language. */
const HOSTILE = [
  '::error file=x::y', ']]> <failure/> &amp; &#0;', '<script>alert(1)</script>', '`code` ```js', 'a|b\\|c\\\\|', 'two\nlines\r\n# head\n- item',
  '\u001b[31m red', 'bidi \u202e override', 'half \ud800', 'last \uffff \ufffe', '@team #1 !2 ~3 http://evil.example www.evil.example a@evil.example',
  '[x](javascript:alert(1)) ![y](http://evil.example/z.png)', '<!-- --> --> <![CDATA[', '*b* _i_ __b__ ~~s~~ $m$ :smile: {+n+}', '\\', '"\'><img src=x onerror=y>',
];
const image = (text) => JSON.stringify({ name: `${text} é大👍`, disk_format: text, container_format: 'bare', hw_disk_bus: text, [text]: 'http://x', tags: [text, text] });

const folder = mkdtempSync(path.join(os.tmpdir(), 'glance-lint-reports-'));
let passed = 0;
let failed = 0;
try {
  mkdirSync(path.join(folder, 'manifests'));
  for (const [index, text] of HOSTILE.entries()) writeFileSync(path.join(folder, 'manifests', `${index} ${text.replaceAll('/', ' ').slice(0, 60)}.json`), image(text));
  for (const { id, examples } of RULES) {
    for (const [index, { manifest }] of examples.bad.entries()) writeFileSync(path.join(folder, 'manifests', `${id}-${index}.yaml`), manifest);
  }
  const report = await lintFiles(['manifests', 'missing.yaml'], { cwd: folder, preset: 'strict' });
  const clean = { ...report, findings: [], failures: [] };
  check(`${report.findings.length} findings of ${new Set(report.findings.map(({ rule }) => rule)).size} rules in ${report.summary.files} files`, report.findings.length > 200);
  const require = install(['@umbrelladocs/rdformat-validator', 'micromark', 'micromark-extension-gfm']);
  for (const [name, one] of Object.entries({ report, clean })) {
    for (const xml of ['junit', 'checkstyle']) holdXml(`${name} as ${xml}`, await format(one, xml), one);
    await holdRdjson(`${name} as rdjson`, await format(one, 'rdjson'), one, require);
    await holdMarkdown(`${name} as markdown`, await format(one, 'markdown'), one, require);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function check(what, isTrue, detail = '') {
  if (isTrue) passed++;
  else failed++;
  console.log(`${isTrue ? 'ok' : 'FAILED'}: ${what}${isTrue || detail === '' ? '' : `: ${detail}`}`);
}

function install(packages) {
  writeFileSync(path.join(folder, 'package.json'), '{"private": true}\n');
  const npm = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...packages], { cwd: folder, encoding: 'utf8' });
  if (npm.status !== 0) throw new Error(`npm cannot install ${packages.join(', ')}:\n${npm.stderr}`);
  return createRequire(path.join(folder, 'package.json'));
}

function holdXml(what, text, { findings, failures }) {
  const script = 'import json, sys, xml.etree.ElementTree as tree; print(json.dumps([element.tag for element in tree.fromstring(sys.stdin.buffer.read()).iter()]))';
  const { status, stdout, stderr } = spawnSync('python3', ['-c', script], { input: text, encoding: 'utf8', maxBuffer: 1 << 28 });
  check(`${what} is well-formed`, status === 0, stderr);
  if (status !== 0) return;
  const tags = JSON.parse(stdout);
  const count = findings.length + failures.length;
  const cases = tags.filter((tag) => tag === (tags[0] === 'testsuites' ? 'testcase' : 'error'));
  check(`${what} has ${count} entries`, cases.length === (tags[0] === 'testsuites' ? Math.max(1, count) : count), String(cases.length));
}

async function holdRdjson(what, text, { findings, failures }, require) {
  const { RDFormatValidator } = await import(pathToFileURL(require.resolve('@umbrelladocs/rdformat-validator')).href);
  const result = await new RDFormatValidator({ strictMode: true, allowExtraFields: false }).validateString(text);
  check(`${what} is valid`, result.valid, JSON.stringify(result.errors?.slice(0, 3)));
  check(`${what} has ${findings.length + failures.length} entries`, JSON.parse(text).diagnostics.length === findings.length + failures.length);
}

async function holdMarkdown(what, text, { findings, failures }, require) {
  const [{ micromark }, { gfm, gfmHtml }] = await Promise.all(['micromark', 'micromark-extension-gfm'].map((name) => import(pathToFileURL(require.resolve(name)).href)));
  const html = micromark(text, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true, allowDangerousProtocol: true });
  const tags = [...html.matchAll(/<\/?([a-z0-9]+)|<!--/gi)].map(([all, name]) => name ?? all);
  const ours = new Set(['h2', 'h3', 'p', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'em', 'strong', 'br', 'a', 'ul', 'li', '<!--']);
  const strange = [...new Set(tags)].filter((tag) => !ours.has(tag));
  check(`${what} has no elements but ours`, strange.length === 0, strange.join(' '));
  const addresses = [...html.matchAll(/href="([^"]*)"/g)].map(([, address]) => address).filter((address) => !address.startsWith('https://github.com/glance-lint/'));
  check(`${what} has no links but ours`, addresses.length === 0, addresses.slice(0, 5).join(' '));
  const rows = html.match(/<td>\d+:\d+<\/td>/g)?.length ?? 0;
  const cells = html.match(/<td/g)?.length ?? 0;
  check(`${what} has ${findings.length} rows of four cells`, rows === findings.length && cells === 4 * rows, `${rows} rows, ${cells} cells`);
  check(`${what} tells ${failures.length} failures`, (html.match(/<li>/g)?.length ?? 0) === failures.length);
}
