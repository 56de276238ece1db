import { writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { RULES } from '../../rules/index.js';
import { DIALECTS } from '../../src/dialects/index.js';
import { Catalogue } from '../../src/engine/catalogue.js';
import { LintRun } from '../../src/engine/lint-run.js';
import type { Manifest } from '../../src/engine/lint-text.js';
import { settle } from '../../src/engine/settings.js';
import { FileParts } from '../../src/project/file-parts.js';
import { decode, formatOf, readerFor, type TextFormat } from '../../src/text/index.js';
import { docsOf, TOOL } from '../../src/tool.js';
import { Chance } from '../support/chance.js';
import { EXAMPLE_IMAGES } from '../support/example-images.js';
import { folderWith } from '../support/folder.js';

const settings = { ...settle([{ extends: ['strict'] }], new Catalogue(RULES, DIALECTS)), isNamed: true };
const folder = folderWith({});
let partedFiles = 0;

/** What a run finds in some texts, linted in parts of so many bytes or as a whole. */
async function reportOf(texts: Readonly<Record<string, string | Buffer>>, size?: number): Promise<string> {
  const manifests: Manifest[] = [];
  for (const [name, text] of Object.entries(texts)) {
    const file = path.join(folder, name);
    writeFileSync(file, text);
    const format = formatOf(name);
    const reader = await readerFor(format);
    const parts = size === undefined ? undefined : FileParts.of(file, format, reader, { size });
    manifests.push({ file: name, reader, ...decode(Buffer.from(text)), ...(parts && { parts }) });
  }
  const run = new LintRun({ tool: TOOL, docsOf, withLineHashes: true, reread: (file) => manifests.find((manifest) => manifest.file === file) });
  for (const { parts, ...manifest } of manifests) {
    let isWhole = false;
    const watched = { ...manifest, ...(parts && { parts }), get text() { isWhole = true; return manifest.text; } };
    run.lint(watched, settings);
    if (!isWhole) partedFiles++;
  }
  const { findings, summary, failures } = run.finish();
  return JSON.stringify({ findings, summary, failures }, null, 1);
}

/** Lints in parts and as a whole. Says how many files could be parted. */
async function same(texts: Readonly<Record<string, string | Buffer>>, size: number): Promise<number> {
  const before = partedFiles;
  const inParts = await reportOf(texts, size);
  const parted = partedFiles - before;
  assert.fixture(inParts, await reportOf(texts));
  return parted;
}

const ODD_NAMES = ['Übung "1"', 'a\n- name: b', 'a\n---\nb', '},\n  {', '{{ name }}', '日本 🐧', ' padded ', 'x'.repeat(300), '# no comment', '\ud800', 'a\u2028b'];

/** Images, some of them the same as earlier ones in some way, some odd. */
function images(chance: Chance): object[] {
  const made: Record<string, unknown>[] = [];
  for (let count = Math.floor(chance.next() * 12); count >= 0; count--) {
    const image: Record<string, unknown> = { name: `image ${count}`, disk_format: 'qcow2', ...chance.pick(EXAMPLE_IMAGES) };
    if (chance.is(0.3)) image['id'] = `00000000-0000-4000-8000-00000000000${Math.floor(chance.next() * 3)}`;
    if (chance.is(0.2)) image['name'] = chance.pick(ODD_NAMES);
    if (chance.is(0.1)) image['locations'] = [{ url: 'file:///a', metadata: {} }, { url: 'file:///b', metadata: {} }];
    if (chance.is(0.1)) image['tags'] = ['a', 'a', 'b'];
    made.push(chance.is(0.1) && made.length > 0 ? (made[0] as Record<string, unknown>) : image);
  }
  return made;
}

function jsonText(list: readonly object[], chance: Chance): string {
  const indentation = chance.pick(['  ', ' ', '    ', '\t']);
  return `${JSON.stringify(list, null, indentation)}${chance.pick(['', '\n', ' \n\n'])}`;
}

function yamlText(list: readonly object[], chance: Chance): string {
  const items = list.map((image) => {
    const lines = Object.entries(image).flatMap(([name, value]) => [
      `${/^\w+$/.test(name) ? name : JSON.stringify(name)}: ${typeof value === 'string' && chance.is(0.1) ? `|-\n    ${value.replaceAll('\n', '\n    ')}` : JSON.stringify(value)}`,
      ...(chance.is(0.05) ? ['# - remark'] : []),
    ]);
    return `- ${lines.join('\n  ')}\n${chance.is(0.1) ? '\n# between\n' : ''}`;
  });
  return `${chance.pick(['', '---\n', '# head\n---\n', '\n\n# head\n'])}${items.join('')}`;
}

const WRITERS: Readonly<Record<string, (list: readonly object[], chance: Chance) => string>> = {
  'images.json': jsonText,
  'images.ndjson': (list, chance) => list.map((image) => `${JSON.stringify(image)}\n${chance.is(0.1) ? ' \n' : ''}`).join(''),
  'images.yaml': yamlText,
};

test('parts give the findings of the whole, byte for byte', async () => {
  let [files, parted] = [0, 0];
  await fc.assert(fc.asyncProperty(fc.integer(), fc.constantFrom(...Object.keys(WRITERS)), fc.integer({ min: 16, max: 3000 }), async (seed, name, size) => {
    const chance = new Chance(seed);
    const write = WRITERS[name] as (list: readonly object[], chance: Chance) => string;
    const lineEnd = chance.pick(['\n', '\n', '\r\n']);
    const text = (): string => write(images(chance), chance).replaceAll('\n', lineEnd);
    const texts = { [name]: text(), ...(chance.is(0.3) ? { [`other-${name}`]: text() } : {}) };
    files += Object.keys(texts).length;
    parted += await same(texts, size);
  }), { numRuns: 400 });
  assert.ok(parted > files / 2, `${parted} of ${files} files were parted`);
});

test('whatever is changed in a text, parts give the findings of the whole', async () => {
  const pieces = ['\n', '\r', '{', '}', '[', ']', ',', '"', '- ', '\n- ', '---\n', '\n...\n', '\n', ' ', '&a ', '*a ', '# glance-lint-disable-line\n', '},\n  {', '\ufeff', 'null', '1', '<<: *a\n', '%YAML 1.1\n', "'", '|\n', 'é'];
  await fc.assert(fc.asyncProperty(fc.integer(), fc.constantFrom(...Object.keys(WRITERS)), fc.integer({ min: 16, max: 1500 }), async (seed, name, size) => {
    const chance = new Chance(seed);
    let text = (WRITERS[name] as (list: readonly object[], chance: Chance) => string)(images(chance), chance);
    for (let changes = 1 + Math.floor(chance.next() * 3); changes > 0; changes--) {
      const at = chance.is(0.2) ? 0 : Math.floor(chance.next() * text.length);
      text = text.slice(0, at) + chance.pick(pieces) + text.slice(at + (chance.is(0.5) ? 0 : Math.floor(chance.next() * 5)));
    }
    await same({ [name]: text }, size);
  }), { numRuns: 600 });
});

const two = (separator: string): string => [`name: a${separator}`, 'disk_format: qcow3'].join('\n  ');

const DOUBTFUL: Readonly<Record<string, string | Buffer>> = {
  'an alias into another part.yaml': `- &a\n  name: a\n  disk_format: qcow3\n${`- ${two('')}\n`.repeat(5)}- *a\n`,
  'a comment for us.yaml': `- ${two('')}\n# glance-lint-disable-next-line\n- ${two('')}\n`,
  'two documents.yaml': `- ${two('')}\n---\n- ${two('')}\n`,
  'a document that ends.yaml': `- ${two('')}\n...\n- ${two('')}\n`,
  'items of two dialects.json': `[\n${'{"name": "a", "disk_format": "qcow3"},\n'.repeat(6)}{"name": "c", "disk_format": "qcow3", "properties": {}}\n]`,
  'an item that is none.json': '[\n{"name": "a", "disk_format": "qcow3"},\n{"name": "b", "disk_format": "qcow3"},\n5\n]',
  'a duplicate key.json': '[\n{"name": "a", "disk_format": "qcow3"},\n{"name": "a", "name": "b", "disk_format": "qcow3"}\n]',
  'a broken record.ndjson': '{"name": "a", "disk_format": "qcow3"}\n{"name": \n{"name": "a", "disk_format": "qcow3"}\n',
  'a byte order mark.ndjson': '\ufeff{"name": "a", "disk_format": "qcow3"}\n{"name": "a", "disk_format": "qcow3"}\n',
  'bytes that are no text.ndjson': Buffer.from('{"name": "a\xff", "disk_format": "qcow3"}\n{"name": "a", "disk_format": "qcow3"}\n', 'latin1'),
  'no list.json': '{"name": "a",\n"disk_format": "qcow3"}',
  'something else.json': '[\n{"a": 1},\n{"a": 1}\n]',
  'another bracket.json': '[\n{"name": "a", "disk_format": "qcow3"},\n{"name": "b", "disk_format": "qcow3"}\n}',
  'no bracket.json': '[\n{"name": "a", "disk_format": "qcow3"},\n{"name": "b", "disk_format": "qcow3"}\n',
  'text behind.json': '[\n{"name": "a", "disk_format": "qcow3"},\n{"name": "b", "disk_format": "qcow3"}\n]\n[]',
};

for (const [name, text] of Object.entries(DOUBTFUL)) {
  test(`${name.replace('.', ': ')} is linted as a whole`, async () => {
    assert.is(await same({ [name.replaceAll(' ', '-')]: text }, 20), 0);
  });
}

test('records before the first one that is recognised are no images', async () => {
  assert.is(await same({ 'images.ndjson': '{"a": 1}\n{"b": 1}\n{"name": "a", "disk_format": "qcow3"}\n{"c": 1}\n' }, 10), 1);
});

test('a blank line before a record that is longer than a part has its number', async () => {
  const long = 'x'.repeat(200);
  assert.is(await same({ 'images.ndjson': `\n{"name": "${long}", "disk_format": "qcow3"}\n{"name": "a", "disk_format": "qcow3"}\n` }, 20), 1);
  assert.is(await same({ 'images.yaml': `\n- name: ${long}\n  disk_format: qcow3\n- ${two('')}\n` }, 20), 1);
});

test('other formats are not parted', async () => {
  for (const format of ['jsonc', 'hcl'] satisfies TextFormat[]) assert.is(FileParts.of('x', format, await readerFor(format)), undefined);
});

test.run();
