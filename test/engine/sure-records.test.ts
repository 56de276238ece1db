import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { LintRun } from '../../src/engine/lint-run.js';
import type { LintSettings, Manifest } from '../../src/engine/lint-text.js';
import { jsonReader } from '../../src/text/json.js';
import { yamlReader } from '../../src/text/yaml.js';
import { docsOf, TOOL } from '../../src/tool.js';
import { Chance } from '../support/chance.js';
import { EXAMPLE_IMAGES } from '../support/example-images.js';
import { lintAll, newSettings, plainSettings, sameReports } from '../support/lint-runs.js';

/** What a run over texts finds, and which of them it has read. */
function report(texts: readonly string[], isJson: boolean, settings: () => LintSettings): { readonly found: string; readonly read: readonly number[] } {
  const read: number[] = [];
  const manifests = texts.map((text, index): Manifest => {
    const reader = isJson ? jsonReader : yamlReader;
    return { file: `${index}`, text, invalidAt: -1, reader: { ...reader, read: (own) => (read.push(index), reader.read(own)) } };
  });
  const run = new LintRun({ tool: TOOL, docsOf, withLineHashes: false, reread: (file) => manifests[Number(file)] });
  for (const manifest of manifests) run.lint(manifest, settings());
  const lintedFirst = [...read];
  const { findings, summary, failures } = run.finish();
  return { found: JSON.stringify({ findings, summary, failures }, null, 1), read: lintedFirst };
}

/** Values as they may stand in a JSON text. */
const JSON_VALUES = [
  '"a"', '"Ubuntu 24.04 build 7"', '""', '" a"', '"a "', '"{{ name }}"', '"${name}"', '"%{ if a }"', '"a\\u0062"', '"a\\"b"', '"a\\\\"', '"Übung"', '"🐧"',
  '"a/b"', "\"it's\"", '"\ud800"', '"\u2028"', `"${'x'.repeat(300)}"`, '0', '1', '10', '-1', '1.5', '1e3', '2147483648', '12345678901234567890', '010', 'null', 'true', 'false',
  '[]', '["a"]', '["a", "a"]', '{}', '"raw"', '"iso"', '"ami"', '"qcow2"', '"vmdk"', '"active"', '"queued"', '"windows"', '"virtio"', '"public"', '"2024-05-01T10:00:00Z"', '"2023-02-30T10:00:00Z"', '"6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e"',
  '"0123456789abcdef0123456789abcdef"', '"0123456789ABCDEF0123456789abcdef"', '"d41d8cd98f00b204e9800998ecf8427e"', '"', '"a" "b"', '', '1 2', '"a", "name": "b"',
];
/** And in YAML. */
const YAML_VALUES = [
  ...JSON_VALUES, 'a', 'Ubuntu 24.04 build 7', 'yes', 'no', 'on', 'Off', 'y', 'n', 'True', 'NULL', '~', '.inf', '.nan', 'nan', '1_000', '0x10', '0o10', '0b1', '12:30:45', '1e3', '+5', '.5', '=', '<<',
  '2024-05-01', '2024-05-01T10:00:00Z', 'a: b', 'a #b', 'a # b', "'a'", "'it''s'", '"a\n    b"', 'a\n    b', '|-\n    a', '>-\n    a\n    b', '- a', '*a', '&a b', '!!str 5', '!x a', '[a, b]', '{a: b}',
  '6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e', '12345678901234567890123456789012', '1234567890123456789012345678e012', 'a\tb', '# a', 'a # glance-lint-disable-line', '-', '- ', '?', ':', '%a', '@a', '`a`',
];
const NAMES = ['id', 'name', 'owner', 'visibility', 'protected', 'os_hidden', 'min_disk', 'min_ram', 'size', 'virtual_size', 'checksum', 'os_hash_value', 'created_at', 'updated_at', 'tags',
  'disk_format', 'container_format', 'status', 'os_hash_algo'];

function written(image: Readonly<Record<string, unknown>>, changed: Readonly<Record<string, string>>, isJson: boolean, style: string): string {
  const entries = Object.keys({ ...image, ...changed }).map((name) => [name, changed[name] ?? scalar(image[name], isJson, style)] as const);
  if (isJson) return `{${entries.map(([name, value]) => `${style}${JSON.stringify(name)}:${style === '' ? '' : ' '}${value}`).join(',')}${style === '' ? '' : '\n'}}\n`;
  return `---\n${entries.map(([name, value]) => `${/^\w+$/.test(name) ? name : JSON.stringify(name)}: ${value}${name === 'disk_format' ? ' # what is it' : ''}\n`).join('')}`;
}

