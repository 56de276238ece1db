import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { textReporter } from '../../src/reporters/text.js';
import { matchesGolden } from './golden.js';
import { hostileReport, ordinaryReport, reportOf, rendered } from './sample.js';

test('an ordinary report', async () => {
  matchesGolden('ordinary.txt', rendered(textReporter, await ordinaryReport(), {}));
});

test('the same, in colour and with links', async () => {
  const report = await ordinaryReport();
  const painted = rendered(textReporter, report, { color: true, links: true });
  matchesGolden('ordinary-painted.txt', painted);
  assert.is(painted.replace(/\x1b\[\d+m|\x1b\]8;;[^\x1b]*\x1b\\/g, ''), rendered(textReporter, report, {}), 'colour changes nothing else');
});

test('a manifest cannot command a terminal or a build log', async () => {
  const text = rendered(textReporter, await hostileReport(), {});
  matchesGolden('hostile.txt', text);
  assert.not.match(text, /[^\P{Cc}\n]|\p{Cf}|\p{Cs}/u);
  assert.not.match(text, /^\s*::/m);
  assert.not.match(text, /##\w*\[/);
});

test('nothing found', async () => {
  const report = await reportOf([{ file: 'a.yaml', text: 'name: cirros\ndisk_format: raw\ncontainer_format: bare\n' }]);
  assert.is(rendered(textReporter, report, {}), 'Nothing found in 1 file (1 image)\n');
});

test('nothing found is not all when something failed or was suppressed', async () => {
  const report = await reportOf([], [['Cannot be read.', 'a.yaml']]);
  const suppressed = { ...report, summary: { ...report.summary, suppressed: 2 } };
  assert.is(rendered(textReporter, suppressed, {}), 'Nothing found in 0 files (0 images); 2 suppressed; not everything could be linted\n');
});

test('warnings that a caller left out are counted all the same', async () => {
  const report = await ordinaryReport();
  const errors = { ...report, findings: report.findings.filter(({ severity }) => severity === 'error') };
  assert.match(rendered(textReporter, errors, {}), /2 errors, 2 warnings, 1 info in 3 files \(3 images\); 1 fixable\n$/);
});

test.run();
