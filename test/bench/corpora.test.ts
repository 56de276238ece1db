import { createHash } from 'node:crypto';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { pathToFileURL } from 'node:url';
import path from 'node:path';

test('the corpora of the benchmark are the same on every machine', async () => {
  const { image, yamlImage } = (await import(pathToFileURL(path.resolve('bench/images.mjs')).href)) as { image(index: number): object; yamlImage(made: object): string };
  const hash = createHash('sha256');
  for (let index = 0; index < 1000; index++) hash.update(JSON.stringify(image(index))).update(yamlImage(image(index)));
  assert.is(hash.digest('hex').slice(0, 16), 'b2c2aa1dbe06e8c8');
});

test.run();