function scalar(value: unknown, isJson: boolean, style: string): string {
  if (!isJson && typeof value === 'string') {
    if (style === 'plain' && /^[a-z][\w.-]*( [\w.-]+)*$/i.test(value)) return value;
    if (style === 'single' && !/['\n]/.test(value)) return `'${value}'`;
  }
  return JSON.stringify(value);
}

test('records that are written like clean ones are as clean as they look', () => {
  let [records, unread] = [0, 0];
  const seasoned = newSettings();
  fc.assert(fc.property(fc.integer(), fc.boolean(), (seed, isJson) => {
    const chance = new Chance(seed);
    const image = { name: 'x', ...chance.pick(EXAMPLE_IMAGES), ...(chance.is(0.5) ? { tags: ['a', 'b'] } : {}), ...(chance.is(0.5) ? { min_ram: 512, protected: false } : {}) };
    const style = chance.pick(isJson ? ['', '\n  '] : ['plain', 'single', 'double']);
    const texts: string[] = [];
    for (let count = 0; count < 24; count++) texts.push(written(image, { name: scalar(`image ${count}`, isJson, style) }, isJson, style));
    for (let count = 0; count < 30; count++) {
      const changed: Record<string, string> = {};
      for (let changes = chance.pick([0, 1, 1, 2]); changes > 0; changes--) {
        const name = chance.is(0.8) ? chance.pick(NAMES.filter((one) => Object.hasOwn(image, one))) : chance.pick(Object.keys(image));
        changed[name] = chance.pick(isJson ? JSON_VALUES : YAML_VALUES);
      }
      texts.push(written(image, changed, isJson, style));
    }
    const expected = report(texts, isJson, newSettings);
    assert.equal(expected.read.length, texts.length, 'settings that are new know no records');
    const own = newSettings();
    const actual = report(texts, isJson, () => own);
    assert.fixture(actual.found, expected.found);
    assert.fixture(report(texts, isJson, () => seasoned).found, expected.found);
    records += texts.length;
    unread += texts.length - actual.read.length;
  }), { numRuns: 80 });
  assert.ok(unread > records / 10, `${unread} of ${records} records were not read`);
});

const image = (name: string): string => JSON.stringify({ name, disk_format: 'raw', container_format: 'bare', os_distro: 'debian', hw_disk_bus: 'scsi', hw_scsi_model: 'virtio-scsi' });

test('a record that is written like others is not read, unless it has something new', () => {
  const settings = newSettings();
  const names = Array.from({ length: 20 }, (_, index) => `debian ${index}`);
  const known = report([...names.map(image), image('debian x'), image('debian\ty'), image(' debian'), image('{{ debian }}')], true, () => settings);
  assert.equal(known.read.slice(-3), [21, 22, 23]);
  assert.ok(known.read.length < 24, 'the last of those that are alike were not read');
});

test('an image that is the same as another is found to be', () => {
  const settings = newSettings();
  const texts = [...Array.from({ length: 30 }, (_, index) => image(`debian ${index}`)), image('debian 29')].map((text, index) => text.replace('{', `{"id":"6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d${index === 30 ? 29 : 10 + index}",`));
  const { found, read } = report(texts, true, () => settings);
  assert.not(read.includes(30));
  assert.match(found, /"rule": "duplicate-id"/);
});

const list = Array.from({ length: 40 }, (_, index) => image(`debian ${index}`));

/** What is found in files, by kind. It is the same in parts, with records unread, and without any shortcut. */
async function foundIn(texts: Readonly<Record<string, string>>, partSize = 400): Promise<readonly string[]> {
  const quick = await lintAll(texts, newSettings(), { partSize });
  sameReports(quick, await lintAll(texts, plainSettings()));
  const { findings } = JSON.parse(quick.report) as { findings: { file: string; rule: string }[] };
  return [...new Set(findings.map(({ file, rule }) => `${file} ${rule}`))];
}

test('a comma behind the last of the records that are alike is told', async () => {
  assert.equal(await foundIn({ 'a.json': `[\n${list.join(',\n')}\n]` }), []);
  assert.equal(await foundIn({ 'a.json': `[\n${list.join(',\n')},\n]` }), ['a.json syntax-error']);
  for (let at = 20; at < 40; at++) assert.equal(await foundIn({ 'a.json': `[\n${list.map((one, index) => one + (index === at ? ',,' : index === 39 ? '' : ',')).join('\n')}\n]` }), ['a.json syntax-error']);
});

test('a digest of another length than those of like records is told', async () => {
  const records = Array.from({ length: 40 }, (_, index) => JSON.stringify({ name: `debian ${index}`, disk_format: 'raw', container_format: 'bare', status: 'active', created_at: '2024-05-01T10:00:00Z', size: 1000 + index, os_hash_algo: 'sha512', os_hash_value: `9${String(index).padStart(127, 'b')}` }));
  for (const texts of [{ 'a.json': `[\n${records.join(',\n')}\n]` }, Object.fromEntries(records.map((record, index) => [`${index}.json`, record]))]) {
    assert.equal(await foundIn(texts), []);
    const short = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text.replace('b36"', '"')]));
    assert.equal((await foundIn(short)).map((one) => one.split(' ')[1]), ['hash-length-mismatch']);
  }
});

