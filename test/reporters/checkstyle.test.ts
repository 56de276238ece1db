import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Report } from '../../src/model/report.js';
import { checkstyleReporter } from '../../src/reporters/checkstyle.js';
import { parseXml, type Element } from '../support/xml.js';
import { matchesGolden } from './golden.js';
import { hostileReport, ordinaryReport, reportOf, rendered } from './sample.js';

/** What checkstyle-report-1.0.0.xsd allows. */
function filesOf(report: Report): readonly Element[] {
  const root = parseXml(rendered(checkstyleReporter, report, {}));
  assert.is(root.name, 'checkstyle');
  assert.equal(Object.keys(root.attributes), ['version']);
  const files = root.children.filter(({ name }) => name !== 'exception');
  for (const file of files) {
    assert.is(file.name, 'file');
    assert.equal(Object.keys(file.attributes), ['name']);
    for (const { name, attributes, children } of file.children) {
      assert.is(name, 'error');
      assert.is(children.length, 0);
      for (const key of Object.keys(attributes)) assert.ok(['line', 'column', 'severity', 'message', 'source'].includes(key), key);
      for (const key of ['line', 'column']) if (key in attributes) assert.match(attributes[key] ?? '', /^[1-9]\d*$/);
      assert.match(attributes['severity'] ?? '', /^(error|warning|info)$/);
    }
  }
  return files;
}

test('an ordinary report', async () => {
  matchesGolden('ordinary.checkstyle.xml', rendered(checkstyleReporter, await ordinaryReport(), { root: 'infra' }));
  assert.equal(filesOf(await ordinaryReport()).map(({ attributes, children }) => [attributes['name'], children.length]), [
    ['images/linux.yaml', 3], ['images/more images.json', 1], ['images/broken.json', 1],
  ]);
});

test('a hostile report is well-formed', async () => {
  const report = await hostileReport();
  matchesGolden('hostile.checkstyle.xml', rendered(checkstyleReporter, report, {}));
  assert.is(filesOf(report).flatMap(({ children }) => children).length, report.findings.length + 1);
});

test('what XML cannot hold is replaced, and markup is text', async () => {
  const report = await ordinaryReport();
  const [finding] = report.findings;
  const message = 'a\u0000\ud800\uffff\n"><error/> ]]> &quot;';
  const [file] = filesOf({ ...report, findings: [{ ...finding!, message }] });
  assert.match(file?.children[0]?.attributes['message'] ?? '', 'a\\u0000\\ud800\ufffd\\n"><error/> ]]> &quot;');
});

test('the source tells the topic and the rule', async () => {
  const [file] = filesOf(await ordinaryReport());
  assert.is(file?.children[0]?.attributes['source'], 'glance-lint.format.wrong-format');
});

test('failures: on their file, or as exceptions', async () => {
  const report = await reportOf([{ file: 'a.yaml', text: 'disk_format: RAW\ncontainer_format: bare\n' }], [['Cannot be read: it is a folder.', 'a.yaml'], ['A rule failed.', null]]);
  const [file] = filesOf(report);
  assert.equal(file?.children.map(({ attributes }) => attributes['source']), ['glance-lint.run.not-linted', 'glance-lint.format.wrong-format']);
  const [exception] = parseXml(rendered(checkstyleReporter, report, {})).children;
  assert.equal([exception?.name, exception?.text], ['exception', 'A rule failed.']);
});

test('nothing found', async () => {
  assert.is(rendered(checkstyleReporter, await reportOf([]), {}), '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="10.0"/>\n');
});

test.run();
