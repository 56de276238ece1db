import { createHash } from 'node:crypto';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Finding } from '../../src/model/finding.js';
import type { Report } from '../../src/model/report.js';
import { SCRIPT, SCRIPT_HASH, STYLE, STYLE_HASH } from '../../src/reporters/html-assets.js';
import { htmlReporter } from '../../src/reporters/html.js';
import { matchesGolden } from './golden.js';
import { hostileReport, ordinaryReport, reportOf, rendered } from './sample.js';

/*
 * What a browser makes of the page is tested in test/conformance/html; here is what can be told without one.
 */

/** The page without style and script, which are long and always the same. */
function page(report: Report): string {
  return [STYLE, SCRIPT, STYLE_HASH, SCRIPT_HASH].reduce((html, part) => html.replace(part, '…'), rendered(htmlReporter, report, {}));
}

const VOID = new Set(['meta', 'input', 'rect']);

interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** All tags, read strictly: every attribute quoted, every element closed in its place. */
function tagsIn(html: string): Tag[] {
  const tags: Tag[] = [];
  const open: string[] = [];
  const rest = html.replace(/^<!doctype html>/, '').replace(/<(\/?)([a-z][a-z0-9]*)((?: [a-zA-Z-]+(?:="[^"<>]*")?)*)\/?>/g, (_, slash: string, name: string, list: string) => {
    if (slash !== '') assert.is(open.pop(), name);
    else {
      if (!VOID.has(name)) open.push(name);
      tags.push({ name, attributes: Object.fromEntries([...list.matchAll(/ ([a-zA-Z-]+)(?:="([^"]*)")?/g)].map(([, key, value = '']) => [key, value])) });
    }
    return '';
  });
  assert.equal(open, []);
  assert.not.match(rest, /[<>]/, 'what is no tag has no angle brackets');
  return tags;
}

test('an ordinary report', async () => {
  matchesGolden('ordinary.html', page(await ordinaryReport()));
});

test('a hostile report: the tags are ours, and nothing runs', async () => {
  const html = page(await hostileReport());
  matchesGolden('hostile.html', html);
  const tags = tagsIn(html);
  assert.equal(tags.filter(({ name }) => name === 'script').length, 1);
  assert.not.match(html, /[^\P{Cc}\n]|\p{Cf}|\p{Cs}/u);
  for (const { attributes } of tags) assert.not.ok(Object.keys(attributes).some((key) => key.startsWith('on') || key === 'style' || key === 'src'));
});

test('markup in everything that a manifest or a plugin can set is text', async () => {
  const report = await ordinaryReport();
  const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>\'--></style>&amp;';
  const [finding] = report.findings as [Finding];
  const everywhere: Finding = {
    ...finding, rule: evil, message: evil, file: evil, docs: `https://x/${evil}`, fix: { safe: true, description: evil, edits: [{ start: finding.range.start.offset, end: finding.range.end.offset, text: evil.slice(0, 40) }] },
    related: [{ ...finding, message: evil, file: evil }], image: { index: 0, name: evil, id: null, dialect: 'glance', intent: 'create' },
    excerpt: { ...finding.excerpt, lines: finding.excerpt.lines.map(() => evil) },
  };
  const html = page({ ...report, findings: [everywhere], failures: [{ message: evil, file: evil }], rules: [{ ...report.rules[0]!, id: evil, summary: evil }] });
  assert.is(tagsIn(html).filter(({ name }) => ['script', 'img'].includes(name)).length, 1);
});

test('addresses of other kinds than http are no links', async () => {
  const report = await ordinaryReport();
  const [finding] = report.findings as [Finding];
  const hrefs = tagsIn(page({ ...report, findings: [{ ...finding, docs: 'javascript:alert(1)' }] })).flatMap(({ attributes }) => attributes['href'] ?? []);
  assert.ok(hrefs.every((href) => /^(https:\/\/|#)/.test(href)), hrefs.join());
});

test('the policy allows exactly the style and the script of the page', async () => {
  const hash = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;
  assert.is(STYLE_HASH, hash(STYLE), 'write this into html-assets.ts');
  assert.is(SCRIPT_HASH, hash(SCRIPT), 'write this into html-assets.ts');
  const html = rendered(htmlReporter, await ordinaryReport(), {});
  assert.match(html, `default-src 'none'; style-src '${STYLE_HASH}'; script-src '${SCRIPT_HASH}'; base-uri 'none'; form-action 'none'`);
  assert.is(html.split('<style>')[1]?.split('</style>')[0], STYLE);
  assert.is(html.split('<script type="module">')[1]?.split('</script>')[0], SCRIPT);
  assert.not.match(STYLE, /url\(|@import|</);
  assert.not.match(SCRIPT, /innerHTML|eval|fetch|<\//);
});

test('ids are unique, and links within the page lead somewhere', async () => {
  const tags = tagsIn(page(await ordinaryReport()));
  const ids = tags.flatMap(({ attributes }) => attributes['id'] ?? []);
  assert.is(new Set(ids).size, ids.length);
  for (const { attributes } of tags) {
    for (const key of ['href', 'for', 'aria-labelledby', 'data-of']) {
      const value = attributes[key];
      if (value !== undefined && !value.startsWith('https:')) assert.ok(ids.includes(value.replace('#', '')), `${key}=${value}`);
    }
  }
});

test('headings go down one level at a time', async () => {
  const levels = tagsIn(page(await ordinaryReport())).flatMap(({ name }) => (/^h\d$/.test(name) ? [Number(name[1])] : []));
  assert.is(levels[0], 1);
  for (const [index, level] of levels.entries()) if (index > 0) assert.ok(level <= (levels[index - 1] as number) + 1, levels.join());
});

test('each finding stands under its file and under its rule', async () => {
  const report = await ordinaryReport();
  const tags = tagsIn(page(report));
  const count = report.findings.length;
  assert.is(tags.filter(({ name }) => name === 'article').length, count);
  assert.is(tags.filter(({ attributes }) => 'data-of' in attributes).length, count);
  assert.is(tags.filter(({ name }) => name === 'details').length, new Set(report.findings.map(({ rule }) => rule)).size);
});

test('a line that is too long is cut around the finding, not within a character', async () => {
  const html = page(await reportOf([{ file: 'a.json', text: `{"x": "${'👍'.repeat(900)}", "name": "a b", "disk_format": "raw", "container_format": "bare", "y": "${'👍'.repeat(900)}"}` }]));
  const [line = ''] = /<pre class="frame">.*<\/pre>/s.exec(html) ?? [];
  assert.match(line, /… ?(👍)+&quot;, &quot;name&quot;: <mark>&quot;a b&quot;<\/mark>/u);
  assert.match(line, /👍…\n/u);
  assert.not.match(line, '\\ud83d');
});

test('what must not be seen as it is looks other than if it were written so', async () => {
  const html = page(await reportOf([{ file: 'a.yaml', text: 'name: "a b"\n# \u202e \\u202e \t.\ndisk_format: raw\ncontainer_format: bare\n' }]));
  assert.match(html, '# <span class="shown">\\u202e</span> \\u202e \t.');
});

test('spans: none, several lines, to the end of a line, beyond the excerpt', async () => {
  const report = await reportOf([{ file: 'a.yaml', text: 'name: |-\n  one two\n  three\n\n  four\n  five\n  six\n  seven\n\ndisk_format: raw\ncontainer_format: bare\n' }]);
  assert.match(page(report), /<mark>\|-<\/mark>\n<\/span><span class="line hit" data-line="2"> {2}<mark>one two<\/mark>\n.*data-line="4"><mark><\/mark>.*data-line="">…\n/s);
  const [finding] = report.findings as [Finding];
  const { start } = finding.range;
  assert.match(page({ ...report, findings: [{ ...finding, range: { start, end: start } }] }), 'name: <mark></mark>|-\n');
  assert.match(page({ ...report, findings: [{ ...finding, range: { start, end: { line: 2, column: 1, offset: start.offset + 3 } } }] }), '<mark>|-</mark>\n</span><span class="line" data-line="2">');
});

test('failures have a section of their own', async () => {
  const html = page(await reportOf([], [['Cannot be read: it is a folder.', 'a.yaml'], ['A rule failed.', null]]));
  assert.match(html, '<h2 id="failures">Not everything could be linted</h2>\n<ul><li><span class="place">a.yaml</span>: Cannot be read: it is a folder.</li>\n<li>A rule failed.</li></ul>');
  assert.not.match(html, 'No rule has anything to say');
});

test('nothing found', async () => {
  const html = page(await reportOf([{ file: 'a.yaml', text: 'name: a\ndisk_format: raw\ncontainer_format: bare\n' }]));
  tagsIn(html);
  assert.match(html, '<h1>Nothing found</h1>');
  assert.match(html, 'No rule has anything to say.');
  assert.not.match(html, /<form|<nav|<svg/);
});

test('of very many findings, as many are shown as a browser stands, and no rule hides another', async () => {
  const report = await ordinaryReport();
  const [finding, other] = report.findings as [Finding, Finding];
  const findings = [...Array.from({ length: 20_000 }, () => finding), ...Array.from({ length: 10 }, () => other)];
  const html = page({ ...report, findings });
  assert.is(html.match(/<article /g)?.length, 5_000);
  assert.is(html.match(/<li data-of/g)?.length, 5_000);
  assert.is(html.match(/<article .* data-severity="warning"/g)?.length, 10);
  assert.match(html, ' This page shows 5000 of the findings, those of rare rules first; ');
  assert.is(html.match(/<p>.* more of these/g)?.join(), '<p>15010 more of these');
  tagsIn(html);
  assert.not.match(page({ ...report, findings: findings.slice(0, 5_000) }), / more of these|This page shows/);
});

test.run();
