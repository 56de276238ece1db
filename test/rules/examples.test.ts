import { test } from 'uvu';
import { RULES } from '../../rules/index.js';
import { RuleTester } from '../../src/tester/rule-tester.js';

const tester = new RuleTester();
/** What YAML text in a string cannot show. */
const WITHOUT_BAD_EXAMPLE = new Set(['invalid-encoding']);

for (const rule of RULES) {
  if (WITHOUT_BAD_EXAMPLE.has(rule.id)) continue;
  test(`${rule.id}: bad examples are found, good ones are not`, () => tester.run(rule));
}

test.run();
