import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Manifest } from '../../src/engine/lint-text.js';
import { Inputs } from '../../src/project/inputs.js';
import { LARGE } from '../../src/project/read-file.js';
import { decode } from '../../src/text/index.js';
import { Chance } from '../support/chance.js';
import { folderWith } from '../support/folder.js';

const folder = folderWith({});
const [latin, wide, bytes] = [fc.string(), fc.string({ unit: 'binary' }), fc.uint8Array({ maxLength: 40 })];
const MARKS = [[], [], [], [0xef, 0xbb, 0xbf], [0xff, 0xfe], [0xfe, 0xff]];

async function read(inputs: Inputs, name: string, isFile: boolean): Promise<Manifest> {
  const file = path.join(folder, name);
  return inputs.fromFile({ path: file, shown: name, isFile });
}

/** What a manifest has, where all of a file is read at once and decoded. */
function holds({ text, encoding, hasByteOrderMark, invalidAt }: Manifest, name: string): void {
  assert.equal({ text, encoding, hasByteOrderMark, invalidAt }, decode(readFileSync(path.join(folder, name))), name);
}

test('files that are read into one buffer have the texts that they have by themselves', async () => {
  const file = fc.record({
    content: fc.oneof(latin, wide, bytes), mark: fc.constantFrom(...MARKS), ending: fc.constantFrom('json', 'yaml', 'ndjson', 'tf', 'jsonc', 'txt'), isFile: fc.boolean(), times: fc.constantFrom(1, 1, 2, 500),
  });
  await fc.assert(fc.asyncProperty(fc.array(file, { minLength: 1, maxLength: 6 }), async (files) => {
    const inputs = new Inputs();
    const manifests: [Manifest, string][] = [];
    for (const [index, { content, mark, ending, isFile, times }] of files.entries()) {
      const name = `${index}.${ending}`;
      const one = Buffer.from(content);
      writeFileSync(path.join(folder, name), Buffer.concat([Buffer.from(mark), ...Array<Buffer>(times).fill(one)]));
      manifests.push([await read(inputs, name, isFile), name]);
    }
    // Also once the buffer holds another file.
    for (const [manifest, name] of manifests) {
      holds(manifest, name);
      const again = inputs.reread(name);
      assert.ok(again);
      holds(again, name);
    }
  }), { numRuns: 150 });
});

test('files about as large as the buffer are read as a whole, whatever was in it before', async () => {
  const chance = new Chance(1);
  const inputs = new Inputs();
  const sizes = [LARGE - 1, 3, LARGE, LARGE + 1, 0, 2 * LARGE, LARGE - 2, 10];
  for (const [index, size] of sizes.entries()) {
    for (const ending of ['json', 'yaml', 'tf']) {
      const name = `${index}-large.${ending}`;
      writeFileSync(path.join(folder, name), Buffer.alloc(size, chance.pick(['a', '\n- a: b', 'é', '\xff']), chance.pick(['utf8', 'latin1'])));
      const manifest = await read(inputs, name, chance.is(0.5));
      assert.is(manifest.parts !== undefined, size >= LARGE && ending !== 'tf', name);
      holds(manifest, name);
    }
  }
});

test.run();
