import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { SIZE_RULES } from '../../../rules/size/index.js';
import type { Finding } from '../../../src/model/finding.js';
import type { Example } from '../../../src/model/rule.js';
import { RuleTester } from '../../../src/tester/rule-tester.js';
import { GIB } from '../../../src/words/units.js';

const tester = new RuleTester();

async function findings(example: Example): Promise<readonly Finding[]> {
  return (await Promise.all(SIZE_RULES.map((rule) => tester.findings(rule, example)))).flat();
}

async function idsIn(example: Example): Promise<string[]> {
  return (await findings(example)).map(({ rule, severity }) => `${rule} ${severity}`).sort();
}

interface Sizes {
  readonly disk?: string;
  readonly size?: number | null;
  readonly virtual?: number | null;
  readonly minDisk?: number;
}

const record = ({ disk = 'qcow2', size = null, virtual = null, minDisk = 0 }: Sizes): string => `id: 6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e
name: debian-12
status: active
created_at: "2026-01-02T03:04:05Z"
disk_format: ${disk}
container_format: bare
size: ${size}
virtual_size: ${virtual}
min_disk: ${minDisk}
`;
const body = (more: string): string => `name: debian-12\ndisk_format: qcow2\ncontainer_format: bare\nmin_disk: 3\n${more}`;

test('at most one rule speaks about a min_disk that is too small', async () => {
  for (const size of [null, GIB / 2, 2 * GIB, 3 * GIB, 5 * GIB]) {
    for (const virtual of [null, 0, 2 * GIB, 3 * GIB, 3 * GIB + 1, 5 * GIB]) {
      for (const minDisk of [0, 1, 2, 3, 4, 5]) {
        const found = (await idsIn({ manifest: record({ size, virtual, minDisk }) })).filter((id) => id.startsWith('min-disk'));
        assert.ok(found.length <= 1, `${size} ${virtual} ${minDisk}: ${found.join()}`);
        const needed = Math.ceil(Math.max(size ?? 0, virtual ?? 0) / GIB);
        if (minDisk > 0) assert.is(found.length, minDisk < needed ? 1 : 0, `${size} ${virtual} ${minDisk}`);
      }
    }
  }
});

test('the number to write holds file and disk', async () => {
  for (const [sizes, needed] of [
    [{ size: 2.5 * GIB, virtual: 3 * GIB + 1, minDisk: 1 }, 4],
    [{ size: 5 * GIB, virtual: 3 * GIB, minDisk: 4 }, 5],
    [{ size: 5 * GIB, virtual: null, minDisk: 4 }, 5],
  ] as const) {
    const [found] = (await findings({ manifest: record(sizes) })).filter(({ rule }) => rule.startsWith('min-disk'));
    assert.is(found?.fix?.edits[0]?.text, String(needed));
    assert.is(found?.fix?.safe, false);
  }
});

test('raw images as clouds have them are not worth a word', async () => {
  for (const size of [8, 20, 60]) {
    assert.equal(await idsIn({ manifest: record({ disk: 'raw', size: size * GIB, virtual: size * GIB }) }), []);
    assert.equal(await idsIn({ manifest: record({ disk: 'raw', size: size * GIB }) }), []);
  }
});

test('a record is never an error', async () => {
  for (const sizes of [{ virtual: 9 * GIB, minDisk: 1 }, { size: 2 ** 41 }, { minDisk: 2 ** 31 }, { minDisk: -1 }, { size: -1, virtual: -1 }]) {
    const found = await idsIn({ manifest: record(sizes) });
    assert.ok(found.length > 0);
    assert.not(found.some((id) => id.endsWith(' error')), found.join());
  }
});

test('negative sizes are said once', async () => {
  for (const disk of ['raw', 'qcow2']) {
    assert.equal(await idsIn({ manifest: record({ disk, size: GIB, virtual: -1, minDisk: 1 }) }), ['negative-size warning']);
  }
});

test('kernels need no disk', async () => {
  for (const disk of ['aki', 'ari']) assert.equal(await idsIn({ manifest: record({ disk, size: GIB, virtual: 9 * GIB }) }), []);
});

test('numbers that Glance refuses are said once', async () => {
  for (const number of ['-1', '2147483648', '10737418240', '1.0e+30']) {
    assert.equal(await idsIn({ manifest: body(`min_ram: ${number}\n`) }), ['number-out-of-range error'], number);
  }
  for (const number of ['0', '16', '64', '512', '1048575']) assert.equal(await idsIn({ manifest: body(`min_ram: ${number}\n`) }), [], number);
});

test('numbers that are too large even for bytes get no advice', async () => {
  const [found] = await findings({ manifest: body(`min_ram: ${2 ** 60}\n`) });
  assert.is(found?.messageId, 'tooLarge');
  assert.is(found?.fix, null);
});

test('min_disk that the manifest cannot tell is not missing', async () => {
  const strict = SIZE_RULES.filter(({ id }) => id === 'min-disk-missing');
  const manifest = 'name: debian-12\ndisk_format: qcow2\ncontainer_format: bare\nmin_disk: !var size\n';
  assert.equal(await Promise.all(strict.map((rule) => tester.findings(rule, { manifest }))), [[]]);
});

test.run();
