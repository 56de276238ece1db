import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { CompletionItemTag, type CompletionItem, type TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { DIALECTS } from '../../src/dialects/index.js';
import { PROPERTIES } from '../../src/facts/properties/index.js';
import type { Analysis } from '../../src/lsp/analysis.js';
import { completionsAt, documentationOf, type NameData } from '../../src/lsp/completion.js';
import { analysisOf, marked, type AnalysisOptions } from '../support/analysis.js';
import { GOOD } from '../support/folder.js';

interface Offered {
  readonly items: readonly CompletionItem[];
  readonly labels: readonly string[];
  readonly analysis: Analysis;
  /** The text after one of them was chosen. */
  choose(label: string): string;
}

/** What is offered at `|`. */
async function offered(given: string, { isNameWanted, ...options }: AnalysisOptions & { isNameWanted?: boolean } = {}): Promise<Offered> {
  const { text, offset } = marked(given);
  const analysis = await analysisOf(text, options);
  const items = completionsAt(analysis, offset, isNameWanted === undefined ? {} : { isNameWanted });
  return {
    items,
    labels: items.map(({ label }) => label),
    analysis,
    choose(label) {
      const item = items.find((one) => one.label === label);
      if (item === undefined) throw new Error(`"${label}" is not offered, only ${items.map((one) => one.label).join(', ')}`);
      return TextDocument.applyEdits(TextDocument.create('file:///x', 'any', 1, text), [item.textEdit as TextEdit]);
    },
  };
}

const TERRAFORM = 'resource "openstack_images_image_v2" "a" {\n  name = "a"\n  container_format = "bare"\n@\n}\n';
const CATALOGUE = 'images:\n  - name: a\n    format: raw\n    login: x\n    meta:\n      os_distro: ubuntu\n@    versions:\n      - version: "1"\n        url: https://x/1.img\n';

test('names of attributes and properties, without those that are there', async () => {
  const { labels, choose } = await offered(`${GOOD}hw_d|`);
  for (const name of ['visibility', 'tags', 'hw_disk_bus', 'os_distro']) assert.ok(labels.includes(name), name);
  for (const name of ['name', 'disk_format', 'min_disk', 'img_mappings']) assert.not.ok(labels.includes(name), name);
  assert.is(choose('hw_disk_bus'), `${GOOD}hw_disk_bus: `);
});

test('an image to create is not offered what Glance sets itself, a record is', async () => {
  assert.not.ok((await offered(`${GOOD}|`)).labels.includes('checksum'));
  const record = `${GOOD}id: 0c1e4b9a-0000-4000-8000-000000000001\nstatus: active\ncreated_at: "2026-01-01T00:00:00Z"\nupdated_at: "2026-01-01T00:00:00Z"\n`;
  assert.ok((await offered(`${record}|`)).labels.includes('checksum'));
});

test('values of attributes', async () => {
  const { labels, choose } = await offered(GOOD.replace('qcow2', 'q|'));
  assert.ok(labels.includes('raw') && labels.includes('qcow2'));
  assert.is(choose('qcow2'), GOOD);
  assert.equal((await offered(`${GOOD}visibility: |\n`)).labels, ['public', 'community', 'shared', 'private']);
  assert.is((await offered(`${GOOD}protected: |\n`)).choose('true'), `${GOOD}protected: true\n`);
});

test('formats are those of the cloud', async () => {
  const config = { cloud: { diskFormats: ['raw'], containerFormats: ['bare', 'docker'] } };
  assert.equal((await offered(GOOD.replace('qcow2', '|'), { config })).labels, ['raw']);
  assert.equal((await offered(GOOD.replace('bare', '|'), { config })).labels, ['bare', 'docker']);
});

test('values of properties are texts', async () => {
  assert.ok((await offered(`${GOOD}hw_disk_bus: |\n`)).labels.includes('virtio'));
  assert.is((await offered(`${GOOD}hw_qemu_guest_agent: |\n`)).choose('true'), `${GOOD}hw_qemu_guest_agent: "true"\n`);
  assert.is((await offered(`${GOOD}hw_tpm_version: |\n`)).choose('2.0'), `${GOOD}hw_tpm_version: "2.0"\n`);
  assert.is((await offered(`${GOOD}hw_watchdog_action: |\n`)).choose('none'), `${GOOD}hw_watchdog_action: none\n`);
  assert.ok((await offered(`${GOOD}os_distro: |\n`)).labels.includes('ubuntu'));
  assert.equal((await offered(`${GOOD}trait:CUSTOM_GOLD: |\n`)).labels, ['required']);
});

test('quotes that are there stay, one that is open is closed', async () => {
  assert.is((await offered(`${GOOD}hw_disk_bus: "v|"\n`)).choose('virtio'), `${GOOD}hw_disk_bus: "virtio"\n`);
  assert.is((await offered(`${GOOD}hw_disk_bus: 'v|'\n`)).choose('virtio'), `${GOOD}hw_disk_bus: 'virtio'\n`);
  assert.is((await offered(`${GOOD}hw_disk_bus: "v|\nmin_ram: 3\n`)).choose('virtio'), `${GOOD}hw_disk_bus: "virtio"\nmin_ram: 3\n`);
});

test('right behind a colon, a blank comes first', async () => {
  assert.is((await offered(`${GOOD}hw_disk_bus:|\n`)).choose('virtio'), `${GOOD}hw_disk_bus: virtio\n`);
});

test('a name that is changed keeps its value', async () => {
  assert.is((await offered(`${GOOD}hw_d|isk: virtio\n`)).choose('hw_disk_bus'), `${GOOD}hw_disk_bus: virtio\n`);
  assert.is((await offered('{"name": "a", "disk_format": "raw", "container_format": "bare", "hw_d|": "virtio"}', { path: 'a.json' })).choose('hw_disk_bus'),
    '{"name": "a", "disk_format": "raw", "container_format": "bare", "hw_disk_bus": "virtio"}');
});

test('JSON gets its quotes', async () => {
  const json = (rest: string): string => `{\n  "name": "a",\n  "disk_format": "raw",\n  "container_format": "bare",\n  ${rest}\n}\n`;
  assert.is((await offered(json('|'), { path: 'a.json' })).choose('hw_disk_bus'), json('"hw_disk_bus": '));
  assert.is((await offered(json('"|"'), { path: 'a.json' })).choose('hw_disk_bus'), json('"hw_disk_bus": '));
  assert.is((await offered(json('"h|'), { path: 'a.json' })).choose('hw_disk_bus'), json('"hw_disk_bus": '));
  assert.is((await offered(json('"hw_disk_bus": |'), { path: 'a.json' })).choose('virtio'), json('"hw_disk_bus": "virtio"'));
  assert.is((await offered(json('"hw_disk_bus": "|"'), { path: 'a.json' })).choose('virtio'), json('"hw_disk_bus": "virtio"'));
  assert.is((await offered(json('"protected": |'), { path: 'a.json' })).choose('true'), json('"protected": true'));
});

test('commas that are missing in JSON do not matter', async () => {
  assert.ok((await offered('{"name": "a", "disk_format": "raw", "|" "container_format": "bare"}', { path: 'a.json' })).labels.includes('min_disk'));
  assert.ok((await offered('{"name": "a", "disk_format": "raw", |"container_format": "bare"}', { path: 'a.json' })).labels.includes('min_disk'));
  assert.ok((await offered('{\n"name": "a",\n"disk_format": "raw"\n"m|"\n}', { path: 'a.json' })).labels.includes('min_disk'));
  assert.ok((await offered('{"name": "a", "disk_format": "|" "container_format": "bare"}', { path: 'a.json' })).labels.includes('raw'));
});

test('a record of a stream', async () => {
  const line = '{"name": "a", "disk_format": "raw", "container_format": "bare"}\n';
  assert.ok((await offered(`${line}${line.replace('raw', '|')}`, { path: 'a.ndjson' })).labels.includes('qcow2'));
});

test('Terraform\'s arguments, and properties inside', async () => {
  const at = (lines: string): Promise<Offered> => offered(TERRAFORM.replace('@', lines), { path: 'main.tf' });
  const { labels, choose } = await at('  min|');
  assert.ok(labels.includes('min_disk_gb') && labels.includes('local_file_path'));
  assert.not.ok(labels.includes('hw_disk_bus') || labels.includes('name'));
  assert.match(choose('min_disk_gb'), /^ {2}min_disk_gb = $/m);
  assert.match((await at('  properties = {\n    h|\n  }')).choose('hw_disk_bus'), /^ {4}hw_disk_bus = $/m);
  assert.match((await at('  properties = {\n    h|\n  }')).choose('hw_numa_cpus.N'), /^ {4}"hw_numa_cpus\.0" = $/m);
  assert.match((await at('  properties = { hw_disk_bus = "|" }')).choose('virtio'), /\{ hw_disk_bus = "virtio" \}/);
  assert.match((await at('  disk_format = |')).choose('raw'), /^ {2}disk_format = "raw"$/m);
  assert.match((await at('  hidden = |')).choose('true'), /^ {2}hidden = true$/m);
});

test('a catalogue\'s item, its properties and its versions', async () => {
  const item = await offered(CATALOGUE.replace('@', '    |\n'));
  assert.ok(item.labels.includes('min_disk') && item.labels.includes('multi'));
  assert.not.ok(item.labels.includes('hw_disk_bus') || item.labels.includes('checksum') || item.labels.includes('format'));
  assert.ok((await offered(CATALOGUE.replace('@', '      |\n'))).labels.includes('hw_disk_bus'));
  const version = await offered(`${CATALOGUE.replace('@', '')}        |`);
  assert.ok(version.labels.includes('checksum') && version.labels.includes('build_date'));
  assert.not.ok(version.labels.includes('min_disk'));
});

test('a key for one property alone takes a boolean', async () => {
  const orc = 'apiVersion: openstack.k-orc.cloud/v1alpha1\nkind: Image\nmetadata: {name: a}\nspec:\n  resource:\n    content: {diskFormat: raw}\n    properties:\n      hardware:\n        qemuGuestAgent: |\n';
  assert.is((await offered(orc)).choose('true'), orc.replace('|', 'true'));
});

test('a boolean that stands for two words says which', async () => {
  const task = '- openstack.cloud.image:\n    name: a\n    disk_format: raw\n    is_public: |\n';
  const { items } = await offered(task);
  assert.equal(items.map(({ label, detail }) => `${label} ${detail}`), ['true public', 'false private']);
});

test('old names are marked and stand last', async () => {
  const { items } = await offered(`${GOOD}|`);
  const old = items.find(({ label }) => label === 'hw_ipxe_boot');
  const current = items.find(({ label }) => label === 'hw_disk_bus');
  assert.equal([old?.tags, current?.tags], [[CompletionItemTag.Deprecated], undefined]);
  assert.ok((current?.sortText ?? '') < (old?.sortText ?? ''));
});

test('a cloud that is too old is not offered what came later', async () => {
  const config = { cloud: { release: 'stein' } };
  assert.not.ok((await offered(`${GOOD}|`, { config })).labels.includes('hw_tpm_version'));
  const models = (await offered(`${GOOD}hw_video_model: |`, { config })).labels;
  assert.equal([models.includes('virtio'), models.includes('bochs')], [true, false]);
});

test('properties of the cloud\'s own schema are offered', async () => {
  assert.is((await offered(`${GOOD}|`, { config: { cloud: { siteProperties: ['acme_tier'] } } })).choose('acme_tier'), `${GOOD}acme_tier: `);
});

test('a name with a variable part goes as far as it is known', async () => {
  const { choose } = await offered(`${GOOD}|`);
  assert.is(choose('hw_numa_cpus.N'), `${GOOD}hw_numa_cpus.0: `);
  assert.is(choose('trait:NAME'), `${GOOD}trait:`);
});

test('a name that makes the manifest recognisable can be changed, too', async () => {
  assert.ok((await offered(CATALOGUE.replace('@', '').replace('versions', 'vers|ions'))).labels.includes('versions'));
});

test('right after a blank only values are wanted', async () => {
  assert.equal((await offered(`${GOOD}|`, { isNameWanted: false })).labels, []);
  assert.is.not((await offered(`${GOOD}hw_disk_bus: |`, { isNameWanted: false })).labels.length, 0);
});

test('where nothing of an image can stand, nothing is offered', async () => {
  for (const given of [
    `${GOOD}# |`, `${GOOD}tags: [|]`, `${GOOD}tags:\n  - |`, `${GOOD}description: >-\n  some |`, `${GOOD}description: |~\n  disk_format: `.replace('|~', '>-') + '|',
    'services:\n  web:\n    |', '|', 'disk: |', `${GOOD}min_disk: |`, `${GOOD}nested:\n  |`,
    `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  disk_format: |`,
  ]) assert.equal((await offered(given)).labels, [], given);
  assert.equal((await offered('{"name": "a", "disk_format": "raw", "tags": ["|"], "container_format": "bare"}', { path: 'a.json' })).labels, []);
  assert.equal((await offered(`variable "a" {\n  |\n}\n${TERRAFORM.replace('@', '')}`, { path: 'main.tf' })).labels, []);
});

test('in a text that is broken elsewhere, too, the line tells', async () => {
  const broken = `- name: a\n  disk_format: [raw\n- name: b\n  disk_format: raw\n`;
  assert.ok((await offered(`${broken}  hw_|`)).labels.includes('hw_disk_bus'));
  assert.ok((await offered(`${broken}  hw_disk_bus: |`)).labels.includes('virtio'));
});

test('a broken text keeps the dialect that it had', async () => {
  const before = await analysisOf(TERRAFORM.replace('@', ''), { path: 'main.tf' });
  const { labels } = await offered(TERRAFORM.replace('@', '  min|\n  oops = "'), { path: 'main.tf', before });
  assert.ok(labels.includes('min_disk_gb'));
  assert.not.ok(labels.includes('min_disk'));
});

test('line ends and a byte order mark change nothing', async () => {
  for (const lineEnd of ['\r\n', '\r']) {
    const text = `\ufeff${GOOD}hw_disk_bus: `.replaceAll('\n', lineEnd);
    assert.is((await offered(`${text}|`)).choose('virtio'), `${text}virtio`);
  }
});

test('a name is documented when it is looked at', async () => {
  const { items, analysis } = await offered(`${GOOD}|`);
  const { cloud } = analysis.settings.rules;
  const docOf = (label: string): string => documentationOf(items.find((item) => item.label === label)?.data as NameData, cloud);
  assert.match(docOf('hw_disk_bus'), /Bus of disks/);
  assert.match(docOf('visibility'), /Who sees the image/);
  for (const item of items) assert.not.match(documentationOf(item.data as NameData, cloud), /undefined|\[object/);
});

test('what is offered is short enough to be sent at every key', async () => {
  const { items } = await offered(`${GOOD}|`);
  assert.ok(items.length > PROPERTIES.length / 2);
  assert.ok(JSON.stringify(items).length < 100_000);
});

test('every dialect offers the attributes that it has words for', () => {
  for (const { name, spelling } of DIALECTS) assert.ok(spelling !== undefined && Object.keys(spelling.attributes).length > 2, name);
});

test.run();
