import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { DiagnosticSeverity, type CodeAction, type Hover, type MarkupContent, type TextEdit } from 'vscode-languageserver';
import { Linter } from '../../src/linter.js';
import { Chance } from '../support/chance.js';
import { cli } from '../support/cli.js';
import { CAPABILITIES, Editor, type EditorOptions } from '../support/editor.js';
import { BAD, folderWith, GOOD } from '../support/folder.js';

/* The built command, spoken to as editors speak. */

const server = suite('lsp/server');
const open: Editor[] = [];

async function editorIn(files: Readonly<Record<string, string>>, options?: EditorOptions): Promise<{ readonly editor: Editor; readonly folder: string }> {
  const folder = folderWith(files);
  const editor = await Editor.start(folder, options);
  open.push(editor);
  return { editor, folder };
}

server.after.each(async () => {
  for (const editor of open.splice(0)) await editor.crash();
});

const codes = (diagnostics: readonly { readonly code?: string | number | undefined }[]): unknown[] => diagnostics.map(({ code }) => code);
const markdown = (hover: Hover | null): string => (hover?.contents as MarkupContent | undefined)?.value ?? '';

server('a finding shows while somebody types, is explained, and vanishes with its fix', async () => {
  const { editor } = await editorIn({});
  assert.equal(await editor.open('images.yaml', GOOD), []);
  await editor.replace('images.yaml', 'qcow2', 'QCOW2');
  const [diagnostic, ...others] = await editor.diagnostics('images.yaml');
  assert.is(others.length, 0);
  assert.is(diagnostic?.code, 'unknown-disk-format');
  assert.is(diagnostic?.severity, DiagnosticSeverity.Error);
  assert.equal(diagnostic?.range, editor.rangeOf('images.yaml', 'QCOW2'));
  assert.match(markdown(await editor.hover('images.yaml', 'COW2')), /Glance compares `disk_format`/);
  const actions = await editor.actions('images.yaml', 'QCOW2');
  const fix = actions.find(({ isPreferred }) => isPreferred === true);
  assert.equal(fix?.diagnostics, [diagnostic]);
  await editor.apply(fix as CodeAction);
  assert.is(editor.textOf('images.yaml'), GOOD);
  assert.equal(await editor.diagnostics('images.yaml'), []);
});

server('all safe fixes are made on saving', async () => {
  const { editor } = await editorIn({});
  const text = `# two of them\nname: a\ndisk_format: QCOW2\ncontainer_format: BARE\nhw_disk_bus: 'Virtio' # the third\n`;
  assert.equal(codes(await editor.open('images.yaml', text)), ['unknown-disk-format', 'unknown-container-format', 'unaccepted-property-value']);
  const [action] = await editor.actions('images.yaml', 'name', ['source.fixAll.glance-lint']);
  assert.is(action?.edit, undefined);
  await editor.apply(await editor.resolveAction(action as CodeAction));
  assert.is(editor.textOf('images.yaml'), text.replace('QCOW2', 'qcow2').replace('BARE', 'bare').replace('Virtio', 'virtio'));
  assert.equal(await editor.diagnostics('images.yaml'), []);
});

server('a finding is excepted by a comment', async () => {
  const { editor } = await editorIn({});
  await editor.open('images.yaml', BAD);
  const action = (await editor.actions('images.yaml', 'QCOW2')).find(({ title }) => title.startsWith('Disable'));
  await editor.apply(action as CodeAction);
  assert.equal(await editor.diagnostics('images.yaml'), []);
});

server('names and values are completed, and documented when looked at', async () => {
  const { editor } = await editorIn({});
  await editor.open('images.yaml', `${GOOD}hw_d\n`);
  const items = await editor.complete('images.yaml', editor.rangeOf('images.yaml', 'hw_d').end);
  const item = items.find(({ label }) => label === 'hw_disk_bus');
  assert.match(JSON.stringify((await editor.resolve(item as never)).documentation), /Bus of disks/);
  await editor.edit('images.yaml', [item?.textEdit as TextEdit]);
  assert.is(editor.textOf('images.yaml'), `${GOOD}hw_disk_bus: \n`);
  const values = await editor.complete('images.yaml', editor.rangeOf('images.yaml', 'hw_disk_bus: ').end);
  await editor.edit('images.yaml', [values.find(({ label }) => label === 'virtio')?.textEdit as TextEdit]);
  assert.is(editor.textOf('images.yaml'), `${GOOD}hw_disk_bus: virtio\n`);
  assert.equal(await editor.diagnostics('images.yaml'), []);
});

