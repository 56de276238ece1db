import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { STORE_RULES } from '../../../rules/store/index.js';
import type { Example } from '../../../src/model/rule.js';
import { RuleTester } from '../../../src/tester/rule-tester.js';

const tester = new RuleTester();

/** The values that openstacksdk's documentation lists for `store`, and a URL in each. */
const SEED: Readonly<Record<string, { readonly also: readonly string[]; readonly url: string; readonly inUrl: readonly string[] }>> = {
  file: { also: [], url: 'file:///var/lib/glance/images/1', inUrl: [] },
  s3: { also: [], url: 's3+https://s3.example.org/glance/1', inUrl: [] },
  rbd: { also: [], url: 'rbd://fsid/images/1/snap', inUrl: [] },
  swift: { also: [], url: 'swift+config://ref1/glance/1', inUrl: [] },
  cinder: { also: [], url: 'cinder://1', inUrl: [] },
  gridfs: { also: ['removed-store-driver'], url: 'gridfs://1', inUrl: ['removed-store-driver'] },
  sheepdog: { also: ['removed-store-driver'], url: 'sheepdog://127.0.0.1:7000:1', inUrl: ['removed-store-driver'] },
  vsphere: { also: ['url-scheme-as-store'], url: 'vsphere://vcenter/folder/1?dcPath=a&dsName=b', inUrl: [] },
};

async function rulesThatFind(example: Example): Promise<string[]> {
  const found = await Promise.all(STORE_RULES.map((rule) => tester.findings(rule, example)));
  return found.flat().map(({ rule }) => rule).sort();
}

const body = (store: string): string => `name: debian-12\ndisk_format: raw\ncontainer_format: bare\nstore: ${store}\n`;
const record = (url: string): string => `name: debian-12
disk_format: raw
container_format: bare
status: active
created_at: "2026-03-02T10:15:00Z"
direct_url: ${url}
`;

for (const [store, { also, url, inUrl }] of Object.entries(SEED)) {
  test(`store ${store} to create`, async () => {
    assert.equal(await rulesThatFind({ manifest: body(store) }), [...also, 'store-not-an-attribute'].sort());
  });
  test(`data at ${store}`, async () => {
    assert.equal(await rulesThatFind({ manifest: record(url) }), inUrl);
  });
  test(`store ${store} as an id of the operator`, async () => {
    assert.equal(await rulesThatFind({ manifest: body(store), cloud: { stores: [store] } }), ['store-not-an-attribute']);
  });
}

test('drivers that an older cloud had or lacked', async () => {
  assert.equal(await rulesThatFind({ manifest: body('sheepdog'), cloud: { release: 'train' } }), ['store-not-an-attribute']);
  assert.equal(await rulesThatFind({ manifest: body('gridfs'), cloud: { release: 'liberty' } }), ['store-not-an-attribute']);
  for (const release of ['newton', 'train']) {
    assert.equal(await rulesThatFind({ manifest: body('s3'), cloud: { release } }), ['removed-store-driver', 'store-not-an-attribute'], release);
  }
  for (const release of ['mitaka', 'ussuri']) {
    assert.equal(await rulesThatFind({ manifest: body('s3'), cloud: { release } }), ['store-not-an-attribute'], release);
  }
});

test('ids that look like drivers are left alone, slips are not', async () => {
  for (const id of ['swift2', 'rbd-ssd', 'five', 'fire', 'ceph', 'ssd', 'constructor', 'fast']) {
    assert.equal(await rulesThatFind({ manifest: body(id) }), ['store-not-an-attribute'], id);
  }
  for (const id of ['rdb', 'swfit', 'cindr', 'vmwre']) {
    assert.equal(await rulesThatFind({ manifest: body(id) }), ['store-not-an-attribute', 'unknown-store'], id);
  }
});

test('locations of odd shapes are passed by', async () => {
  for (const locations of ['[]', '[{metadata: {}}]', '[{url: 7, metadata: {}}]', '[null]', '["file:///x"]']) {
    assert.equal(await rulesThatFind({ manifest: `${record('file:///x')}locations: ${locations}\n` }), [], locations);
  }
});

test.run();
