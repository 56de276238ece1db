import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { PROPERTIES } from '../../src/facts/properties/index.js';
import { hoverAt } from '../../src/lsp/hover.js';
import { analysisOf, marked, type AnalysisOptions } from '../support/analysis.js';
import { BAD, GOOD } from '../support/folder.js';

/** What is shown at `|`, and the text that it is about. */
async function hover(given: string, options?: AnalysisOptions): Promise<{ readonly text: string; readonly about: string } | undefined> {
  const { text, offset } = marked(given);
  const shown = hoverAt(await analysisOf(text, options), offset);
  return shown && { text: shown.text, about: text.slice(shown.span.start, shown.span.end) };
}

test('a property says what it is for, its values, who reads it, an example and the source', async () => {
  const shown = await hover(`${GOOD}hw_disk|_bus: virtio\n`);
  assert.is(shown?.about, 'hw_disk_bus');
  for (const part of [/^\*\*hw_disk_bus\*\* \(image property\)\n\nBus of disks\.\n/, /^- Value: fdc, ide, .*virtio/m, /^- Read by: Nova$/m, /^- Example: `hw_disk_bus: virtio`$/m, /^- Source: nova /m]) {
    assert.match(shown?.text ?? '', part);
  }
});

test('so does its value', async () => {
  const shown = await hover(`${GOOD}hw_disk_bus: virt|io\n`);
  assert.is(shown?.about, 'virtio');
  assert.match(shown?.text ?? '', /Bus of disks/);
});

test('an attribute says its unit, and what a create request gets', async () => {
  const shown = await hover(GOOD.replace('min_disk', 'min|_disk'));
  assert.match(shown?.text ?? '', /GiB of root disk[^]*- Value: a whole number of GiB\n- In a create request: may be set/);
  assert.match((await hover(`${GOOD}sta|tus: active\n`))?.text ?? '', /refused: Glance sets it/);
});

test('formats are those of the cloud', async () => {
  const shown = await hover(GOOD.replace('disk_format', 'disk|_format'), { config: { cloud: { diskFormats: ['raw', 'qcow2'] } } });
  assert.match(shown?.text ?? '', /^- Value: raw, qcow2$/m);
});

test('a finding is explained before that', async () => {
  const shown = await hover(BAD.replace('QCOW2', 'QC|OW2'));
  assert.match(shown?.text ?? '', /^\*\*unknown-disk-format\*\* \(\[documentation\]\(https:[^]*Glance compares[^]*Otherwise: Glance rejects this[^]*Fix: Write "qcow2"\.[^]*---[^]*\*\*disk_format\*\*/);
});

test('a dialect\'s own word is told as Glance\'s', async () => {
  const hcl = 'resource "openstack_images_image_v2" "a" {\n  name = "a"\n  disk_format = "raw"\n  min_|disk_gb = 3\n}\n';
  assert.match((await hover(hcl, { path: 'main.tf' }))?.text ?? '', /^\*\*min_disk_gb\*\*: image attribute `min_disk`/);
  const catalogue = 'images:\n  - name: a\n    format: raw\n    log|in: ubuntu\n    versions: [{version: "1", url: "https://x/a.img"}]\n';
  assert.match((await hover(catalogue))?.text ?? '', /^\*\*login\*\*: image property `image_original_user`/);
});

test('a property of somebody\'s own, and one of the cloud\'s, are told apart', async () => {
  assert.match((await hover(`${GOOD}my_|own: x\n`))?.text ?? '', /No service is known to read it/);
  assert.match((await hover(`${GOOD}my_|own: x\n`, { config: { cloud: { siteProperties: ['my_own'] } } }))?.text ?? '', /your cloud's image schema/);
});

test('each of several resources is looked into, also those that share a label', async () => {
  const block = (label: string, key: string): string => `resource "openstack_images_image_v2" "${label}" {\n  ${key} = "raw"\n}\n`;
  for (const label of ['a', 'b']) {
    const shown = await hover(block('a', 'disk_format') + block(label, 'disk_for|mat') + block('c', 'name'), { path: 'main.tf' });
    assert.match(shown?.text ?? '', /\*\*disk_format\*\* \(image attribute\)/);
  }
});

test('names with a variable part are known', async () => {
  assert.match((await hover(`${GOOD}hw_numa_|cpus.1: "0"\n`))?.text ?? '', /\*\*hw_numa_cpus\.1\*\*[^]*CPUs of NUMA node/);
});

test('in a broken text the line tells', async () => {
  const broken = `${GOOD}tags: [a\nhw_disk|_bus: virtio\n`;
  assert.match((await hover(broken))?.text ?? '', /Bus of disks/);
  const before = await analysisOf('resource "openstack_images_image_v2" "a" {\n  name = "a"\n}\n', { path: 'main.tf' });
  const shown = await hover('resource "openstack_images_image_v2" "a" {\n  name = "a\n  min_|disk_gb = 3\n}\n', { path: 'main.tf', before });
  assert.match(shown?.text ?? '', /image attribute `min_disk`/);
});

test('where no image is, nothing is shown', async () => {
  for (const given of ['services:\n  we|b: nginx\n', '|', `${GOOD}# comm|ent\n`, `${GOOD}|\n`, `other: x\nbroken: [|`, `${GOOD}tags: [a|]\n`]) {
    assert.is(await hover(given), undefined, given);
  }
});

test('every property that is known can be shown', async () => {
  for (const { name } of PROPERTIES) {
    const key = name.replace(/\.N$/, '.0').replace(/NAME$/, 'CUSTOM_X');
    const shown = await hover(`${GOOD}|${key}: x\n`);
    assert.match(shown?.text ?? '', /Read by/, key);
    assert.not.match(shown?.text ?? '', /undefined|\[object/);
  }
});

test.run();
