import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { DocumentSymbol } from 'vscode-languageserver';
import { flatSymbols, symbolsOf } from '../../src/lsp/symbols.js';
import { analysisOf } from '../support/analysis.js';
import { GOOD } from '../support/folder.js';

async function outline(text: string, path = 'images.yaml'): Promise<readonly DocumentSymbol[]> {
  return symbolsOf(await analysisOf(text, { path }));
}

/** Names, nested. */
function names(symbols: readonly DocumentSymbol[]): unknown[] {
  return symbols.map(({ name, children = [] }) => (children.length === 0 ? name : [name, ...names(children)]));
}

test('an image has its attributes inside', async () => {
  const symbols = await outline(GOOD);
  assert.equal(names(symbols), [['Debian 13', 'name', 'disk_format', 'container_format', 'min_disk', 'min_ram']]);
  assert.is(symbols[0]?.children?.[1]?.detail, 'qcow2');
  assert.equal(symbols[0]?.children?.[1]?.selectionRange, { start: { line: 1, character: 0 }, end: { line: 1, character: 11 } });
});

test('every image of a list, of several documents and of a stream is there', async () => {
  const list = '- name: a\n  disk_format: raw\n  container_format: bare\n- id: 0c1e4b9a-0000-4000-8000-000000000001\n  disk_format: raw\n- disk_format: raw\n';
  assert.equal((await outline(list)).map(({ name }) => name), ['a', '0c1e4b9a-0000-4000-8000-000000000001', 'image 3']);
  assert.equal((await outline(`${GOOD}---\n${GOOD.replace('13', '14')}`)).map(({ name }) => name), ['Debian 13', 'Debian 14']);
  const record = (name: string): string => `{"name": "${name}", "disk_format": "raw", "container_format": "bare"}\n`;
  assert.equal((await outline(record('a') + record('b'), 'x.ndjson')).map(({ name }) => name), ['a', 'b']);
});

test('a catalogue\'s item is one image with its versions', async () => {
  const text = 'images:\n  - name: a\n    format: raw\n    login: x\n    meta: {os_distro: ubuntu}\n    versions:\n      - version: "1"\n        url: https://x/1.img\n      - version: "2"\n        url: https://x/2.img\n';
  assert.equal(names(await outline(text)), [
    ['a', 'name', 'format', 'login', ['meta', 'os_distro'], ['versions', ['[0]', 'version', 'url'], ['[1]', 'version', 'url']]],
  ]);
});

test('a resource of Terraform is shown from its label to its end', async () => {
  const text = 'resource "openstack_images_image_v2" "a" {\n  name = "A"\n  disk_format = "raw"\n  properties = {\n    os_distro = "ubuntu"\n  }\n}\n';
  const symbols = await outline(text, 'main.tf');
  assert.equal(names(symbols), [['A', 'name', 'disk_format', ['properties', 'os_distro']]]);
  assert.equal(symbols[0]?.range, { start: { line: 0, character: 37 }, end: { line: 6, character: 1 } });
});

test('names are never empty, and selections lie within their ranges', async () => {
  const text = '- name: ""\n  "": x\n  disk_format: raw\n  container_format:\n  visibility: &v public\n- {<<: {name: b}, disk_format: raw, container_format: bare, tags: [a, {b: c}]}\n';
  const walk = (symbols: readonly DocumentSymbol[]): void => {
    for (const { name, range, selectionRange, children = [] } of symbols) {
      assert.is.not(name, '');
      const before = (a: DocumentSymbol['range']['start'], b: DocumentSymbol['range']['start']): boolean => a.line < b.line || (a.line === b.line && a.character <= b.character);
      assert.ok(before(range.start, selectionRange.start) && before(selectionRange.end, range.end), name);
      walk(children);
    }
  };
  const symbols = await outline(text);
  assert.is(symbols.length, 2);
  walk(symbols);
});

test('what is no manifest has no symbols', async () => {
  assert.equal(await outline('services:\n  web:\n    image: nginx\n'), []);
  assert.equal(await outline(''), []);
});

test('without an outline there is a list', async () => {
  const flat = flatSymbols(await outline(GOOD), 'file:///x');
  assert.equal(flat.map(({ name, containerName }) => `${containerName ?? ''}/${name}`).slice(0, 3), ['/Debian 13', 'Debian 13/name', 'Debian 13/disk_format']);
});

test('a very long list is told without parts', async () => {
  const symbols = await outline(`[${Array.from({ length: 3000 }, (_, index) => `{"name": "i${index}", "disk_format": "raw"}`).join(',\n')}]`, 'x.json');
  assert.is(symbols.length, 3000);
  assert.equal(symbols[0]?.children, []);
});

test.run();
