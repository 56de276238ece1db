import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Path } from '../../src/model/image.js';
import { readerFor, type TextFormat } from '../../src/text/index.js';
import { Chance } from '../support/chance.js';
import { value, walk, type Plain } from '../support/values.js';
import { writeJson } from '../support/write-json.js';
import { writeYaml } from '../support/write-yaml.js';

const BARE = { name: 'container_format', value: 'bare' };

/** The text with `container_format: bare` in the map at a path; undefined when it is not sure how. */
async function added(text: string, format: TextFormat = 'yaml', path: Path = []): Promise<string | undefined> {
  const reader = await readerFor(format);
  const { documents: [document] } = reader.read(text);
  const edits = document && reader.edit(text, document, path, { add: BARE });
  return edits?.toSorted((a, b) => b.start - a.start).reduce((rest, edit) => {
    assert.is(edit.start === edit.end || /^\s+$/.test(text.slice(edit.start, edit.end)), true, 'nothing but blanks is lost');
    return rest.slice(0, edit.start) + edit.text + rest.slice(edit.end);
  }, text);
}

test('YAML: on a line of its own, below the last plain value above what nests', async () => {
  assert.is(await added('name: x\ndisk_format: raw # as it is\n# what Nova reads\nhw: {a: b}\n'),
    'name: x\ndisk_format: raw # as it is\ncontainer_format: bare\n# what Nova reads\nhw: {a: b}\n');
  assert.is(await added('name: x'), 'name: x\ncontainer_format: bare');
  assert.is(await added('name: x\r\nhw:\r\n  a: b\r\n'), 'name: x\r\ncontainer_format: bare\r\nhw:\r\n  a: b\r\n');
  assert.is(await added('images:\n  - name: x\n    tags: []\n  - name: y\n', 'yaml', ['images', 0]), 'images:\n  - name: x\n    container_format: bare\n    tags: []\n  - name: y\n');
  assert.is(await added('- - name: >-\n      x\n    min_disk: 1\n', 'yaml', [0, 0]), '- - name: >-\n      x\n    min_disk: 1\n    container_format: bare\n');
});

test('YAML: in brackets and quotes as the neighbours are', async () => {
  assert.is(await added('{name: x, hw: {a: b}}'), '{name: x, container_format: bare, hw: {a: b}}');
  assert.is(await added('{"name": "x"}\n'), '{"name": "x", "container_format": "bare"}\n');
  assert.is(await added("'name': 'x'\n"), "'name': 'x'\n'container_format': 'bare'\n");
  assert.is(await added('{\n  name: x # the name\n}\n'), '{\n  name: x, # the name\n  container_format: bare\n}\n');
  assert.is(await added('{\n  name: x, # the name\n  a: b\n}\n', 'yaml'), '{\n  name: x, # the name\n  a: b,\n  container_format: bare\n}\n');
  assert.is(await added('{}\n'), '{container_format: bare}\n');
});

test('YAML: not where the entry would belong to others as well', async () => {
  const anchored = 'a: &a {x: 1}\nb: *a\nc: {<<: *a, y: 1}\n';
  assert.is(await added(anchored, 'yaml', ['a']), undefined);
  assert.is(await added(anchored, 'yaml', ['b']), undefined);
  assert.is(await added(anchored, 'yaml', ['c']), anchored.replace('y: 1', 'y: 1, container_format: bare'));
  assert.is(await added('a: &a {container_format: ovf}\nb: {<<: *a, y: 1}\n', 'yaml', ['b']), undefined);
  assert.is(await added('container_format: ovf\n'), undefined);
  assert.is(await added('[name: x]\n', 'yaml', [0]), undefined);
  assert.is(await added('- [\n  name: x\n  ]\n', 'yaml', [0, 0]), undefined);
  assert.is(await added('? name\n: x\n'), undefined);
  assert.is(await added('name: |\n  x\n'), undefined);
});