test('an alias means what stands above it in its own text', async () => {
  const anchor = (rest: string): string => `- &base\n  name: base\n  disk_format: raw\n${rest}`;
  const merging = Array.from({ length: 40 }, (_, index) => `- <<: *base\n  name: debian ${index}\n`).join('');
  const [good, bad] = [anchor('  container_format: bare\n'), anchor('')];
  assert.equal(await foundIn({ 'good.yaml': good + merging }), []);
  assert.equal(await foundIn({ 'good.yaml': good + merging, 'bad.yaml': bad + merging.replaceAll('debian', 'ubuntu') }), ['bad.yaml missing-format']);
  assert.equal(await foundIn({ 'both.yaml': good + merging + bad.replace('name: base', 'name: other') + merging.replaceAll('debian', 'ubuntu') }), ['both.yaml missing-format']);
  assert.equal(await foundIn({ 'good.yaml': good + merging, 'none.yaml': '- <<: *base\n  name: ubuntu\n' }), ['none.yaml syntax-error']);
});

test('what a list says before another document does not speak for that document', async () => {
  const texts = Array.from({ length: 30 }, (_, index) => `- name: debian ${index}\n  disk_format: raw\n  container_format: bare\n---\nname: other\ndisk_format: qcow3\n`);
  const found = await foundIn(Object.fromEntries(texts.map((text, index) => [`${index}.yaml`, text])));
  assert.is(found.filter((one) => one.endsWith('unknown-disk-format')).length, 30);
});

test('what is an image only beside others is none in a file of its own', async () => {
  const spare = (number: number): string => `{"name":"debian ${number}","status":"active","created_at":"2024-05-01T10:00:00Z","os_distro":"debian"}`;
  const spares = Array.from({ length: 40 }, (_, index) => spare(index));
  assert.equal(await foundIn({ 'a.json': `[\n${image('first')},\n${spares.join(',\n')}\n]`, 'b.json': spare(77) }), ['b.json unrecognised-manifest']);
  assert.equal(await foundIn({ 'a.ndjson': `${image('first')}\n${spares.join('\n')}`, 'b.ndjson': spare(77) }), ['b.ndjson unrecognised-manifest']);
  const items = spares.map((one) => `- ${one}\n`);
  assert.equal(await foundIn({ 'a.yaml': `- ${image('first')}\n${items.join('')}`, 'b.yaml': `- ${spare(77)}\n` }), ['b.yaml unrecognised-manifest']);
});

test('in a part that holds nothing but such an image, it is found to be the same as another', async () => {
  const spare = (number: number): string => `{"id":"6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d${10 + number}","name":"debian ${number}","status":"active","created_at":"2024-05-01T10:00:00Z","os_distro":"debian"}`;
  const spares = Array.from({ length: 40 }, (_, index) => (index === 30 ? spare(29) : spare(index)));
  // The first part has images and shows what such a record is worth beside them.
  assert.equal(await foundIn({ 'a.json': `[\n${image('first')},\n${spares.join(',\n')}\n]` }, 900), ['a.json duplicate-id']);
});

test('a finding is shown with the lines before it, also with a blank one', async () => {
  const text = list.map((one, index) => `${index % 2 === 0 ? '' : '\n'}${index >= 20 && index % 4 === 2 ? one.replace('"raw"', '"qcow3"') : one}\n`).join('');
  for (let size = 200; size < 600; size += 20) assert.equal(await foundIn({ 'a.ndjson': text }, size), ['a.ndjson unknown-disk-format']);
});

test.run();
