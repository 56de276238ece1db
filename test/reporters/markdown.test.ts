import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Finding } from '../../src/model/finding.js';
import { markdownReporter } from '../../src/reporters/markdown.js';
import { matchesGolden } from './golden.js';
import { hostileReport, ordinaryReport, reportOf, rendered } from './sample.js';

test('an ordinary report', async () => {
  matchesGolden('ordinary.md', rendered(markdownReporter, await ordinaryReport(), {}));
});

test('a hostile report', async () => {
  matchesGolden('hostile.md', rendered(markdownReporter, await hostileReport(), {}));
});

/** The row of an image with this name. */
async function rowOf(name: string): Promise<string> {
  const report = await reportOf([{ file: 'a.json', text: JSON.stringify({ name: `${name} !`, disk_format: 'raw', container_format: 'bare' }) }]);
  const lines = rendered(markdownReporter, report, {}).split('\n');
  assert.is(lines.filter((line) => line.startsWith('| 1:')).length, 1);
  return lines.find((line) => line.startsWith('| 1:')) as string;
}

test('values are text: no cells, no markup, no code, no HTML', async () => {
  assert.match(await rowOf('a|b\\|c'), 'a\\|b\\\\\\|c');
  assert.is((await rowOf('a|b\\|c\\\\|')).match(/(?<!\\)(?:\\\\)*\|/g)?.length, 5, 'the cells are ours');
  assert.match(await rowOf('`x` *y* _z_ ~w~ [a](b) $m$ {+n+}'), '\\`x\\` \\*y\\* \\_z\\_ \\~w\\~ \\[a\\](b) \\$m\\$ \\{+n+\\}');
  assert.match(await rowOf('os_hash_algo'), 'os_hash_algo');
  assert.match(await rowOf('<script>&lt;<!--'), '&lt;script&gt;&amp;lt;&lt;\\!--');
  assert.match(await rowOf('two\nlines\r\n| x'), 'two\\\\nlines\\\\r\\\\n\\| x');
});

test('values are no links, nobody is notified, nothing is referred to', async () => {
  assert.match(await rowOf('http://evil.example www.evil.example'), 'http:<!-- -->//evil.example www<!-- -->.evil.example');
  assert.match(await rowOf('@team a@b.example #1 :smile:'), '@<!-- -->team a@<!-- -->b.example #<!-- -->1 :<!-- -->smile:');
});

test('what is not an address is no link', async () => {
  const report = await ordinaryReport();
  const [finding] = report.findings;
  for (const docs of [null, 'javascript:alert(1)', 'https://x/) [y](z', 'https://x|y']) {
    const text = rendered(markdownReporter, { ...report, findings: [{ ...finding!, docs }] }, {});
    assert.match(text, / \| wrong-format \|\n/);
  }
});

test('failures are told before the findings', async () => {
  const text = rendered(markdownReporter, await reportOf([{ file: 'a.yaml', text: 'name: a b\ndisk_format: raw\ncontainer_format: bare\n' }], [['Cannot be read: <b>.', '# a|.yaml'], ['A rule failed.', null]]), {});
  assert.match(text, '### Not everything could be linted\n\n- **Failed:** # a\\|.yaml: Cannot be read: &lt;b&gt;.\n- **Failed:** A rule failed.\n\n### a.yaml');
});

test('what would not fit into a job summary is counted, and no rule hides another', async () => {
  const report = await ordinaryReport();
  const [finding, other] = report.findings as [Finding, Finding];
  const findings = [...Array.from({ length: 10_000 }, () => finding), ...Array.from({ length: 10 }, () => other)];
  const text = rendered(markdownReporter, { ...report, findings });
  assert.ok(Buffer.byteLength(text) < 2 ** 20);
  assert.is(text.match(/^\| .* \| .*wrong-format/gm)?.length, 2990);
  assert.is(text.match(/^\| .* \| .*plain-http/gm)?.length, 10);
  assert.ok(text.endsWith('\n\n7010 more findings would not fit here:\n\n- 7010 more findings of wrong-format\n'));
});

test('rows that are long are fewer', async () => {
  const report = await ordinaryReport();
  const [finding] = report.findings as [Finding];
  const findings = Array.from({ length: 2000 }, (): Finding => ({ ...finding, message: '大'.repeat(300) }));
  const text = rendered(markdownReporter, { ...report, findings });
  assert.ok(Buffer.byteLength(text) < 2 ** 20);
  const rows = text.match(/^\| 3:18 /gm)?.length ?? 0;
  assert.ok(rows > 500 && rows < 2000);
  assert.match(text, `\n${2000 - rows} more findings would not fit here:\n`);
});

test('nothing found', async () => {
  const text = rendered(markdownReporter, await reportOf([{ file: 'a.yaml', text: 'name: a\ndisk_format: raw\ncontainer_format: bare\n' }]), {});
  assert.is(text, '## glance-lint: Nothing found\n\nIn 1 file (1 image).\n');
});

test.run();