server('the outline has the images with their attributes', async () => {
  const { editor } = await editorIn({});
  await editor.open('images.json', '[{"name": "a", "disk_format": "raw", "container_format": "bare"}, {"name": "b", "disk_format": "raw"}]', 'json');
  const symbols = await editor.symbols('images.json');
  assert.equal(symbols.map(({ name }) => name), ['a', 'b']);
  assert.equal(symbols[0]?.children?.map(({ name }) => name), ['name', 'disk_format', 'container_format']);
});

server('the configuration of each file holds, and a change of it is seen', async () => {
  const { editor, folder } = await editorIn({
    'glance-lint.config.yaml': 'overrides:\n  - files: ["lab/**"]\n    rules: {unknown-disk-format: warning}\nignores: [vendor/]\n',
  });
  assert.ok(editor.watched.includes('**/glance-lint.config.yaml') || (await editor.until(() => editor.watched.length > 0, 'nothing is watched'), true));
  assert.is((await editor.open('images.yaml', BAD))[0]?.severity, DiagnosticSeverity.Error);
  assert.is((await editor.open('lab/images.yaml', BAD))[0]?.severity, DiagnosticSeverity.Warning);
  assert.equal(await editor.open('vendor/images.yaml', BAD), []);
  writeFileSync(path.join(folder, 'glance-lint.config.yaml'), 'rules: {unknown-disk-format: off}\n');
  await editor.fileChanged('glance-lint.config.yaml');
  await editor.until(() => editor.lastTold('images.yaml')?.length === 0 && editor.lastTold('lab/images.yaml')?.length === 0, 'the new configuration is not used');
});

server('an editor that watches no files is served when the configuration is saved', async () => {
  const { editor, folder } = await editorIn({ 'glance-lint.config.yaml': 'rules: {}\n' }, { capabilities: {} });
  assert.equal(codes(await editor.open('images.yaml', BAD)), ['unknown-disk-format']);
  await editor.open('glance-lint.config.yaml', 'rules: {}\n');
  writeFileSync(path.join(folder, 'glance-lint.config.yaml'), 'rules: {unknown-disk-format: off}\n');
  await editor.save('glance-lint.config.yaml');
  await editor.until(() => editor.lastTold('images.yaml')?.length === 0, 'the new configuration is not used');
  assert.equal(editor.watched, []);
});

server('a configuration that cannot be used is shown in its file, said once, and mended', async () => {
  const { editor, folder } = await editorIn({ 'glance-lint.config.yaml': 'rules:\n  unknwon-disk-format: off\n' });
  assert.equal(await editor.open('images.yaml', BAD), []);
  assert.equal(await editor.open('more.yaml', BAD), []);
  const [problem] = editor.lastTold('glance-lint.config.yaml') ?? [];
  assert.is(problem?.range.start.line, 1);
  assert.match(String(problem?.message), /Did you mean "unknown-disk-format"/);
  assert.is(editor.messages.length, 1);
  assert.match(editor.messages[0] ?? '', /glance-lint\.config\.yaml:2:/);
  assert.is(await editor.hover('images.yaml', 'disk_format'), null);
  writeFileSync(path.join(folder, 'glance-lint.config.yaml'), 'rules: {}\n');
  await editor.fileChanged('glance-lint.config.yaml');
  await editor.until(() => editor.lastTold('images.yaml')?.length === 1, 'the mended configuration is not used');
  assert.equal(editor.lastTold('glance-lint.config.yaml'), []);
});

const PLUGIN = `export default { name: 'acme', rules: [{
  id: 'no-debian', topic: 'plugin', summary: 's', severity: 'warning', consequence: { by: 'reader', when: 'always', effect: 'unclear' }, why: 'Because.', source: [],
  messages: { found: 'No Debian here.' }, examples: { bad: [], good: [] }, reads: ['name'],
  check(image, { report }) { report({ message: 'found', at: ['name'] }); },
}] };`;

server('plugins run only when the command line says so', async () => {
  const files = { 'acme.mjs': PLUGIN, 'glance-lint.config.yaml': 'plugins: [./acme.mjs]\nrules: {acme/no-debian: warning}\n' };
  const careful = await editorIn(files);
  assert.equal(await careful.editor.open('images.yaml', GOOD), []);
  assert.equal(careful.editor.messages, []);
  const trusting = await editorIn(files, { args: ['--allow-plugins'] });
  assert.equal(codes(await trusting.editor.open('images.yaml', GOOD)), ['acme/no-debian']);
  assert.match(markdown(await trusting.editor.hover('images.yaml', 'Debian')), /Because\./);
  const named = await editorIn({ 'acme.mjs': PLUGIN }, { args: ['--plugin', './acme.mjs', '--rule', 'acme/no-debian=error'] });
  assert.is((await named.editor.open('images.yaml', GOOD))[0]?.severity, DiagnosticSeverity.Error);
});

