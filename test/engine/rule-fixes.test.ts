import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { RULES } from '../../rules/index.js';
import { DIALECTS } from '../../src/dialects/index.js';
import { Catalogue } from '../../src/engine/catalogue.js';
import { fixManifest } from '../../src/engine/fix-manifest.js';
import { settle } from '../../src/engine/settings.js';
import { readerFor } from '../../src/text/index.js';

/*
 * All fixes that a built-in rule suggests for one of its own examples can be made together, as --fix-unsafe does. Fixing
 * again changes nothing.
 */
const catalogue = new Catalogue(RULES, DIALECTS);

for (const rule of RULES) {
  for (const [index, { manifest, intent, options, cloud }] of rule.examples.bad.entries()) {
    test(`${rule.id}, bad example ${index + 1}: its fixes can be made`, async () => {
      const reader = await readerFor('yaml');
      const settings = settle([{
        extends: [], rules: { [rule.id]: [rule.severity, options ?? {}] },
        ...(intent === undefined ? {} : { intent }), ...(cloud === undefined ? {} : { cloud }),
      }], catalogue);
      const fix = (text: string): ReturnType<typeof fixManifest> =>
        fixManifest({ file: 'example.yaml', text, invalidAt: -1, reader }, { ...settings, isNamed: true }, 'all', {});
      const { text, dropped } = fix(manifest);
      assert.equal(dropped.map(({ finding, reason }) => `${finding.range.start.line}:${finding.range.start.column} ${finding.fix?.description}: ${reason}`), [], text);
      assert.is(fix(text).text, text);
    });
  }
}

test.run();
