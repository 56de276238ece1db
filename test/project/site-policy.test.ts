import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { cli } from '../support/cli.js';

test('a house states its own rules in a configuration, without code', () => {
  const { code, stdout } = cli(['fixtures/site-policy/images.yaml', '-f', 'json']);
  const found = (JSON.parse(stdout) as { findings: { rule: string; range: { start: { line: number } }; severity: string }[] }).findings
    .map(({ rule, range, severity }) => `${range.start.line} ${severity} ${rule}`);
  assert.is(code, 1);
  assert.equal(found, [
    '10 error min-disk-missing',
    '10 warning name-pattern',
    '10 error required-properties',
    '11 error unknown-disk-format',
    '13 error required-properties',
  ]);
});

test.run();