server('options of the command line hold', async () => {
  const { editor } = await editorIn({}, { args: ['--rule', 'unknown-disk-format=info'] });
  assert.is((await editor.open('images.yaml', BAD))[0]?.severity, DiagnosticSeverity.Information);
});

server('what the baseline knows is not told, until it is taken out', async () => {
  const { editor, folder } = await editorIn({ 'images.yaml': BAD, 'glance-lint.config.yaml': 'baseline: glance-lint.baseline\n', 'glance-lint.baseline': '' });
  assert.is(cli(['baseline', 'update'], { cwd: folder }).code, 0);
  assert.equal(await editor.open('images.yaml', BAD), []);
  await editor.replace('images.yaml', 'Debian 13', 'Debian 14');
  assert.equal(codes(await editor.diagnostics('images.yaml')), ['unknown-disk-format']);
  await editor.replace('images.yaml', 'Debian 14', 'Debian 13');
  assert.equal(await editor.diagnostics('images.yaml'), []);
  assert.equal(await editor.actions('images.yaml', 'name', ['source.fixAll']), []);
  writeFileSync(path.join(folder, 'glance-lint.baseline'), '');
  await editor.fileChanged('glance-lint.baseline');
  await editor.until(() => editor.lastTold('images.yaml')?.length === 1, 'the baseline is still used');
});

server('comments that hold findings back can be passed by', async () => {
  const { editor } = await editorIn({}, { args: ['--ignore-suppressions'] });
  assert.equal(codes(await editor.open('images.yaml', `# glance-lint-disable-file\n${BAD}`)), ['unknown-disk-format']);
});

server('texts without a file are judged by their language', async () => {
  const { editor } = await editorIn({});
  assert.equal(codes(await editor.open('untitled:Untitled-1', BAD)), ['unknown-disk-format']);
  assert.equal(codes(await editor.open('untitled:Untitled-2', '{"name": "a", "disk_format": "QCOW2", "container_format": "bare"}', 'json')), ['unknown-disk-format']);
  const hcl = 'resource "openstack_images_image_v2" "a" {\n  name = "a"\n  disk_format = "QCOW2"\n  container_format = "bare"\n  local_file_path = "a.img"\n}\n';
  assert.ok(codes(await editor.open('untitled:Untitled-3', hcl, 'terraform')).includes('unknown-disk-format'));
  assert.equal(await editor.open('notes.md', BAD, 'markdown'), []);
});

server('what is no manifest is left alone', async () => {
  const { editor } = await editorIn({});
  const compose = 'services:\n  web:\n    image: nginx\n    image: apache\n';
  assert.equal(await editor.open('compose.yaml', compose), []);
  assert.is(await editor.hover('compose.yaml', 'web'), null);
  assert.equal(await editor.complete('compose.yaml', { line: 2, character: 4 }), []);
  assert.equal(await editor.symbols('compose.yaml'), []);
  assert.equal(await editor.actions('compose.yaml', 'web'), []);
});

server('a closed text has no diagnostics any more', async () => {
  const { editor } = await editorIn({});
  await editor.open('images.yaml', BAD);
  await editor.close('images.yaml');
  await editor.until(() => editor.lastTold('images.yaml')?.length === 0, 'the diagnostics stay');
});

