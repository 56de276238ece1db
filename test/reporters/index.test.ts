import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { format, formatInPieces, FORMATS, UnknownFormatError } from '../../src/reporters/index.js';
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

test('the pieces of a report are the report', async () => {
  for (const report of [await reportOf([]), await ordinaryReport(), await hostileReport()]) {
    for (const name of FORMATS) {
      const pieces = Array.from(await formatInPieces(report, name));
      assert.is(pieces.join(''), await format(report, name), name);
      for (const piece of pieces) assert.ok(!/^[\udc00-\udfff]|[\ud800-\udbff]$/.test(piece), `${name} cuts a character`);
    }
  }
});

/** More than there may be arguments of a function. */
const MANY = 130_000;
/** Formats that leave findings out, and say so. */
const CUT: ReadonlySet<string> = new Set(['sarif', 'markdown', 'html']);

for (const name of FORMATS) {
  test(`very many findings as ${name}: one by one, never all in one text`, async () => {
    const report = await ordinaryReport();
    const some = report.findings.map((finding) => ({ ...finding, excerpt: { ...finding.excerpt, lines: [], starts: [] } }));
    const findings = Array.from({ length: MANY }, (_, index) => some[index % some.length]!);
    let [longest, length] = [0, 0];
    for (const piece of await formatInPieces({ ...report, findings }, name)) {
      longest = Math.max(longest, piece.length);
      length += piece.length;
    }
    assert.ok(longest < 4 << 20, `a piece of ${longest}`);
    // A result of SARIF has some 2,000 characters, and other formats have more than 50 for each finding.
    assert.ok(CUT.has(name) ? length < MANY * 500 : length > MANY * 50, `${length} in all`);
  });
}

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
