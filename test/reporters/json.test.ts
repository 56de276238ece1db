import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { jsonReporter } from '../../src/reporters/json.js';
import { matchesGolden } from './golden.js';
import { hostileReport, ordinaryReport, rendered } from './sample.js';

test('an ordinary report', async () => {
  matchesGolden('ordinary.json', rendered(jsonReporter, await ordinaryReport(), {}));
});

test('what the model has beside the contract stays inside', async () => {
  const report = await ordinaryReport();
  const extended = { ...report, extra: 1, findings: report.findings.map((finding) => ({ ...finding, extra: 1 })) };
  assert.is(rendered(jsonReporter, extended, {}), rendered(jsonReporter, report, {}));
  assert.not.match(rendered(jsonReporter, report, {}), /excerpt|lineHash/);
});

test('values are exact, halves of characters included', async () => {
  const report = await hostileReport();
  const text = rendered(jsonReporter, report, {});
  const { findings, failures } = JSON.parse(text) as typeof report;
  assert.equal(findings.map(({ message }) => message), report.findings.map(({ message }) => message));
  assert.equal(failures, report.failures);
  const [first, ...others] = report.findings;
  const half = JSON.parse(JSON.stringify(first)) as typeof first;
  const lone = rendered(jsonReporter, { ...report, findings: [{ ...half!, message: 'a\ud800b' }, ...others] }, {});
  assert.is(Buffer.from(lone).toString(), lone);
});

test('the same run gives the same bytes', async () => {
  assert.is(rendered(jsonReporter, await ordinaryReport(), {}), rendered(jsonReporter, await ordinaryReport(), {}));
});

test.run();