server('an editor that can do little is served, too', async () => {
  const { editor } = await editorIn({}, { capabilities: { textDocument: { hover: { contentFormat: ['plaintext'] } } } });
  const [diagnostic] = await editor.open('images.yaml', `${BAD}min_ram: 1\n`);
  assert.equal([diagnostic?.codeDescription, diagnostic?.relatedInformation, diagnostic?.tags], [undefined, undefined, undefined]);
  const { kind, value } = (await editor.hover('images.yaml', 'QCOW2'))?.contents as MarkupContent;
  assert.is(kind, 'plaintext');
  assert.match(value, /^unknown-disk-format \(documentation: https:/);
  assert.equal((await editor.symbols('images.yaml')).map((symbol) => 'location' in symbol), Array.from({ length: 7 }, () => true));
  const fix = (await editor.actions('images.yaml', 'QCOW2')).find(({ isPreferred }) => isPreferred === true);
  assert.is(fix?.edit?.documentChanges, undefined);
  await editor.apply(fix as CodeAction);
  assert.match(editor.textOf('images.yaml'), /disk_format: qcow2/);
  await editor.replace('images.yaml', 'qcow2', 'RAW');
  const [all] = await editor.actions('images.yaml', 'RAW', ['source.fixAll']);
  await editor.apply(all as CodeAction);
  assert.match(editor.textOf('images.yaml'), /disk_format: raw/);
});

server('it says what it can do, and ends as it is told', async () => {
  const { editor } = await editorIn({});
  assert.is(editor.initialized?.serverInfo?.name, 'glance-lint');
  assert.equal(editor.initialized?.capabilities.codeActionProvider, { codeActionKinds: ['quickfix', 'source.fixAll.glance-lint'], resolveProvider: true });
  assert.is(await editor.stop(), 0);
});

server('it ends by itself when the editor is gone', async () => {
  const { editor } = await editorIn({});
  await editor.open('images.yaml', BAD);
  assert.is(await editor.crash(), 1);
});

server('nothing that an editor sends ends it', async () => {
  const { editor } = await editorIn({});
  await editor.open('images.yaml', BAD);
  const textDocument = { uri: editor.uriOf('images.yaml') };
  for (const method of ['hover', 'completion', 'codeAction', 'documentSymbol']) {
    for (const params of [undefined, {}, { textDocument: { uri: 'file:///nowhere.yaml' }, position: { line: 0, character: 0 } }, { textDocument, position: { line: 1e9, character: -5 } }, { textDocument: { uri: '' } }]) {
      await editor.ask(`textDocument/${method}`, params);
    }
  }
  await editor.ask('textDocument/rename', {});
  await editor.ask('completionItem/resolve', { label: 'x', data: { uri: 1 } });
  await editor.ask('codeAction/resolve', { title: 'x', data: 'x' });
  for (const method of ['textDocument/didOpen', 'textDocument/didChange', 'textDocument/didClose', 'textDocument/didSave', 'workspace/didChangeWatchedFiles', 'workspace/didChangeConfiguration', 'x/y']) {
    await editor.notify(method, {});
  }
  await editor.notify('textDocument/didOpen', { textDocument: { uri: 'file://host/%zz.yaml', languageId: 'yaml', version: 1, text: BAD } });
  await editor.notify('textDocument/didOpen', { textDocument: { uri: 'git:/a b%.yaml?ref=x', languageId: 'constructor', version: 1, text: BAD } });
  editor.write('Content-Length: 5\r\n\r\n{"a":');
  await editor.replace('images.yaml', 'QCOW2', 'qcow2');
  assert.equal(await editor.diagnostics('images.yaml'), []);
  assert.is(await editor.stop(), 0);
});

server('after hundreds of random edits it knows the text to the letter', async () => {
  const { editor } = await editorIn({}, { capabilities: CAPABILITIES });
  const chance = new Chance(20260823);
  const linter = await Linter.create();
  const pieces = ['a', '\n', '\r\n', ': ', '"', "'", '{', '}', '[', ']', '- ', '  ', '#', '😀', '\ud83d', 'disk_format: QCOW2\n', 'hw_disk_bus: virtio\n', '&a ', '*a', '<<: *a\n', '---\n', '\0', '\u2028', '|\n'];
  for (const [name, language, text] of [['a.yaml', 'yaml', BAD], ['a.json', 'json', '{"name": "a", "disk_format": "QCOW2", "container_format": "bare"}'], ['a.tf', 'terraform', 'resource "openstack_images_image_v2" "a" {\n  disk_format = "QCOW2"\n}\n']] as const) {
    await editor.open(name, text, language);
    for (let round = 0; round < 120; round++) {
      const { length } = editor.textOf(name);
      const start = Math.floor(chance.next() * (length + 1));
      const end = Math.min(length, start + (chance.is(0.5) ? 0 : Math.floor(chance.next() * 6)));
      const range = { start: editor.positionAt(name, start), end: editor.positionAt(name, end) };
      await editor.edit(name, [{ range, newText: chance.is(0.7) ? chance.pick(pieces) : '' }]);
      if (round % 10 !== 0) continue;
      const asked = editor.positionAt(name, Math.floor(chance.next() * (editor.textOf(name).length + 1)));
      await Promise.all([editor.complete(name, asked), editor.symbols(name), editor.hoverAt(name, asked), editor.actionsIn(name, { start: { line: 0, character: 0 }, end: asked })]);
    }
    const told = await editor.diagnostics(name);
    const { findings } = await linter.lintText(editor.textOf(name), { path: name });
    const expected = findings.filter(({ rule }) => rule !== 'unrecognised-manifest');
    // A search, and an editor, pass by what holds no image.
    if (told.length > 0 || expected.every(({ image }) => image !== null)) assert.equal(codes(told), expected.map(({ rule }) => rule), editor.textOf(name));
  }
  assert.is(await editor.stop(), 0);
});

server.run();
