import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Linter } from '../../../src/linter.js';

/** Who refuses the values of a wrong type in a fixture. */
async function refusing(path: string): Promise<readonly string[]> {
  const linter = await Linter.create();
  const { findings } = await linter.lintText(readFileSync(path, 'utf8'), { path });
  const own = findings.filter(({ rule }) => rule === 'wrong-type' || rule === 'property-not-a-string');
  return [...new Set(own.map(({ severity, consequence: { by, effect } }) => `${by} ${effect}, ${severity}`))];
}

test('who looks at types first refuses what is of a wrong one', async () => {
  for (const path of ['fixtures/orc/broken.yaml', 'fixtures/heat/broken.yaml', 'fixtures/himlarcli/default.yaml']) {
    assert.equal(await refusing(path), ['client rejected, error'], path);
  }
  assert.equal(await refusing('fixtures/glance/create.json'), ['glance rejected, error']);
});

test.run();
