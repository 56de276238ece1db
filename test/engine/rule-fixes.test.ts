import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Linter } from '../../src/linter.js';
import { RULES } from '../../rules/index.js';

/*
 * Every fix that a built-in rule suggests in its own examples is one that --fix-unsafe makes: the text still reads, and
 * the finding is gone. Fixing again changes nothing.
 */
for (const rule of RULES) {
  for (const [index, { manifest, intent, options, cloud }] of rule.examples.bad.entries()) {
    test(`${rule.id}, bad example ${index + 1}: its fixes can be made`, async () => {
      const linter = await Linter.create({
        extends: [], rules: { [rule.id]: options === undefined ? rule.severity : [rule.severity, options] },
        ...(intent === undefined ? {} : { intent }), ...(cloud === undefined ? {} : { cloud }),
      });
      const { text, dropped } = await linter.fixText(manifest, { level: 'all' });
      assert.equal(dropped.map(({ finding, reason }) => `${finding.range.start.line}:${finding.range.start.column} ${finding.fix?.description}: ${reason}`), [], text);
      const { findings } = await linter.lintText(text);
      assert.equal(findings.filter(({ fix }) => fix !== null).map(({ message }) => message), [], text);
      assert.is((await linter.fixText(text, { level: 'all' })).text, text);
    });
  }
}

test.run();