test('JSON: with the blanks and line ends of the entry that it follows', async () => {
  assert.is(await added('{"name":"x","a":[]}', 'json'), '{"name":"x","container_format":"bare","a":[]}');
  assert.is(await added('{"name": "x"}', 'json'), '{"name": "x", "container_format": "bare"}');
  assert.is(await added('{ "name": "x", "b": 1 }', 'json'), '{ "name": "x", "b": 1, "container_format": "bare" }');
  assert.is(await added('{\r\n\t"name": "x",\r\n\t"a": {}\r\n}', 'json'), '{\r\n\t"name": "x",\r\n\t"container_format": "bare",\r\n\t"a": {}\r\n}');
  assert.is(await added('{\n  "name": "x"\n}', 'json'), '{\n  "name": "x",\n  "container_format": "bare"\n}');
  assert.is(await added('{ }', 'json'), '{"container_format": "bare"}');
  assert.is(await added('{"a": []}', 'json'), undefined);
  assert.is(await added('{"name": "x"}\n{"name": "y"}\n', 'ndjson'), '{"name": "x", "container_format": "bare"}\n{"name": "y"}\n');
});

test('HCL: on a line of its own, the "=" below the others', async () => {
  const path = ['resource', 'openstack_images_image_v2', 'x'];
  const block = (body: string): string => `resource "openstack_images_image_v2" "x" {\n${body}}\n`;
  assert.is(await added(block('  name        = "x" # its name\n  disk_format = "raw"\n\n  properties = {\n    a = "b"\n  }\n'), 'hcl', path),
    block('  name        = "x" # its name\n  disk_format = "raw"\n  container_format = "bare"\n\n  properties = {\n    a = "b"\n  }\n'));
  assert.is(await added(block('  local_file_path  = "x"\r\n'), 'hcl', path), block('  local_file_path  = "x"\r\n  container_format = "bare"\r\n'));
  assert.is(await added('resource "openstack_images_image_v2" "x" { name = "x" }\n', 'hcl', path), undefined);
  assert.is(await added(block('  name = <<EOT\nx\nEOT\n'), 'hcl', path), undefined);
});

test('the map has the entry, and nothing else has changed', async () => {
  const [json, yaml] = [await readerFor('json'), await readerFor('yaml')];
  let tried = 0;
  let made = 0;
  fc.assert(fc.property(value, fc.integer(), fc.boolean(), (given, seed, isJson) => {
    const chance = new Chance(seed);
    const reader = isJson ? json : yaml;
    const text = isJson ? writeJson(given, chance) : writeYaml(given, chance, { aliases: 0.2, lineEnd: chance.pick(['\n', '\r\n']) });
    const maps: Path[] = [];
    walk(given, (item, path) => { if (typeof item === 'object' && item !== null && !Array.isArray(item)) maps.push(path); });
    const [document] = reader.read(text).documents;
    if (maps.length === 0 || document === undefined) return;
    const path = chance.pick(maps);
    const edits = reader.edit(text, document, path, { add: BARE });
    tried++;
    if (edits === undefined) return;
    made++;
    const changed = edits.toSorted((a, b) => b.start - a.start).reduce((rest, edit) => rest.slice(0, edit.start) + edit.text + rest.slice(edit.end), text);
    const { documents, problems } = reader.read(changed);
    assert.equal(problems.map(({ reason }) => reason), [], changed);
    assert.is(sorted(documents[0]?.value as Plain), sorted(withEntry(given, path)), `${text}\n-->\n${changed}`);
  }), { numRuns: 3000 });
  assert.ok(made > tried / 4, `${made} of ${tried}`);
});

function withEntry(root: Plain, path: Path): Plain {
  const [step, ...rest] = path;
  if (step === undefined) return { ...(root as object), [BARE.name]: BARE.value };
  const copy = (Array.isArray(root) ? [...root] : Object.fromEntries(Object.entries(root as object))) as { [key: string]: Plain };
  Object.defineProperty(copy, step, { value: withEntry((root as { [key: string]: Plain })[step] as Plain, rest), enumerable: true, configurable: true, writable: true });
  return copy;
}

/** As JSON, keys in one order, whatever their names. */
function sorted(item: Plain): string {
  if (typeof item !== 'object' || item === null) return JSON.stringify(item);
  if (Array.isArray(item)) return `[${item.map(sorted).join()}]`;
  return `{${Object.keys(item).sort().map((name) => `${JSON.stringify(name)}:${sorted(item[name] as Plain)}`).join()}}`;
}

test.run();
