import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Lasting } from '../../src/engine/lasting.js';
import { lintText, type Finding } from '../../src/index.js';

/** Records with the same two mistakes. */
function records(count: number): string {
  return Array.from({ length: count }, (_, index) => `{"name": "image ${index}", "disk_format": "QCOW2", "container_format": "bare", "min_ram": "512"}\n`).join('');
}

test('findings that say the same share what they say, and findings about one image share it', async () => {
  const { findings } = await lintText(records(3), { path: 'a.ndjson' });
  assert.equal(findings.map(({ document, rule }) => `${document} ${rule}`), [0, 1, 2].flatMap((record) => [`${record} unknown-disk-format`, `${record} wrong-type`]));
  const [format, type, otherFormat] = findings;
  assert.is(format?.data, otherFormat?.data);
  assert.is(format?.image, type?.image);
  assert.is(format?.excerpt, type?.excerpt);
  assert.is(otherFormat?.image?.name, 'image 1');
});

test('what differs in a value, its type or the order of names is not shared', () => {
  const lasting = new Lasting();
  const keep = (data: Finding['data']): Finding['data'] => lasting.data('some-rule', 'some', data);
  const first = keep({ a: 1, b: 'x' });
  assert.is(keep({ a: 1, b: 'x' }), first);
  for (const data of [{ a: 2, b: 'x' }, { a: '1', b: 'x' }, { b: 'x', a: 1 }, { a: 1 }, { a: 1, b: 'x', c: 2 }, {}]) {
    const before = keep({ a: 1, b: 'x' });
    assert.is(JSON.stringify(keep(data)), JSON.stringify(data));
    assert.is.not(keep(data), before);
  }
});

test.run();
