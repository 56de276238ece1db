import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { compactReporter } from '../../src/reporters/compact.js';
import { matchesGolden } from './golden.js';
import { hostileReport, ordinaryReport, reportOf, rendered } from './sample.js';

test('an ordinary report', async () => {
  matchesGolden('ordinary.compact.txt', rendered(compactReporter, await ordinaryReport(), {}));
});

test('a finding is one line, whatever is in the manifest', async () => {
  const report = await hostileReport();
  const text = rendered(compactReporter, report, {});
  matchesGolden('hostile.compact.txt', text);
  assert.is(text.split('\n').length, report.findings.length + 1);
  assert.not.match(text, /[^\P{Cc}\n]|\p{Cf}|\p{Cs}/u);
  assert.not.match(text, /^\s*::/m);
});

test('nothing found is nothing written', async () => {
  assert.is(rendered(compactReporter, await reportOf([]), {}), '');
});

test.run();
