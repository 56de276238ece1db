import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction, TextEdit } from 'vscode-languageserver';
import { codeActions, FIX_ALL, resolveFixAll } from '../../src/lsp/quick-fixes.js';
import { analysisOf, type AnalysisOptions } from '../support/analysis.js';
import { BAD, GOOD } from '../support/folder.js';

const OPTIONS = { related: true, tags: true, links: true, versioned: true, resolves: false, only: undefined };

/** The actions at the first occurrence of a text. */
async function actionsAt(text: string, found: string, { only, versioned = true, ...options }: AnalysisOptions & { only?: string[]; versioned?: boolean } = {}): Promise<CodeAction[]> {
  const analysis = await analysisOf(text, options);
  const start = text.indexOf(found);
  return codeActions(analysis, analysis.rangeOf({ start, end: start + found.length }), { ...OPTIONS, only, versioned });
}

/** The text after an action. */
function after(text: string, action: CodeAction | undefined): string {
  const [change] = action?.edit?.documentChanges ?? [];
  const edits = (change !== undefined && 'edits' in change ? change.edits : Object.values(action?.edit?.changes ?? {})[0] ?? []) as TextEdit[];
  return TextDocument.applyEdits(TextDocument.create('file:///x', 'any', 1, text), edits);
}

const titles = (actions: readonly CodeAction[]): string[] => actions.map(({ title }) => title);

test('a safe fix is preferred, and belongs to its finding', async () => {
  const [fix] = await actionsAt(BAD, 'QCOW2');
  assert.is(fix?.title, 'Write "qcow2"');
  assert.is(fix?.isPreferred, true);
  assert.is(fix?.diagnostics?.[0]?.code, 'unknown-disk-format');
  assert.is(after(BAD, fix), GOOD);
});

test('an unsafe fix says that it is one, and is not preferred', async () => {
  const text = `${GOOD}status: active\n`;
  const fix = (await actionsAt(text, 'status')).find(({ title }) => title.endsWith('(unsafe fix)'));
  assert.is(fix?.isPreferred, false);
  assert.is(after(text, fix), GOOD);
});

test('elsewhere there is nothing to do', async () => {
  assert.equal(titles(await actionsAt(BAD, 'Debian', { only: ['quickfix'] })), []);
});

test('a line can be excepted by a comment, with its indentation and line end', async () => {
  const text = `- name: a\r\n  disk_format: QCOW2\r\n  container_format: bare\r\n`;
  const action = (await actionsAt(text, 'QCOW2')).find(({ title }) => title.startsWith('Disable'));
  assert.is(action?.title, 'Disable unknown-disk-format for this line');
  const changed = after(text, action);
  assert.is(changed, text.replace('  disk', '  # glance-lint-disable-next-line unknown-disk-format\r\n  disk'));
  assert.equal((await analysisOf(changed)).report.findings.map(({ rule }) => rule), []);
});

test('so can a line of Terraform, and none of JSON', async () => {
  const hcl = 'resource "openstack_images_image_v2" "a" {\n  name = "a"\n  disk_format = "QCOW2"\n  container_format = "bare"\n  local_file_path = "a.img"\n}\n';
  const action = (await actionsAt(hcl, 'QCOW2', { path: 'main.tf' })).find(({ title }) => title.startsWith('Disable'));
  const changed = after(hcl, action);
  assert.match(changed, /^ {2}# glance-lint-disable-next-line unknown-disk-format\n {2}disk_format/m);
  assert.not.ok((await analysisOf(changed, { path: 'main.tf' })).report.findings.some(({ rule }) => rule === 'unknown-disk-format'));
  const json = '{"name": "a", "disk_format": "QCOW2", "container_format": "bare"}';
  assert.equal(titles(await actionsAt(json, 'QCOW2', { path: 'a.json' })).filter((title) => title.startsWith('Disable')), []);
});

test('all safe fixes are made at once, and unsafe ones are not', async () => {
  const text = `name: a\ndisk_format: QCOW2\ncontainer_format: BARE\nstatus: active\n`;
  const [action, ...others] = await actionsAt(text, 'name', { only: ['source.fixAll'] });
  assert.is(others.length, 0);
  assert.is(action?.kind, FIX_ALL);
  assert.is(after(text, action), text.replace('QCOW2', 'qcow2').replace('BARE', 'bare'));
  assert.equal(await actionsAt(GOOD, 'name', { only: ['source'] }), []);
});

test('an editor that can ask later gets the edits of all fixes later', async () => {
  const analysis = await analysisOf(BAD);
  const [action, ...others] = codeActions(analysis, { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, { ...OPTIONS, only: [FIX_ALL], resolves: true });
  assert.is(others.length, 0);
  assert.is(action?.edit, undefined);
  assert.is(after(BAD, resolveFixAll(action as CodeAction, analysis, OPTIONS)), GOOD);
});

test('only the kinds that are asked for are given', async () => {
  const kinds = async (...only: string[]): Promise<Set<string | undefined>> => new Set((await actionsAt(BAD, 'QCOW2', { only })).map(({ kind }) => kind));
  assert.equal(await kinds('quickfix'), new Set(['quickfix']));
  assert.equal(await kinds('source.fixAll.glance-lint'), new Set([FIX_ALL]));
  assert.equal(await kinds('source'), new Set([FIX_ALL]));
  assert.equal(await kinds('refactor', 'source.fixAll.other', 'source.organizeImports'), new Set());
});

test('an editor that knows no versions gets plain changes', async () => {
  const [fix] = await actionsAt(BAD, 'QCOW2', { versioned: false });
  assert.is(fix?.edit?.documentChanges, undefined);
  assert.is(after(BAD, fix), GOOD);
});

test.run();
