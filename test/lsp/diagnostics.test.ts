import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from 'vscode-languageserver';
import { diagnosticOf } from '../../src/lsp/diagnostics.js';
import type { Config } from '../../src/model/config.js';
import { analysisOf } from '../support/analysis.js';
import { BAD, GOOD } from '../support/folder.js';

const ALL = { related: true, tags: true, links: true };
const uriOf = (file: string): string => `file:///${file}`;

async function diagnose(text: string, { path, config, support = ALL }: { path?: string; config?: Config; support?: typeof ALL } = {}): Promise<Diagnostic[]> {
  const { report } = await analysisOf(text, { ...(path === undefined ? {} : { path }), ...(config === undefined ? {} : { config }) });
  return report.findings.map((finding) => diagnosticOf(finding, uriOf, support));
}

test('an error has its place, rule, words, consequence and documentation', async () => {
  const [diagnostic, ...others] = await diagnose(BAD);
  assert.is(others.length, 0);
  assert.equal(diagnostic?.range, { start: { line: 1, character: 13 }, end: { line: 1, character: 18 } });
  assert.is(diagnostic?.severity, DiagnosticSeverity.Error);
  assert.is(diagnostic?.code, 'unknown-disk-format');
  assert.is(diagnostic?.source, 'glance-lint');
  assert.match(String(diagnostic?.message), /"qcow2"[^]*\nGlance rejects this when the image is created\.$/);
  assert.match(diagnostic?.codeDescription?.href ?? '', /^https:.*docs\/rules\/unknown-disk-format\.md$/);
});

test('severities are those of the configuration', async () => {
  for (const [level, severity] of [['warning', DiagnosticSeverity.Warning], ['info', DiagnosticSeverity.Information]] as const) {
    assert.is((await diagnose(BAD, { config: { rules: { 'unknown-disk-format': level } } }))[0]?.severity, severity);
  }
});

test('columns count UTF-16 units, and CRLF, CR and a byte order mark change nothing', async () => {
  for (const lineEnd of ['\r\n', '\r']) {
    const text = `\ufeff${BAD.replace('disk_format: QCOW2', '"disk_format": "😀QCOW2"').replaceAll('\n', lineEnd)}`;
    assert.equal((await diagnose(text))[0]?.range, { start: { line: 1, character: 15 }, end: { line: 1, character: 24 } });
  }
});

test('what stands twice leads to where it stood first', async () => {
  const [diagnostic] = await diagnose(`${GOOD}min_ram: 1024\n`);
  assert.is(diagnostic?.code, 'duplicate-key');
  assert.equal(diagnostic?.relatedInformation, [{
    message: 'first written here',
    location: { uri: 'file:///images.yaml', range: { start: { line: 4, character: 0 }, end: { line: 4, character: 7 } } },
  }]);
});

test('what has no effect is marked as unnecessary', async () => {
  const text = `${GOOD}trait:CUSTOM_GOLD: forbidden\n`;
  const [diagnostic] = await diagnose(text);
  assert.equal(diagnostic?.tags, [DiagnosticTag.Unnecessary]);
  assert.is((await diagnose(BAD))[0]?.tags, undefined);
});

test('an editor gets only what it can show', async () => {
  const support = { related: false, tags: false, links: false };
  const shown = [...await diagnose(`${GOOD}min_ram: 1024\n`, { support }), ...await diagnose(`${GOOD}trait:CUSTOM_GOLD: forbidden\n`, { support })];
  for (const { tags, relatedInformation, codeDescription } of shown) assert.equal([tags, relatedInformation, codeDescription], [undefined, undefined, undefined]);
});

test('control characters of a manifest are made visible', async () => {
  const [diagnostic] = await diagnose(BAD.replace('QCOW2', '"\\e[31mred"'));
  assert.ok(diagnostic);
  assert.not.match(String(diagnostic?.message).replace('\n', ''), /[\0-\x1f]/);
});

test('a broken text has a syntax error, and what is no manifest has nothing', async () => {
  const [broken] = await diagnose(`${GOOD}tags: [a\nvisibility: public\n`);
  assert.is(broken?.code, 'syntax-error');
  assert.equal(await diagnose('services:\n  web:\n    image: nginx\n'), []);
  assert.equal(await diagnose('a: [', { path: 'other.yaml' }), []);
  assert.equal(await diagnose(''), []);
});

test('comments that hold findings back hold them back here, too', async () => {
  assert.equal(await diagnose(BAD.replace('disk_format', '# glance-lint-disable-next-line unknown-disk-format -- legacy\ndisk_format')), []);
});

test.run();
