import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { format, FORMATS, UnknownFormatError } from '../../src/reporters/index.js';
import { hostileReport, ordinaryReport, reportOf } from './sample.js';

test('each format writes every report, and ends its last line', async () => {
  for (const report of [await reportOf([]), await ordinaryReport(), await hostileReport()]) {
    for (const name of FORMATS) {
      const text = await format(report, name);
      assert.ok(text === '' || text.endsWith('\n'), name);
    }
  }
});

test('lines that are not known are left out', async () => {
  const report = await ordinaryReport();
  const findings = report.findings.map((finding) => ({ ...finding, excerpt: { ...finding.excerpt, lines: [], starts: [] } }));
  for (const name of FORMATS) {
    const text = await format({ ...report, findings }, name);
    assert.not.match(text, /> +\| …|class="frame"|undefined|NaN/, name);
  }
});

test('a format that does not exist is a typed error with a hint', async () => {
  const report = await reportOf([]);
  for (const [name, hint] of [['sraif', 'Did you mean "sarif"?'], ['JSON', 'Did you mean "json"?'], ['xml', 'Expected "text", '], ['__proto__', 'Expected'], ['constructor', 'Expected']] as const) {
    try {
      await format(report, name);
      assert.unreachable();
    } catch (error) {
      assert.instance(error, UnknownFormatError);
      assert.ok((error as Error).message.includes(hint), (error as Error).message);
    }
  }
});

test.run();
