import type { Finding, Fix, Excerpt, Severity } from '../model/finding.js';
import type { Report, Summary } from '../model/report.js';
import { HOME } from '../tool.js';
import { consequenceInWords } from '../words/consequence.js';
import { sentence } from '../words/sentence.js';
import { fairShare } from './fair-share.js';
import { countBy, groupBy } from './group-by.js';
import { SCRIPT, SCRIPT_HASH, STYLE, STYLE_HASH } from './html-assets.js';
import { code, escapeHtml, frame } from './html-frame.js';
import { extent, nameOf, placeOf, verdict } from './phrases.js';
import type { Reporter } from './reporter.js';

const NOUNS: Readonly<Record<Severity, string>> = { error: 'errors', warning: 'warnings', info: 'infos' };
const SEVERITIES = Object.keys(NOUNS) as readonly Severity[];
/** Browsers get slow with more, and nobody reads them. */
const MOST_SHOWN = 5_000;
/** Longer changes are not shown beside a fix. */
const LONGEST_CHANGE = 80;

/** A finding, and the name by which the page links to it. */
interface Item {
  readonly id: string;
  readonly finding: Finding;
}

/**
 * One page that needs nothing else: totals, findings by file and by rule. Only the filter needs the script, and is not
 * shown without it. The policy in the page allows its own style and script and nothing more.
 */
export const htmlReporter: Reporter = {
  name: 'html',
  *render(report) {
    const { tool, summary, findings } = report;
    const items = fairShare(findings, MOST_SHOWN).map((finding, index): Item => ({ id: `f${index + 1}`, finding }));
    const [name, version] = [escapeHtml(tool.name), escapeHtml(tool.version)];
    yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${STYLE_HASH}'; script-src '${SCRIPT_HASH}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${verdict(summary)} – ${name}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the findings</a>
<header>
<p class="tool">${name} ${version}</p>
<h1>${verdict(summary)}</h1>
<div class="remarks">${remarks(report, items.length)}${items.length === 0 ? '' : '<nav aria-label="Findings"><a href="#by-file">By file</a><a href="#by-rule">By rule</a></nav>'}</div>
${totals(summary)}
</header>
<main id="content">
`;
    yield* failures(report);
    if (items.length === 0) {
      yield* clean(report);
    } else {
      yield filter(summary);
      yield* byFile(items, report);
      yield* byRule(items, report);
    }
    yield `</main>
<footer>Made by <a href="${HOME}">${name}</a> ${version}.</footer>
<script type="module">${SCRIPT}</script>
</body>
</html>
`;
  },
};

function remarks({ summary, findings }: Report, shown: number): string {
  const fixable = findings.filter(({ fix }) => fix?.safe === true).length;
  const rest = shown === findings.length ? '' : ` This page shows ${shown} of the findings, those of rare rules first; a JSON report has all.`;
  return sentence([extent(summary), ...(fixable === 0 ? [] : [`${fixable} fixable`])].join('; ')) + rest;
}

function numberOf({ errors, warnings, infos }: Summary, severity: Severity): number {
  return { error: errors, warning: warnings, info: infos }[severity];
}

/** Numbers, and beneath them a bar that shows the severities' shares. */
function totals(summary: Summary): string {
  const tile = (number: number, noun: string, kind: string): string => `<li class="${number === 0 ? 'none' : kind}"><b>${number}</b> ${noun}</li>`;
  const tiles = [
    ...SEVERITIES.map((severity) => tile(numberOf(summary, severity), numberOf(summary, severity) === 1 ? severity : NOUNS[severity], severity)),
    tile(summary.suppressed, 'suppressed', 'other'),
    tile(summary.files, summary.files === 1 ? 'file' : 'files', 'other'),
    tile(summary.images, summary.images === 1 ? 'image' : 'images', 'other'),
  ];
  const all = SEVERITIES.reduce((sum, severity) => sum + numberOf(summary, severity), 0);
  let before = 0;
  const shares = SEVERITIES.map((severity) => {
    const share = `<rect class="${severity}" x="${before}" width="${numberOf(summary, severity)}" height="1"/>`;
    before += numberOf(summary, severity);
    return share;
  });
  const bar = all === 0 ? '' : `\n<svg class="share" viewBox="0 0 ${all} 1" preserveAspectRatio="none" aria-hidden="true">${shares.join('')}</svg>`;
  return `<ul class="totals">\n${tiles.join('\n')}\n</ul>${bar}`;
}

function failures({ failures: all }: Report): string[] {
  if (all.length === 0) return [];
  const items = all.map(({ message, file }) => `<li>${file === null ? '' : `<span class="place">${escapeHtml(file)}</span>: `}${escapeHtml(message)}</li>`);
  return [`<section class="panel failures" aria-labelledby="failures">
<h2 id="failures">Not everything could be linted</h2>
<ul>${items.join('\n')}</ul>
</section>
`];
}

function clean({ failures: all }: Report): string[] {
  return all.length > 0 ? [] : ['<p class="panel clean">No rule has anything to say.</p>\n'];
}

function filter(summary: Summary): string {
  const boxes = SEVERITIES.filter((severity) => numberOf(summary, severity) > 0).map((severity) =>
    `<label><input type="checkbox" name="severity" value="${severity}" checked> ${NOUNS[severity]}</label>`);
  return `<form id="filter" role="search" aria-label="Findings" hidden>
<label class="hush" for="filter-text">Filter by words</label>
<input type="search" id="filter-text" placeholder="Filter by words: file, rule, image, message" autocomplete="off" spellcheck="false">
<fieldset><legend class="hush">Severities</legend>${boxes.join('')}</fieldset>
<output for="filter-text"></output>
</form>
`;
}

function* byFile(items: readonly Item[], report: Report): Generator<string> {
  yield '<h2 id="by-file">By file</h2>\n';
  let index = 0;
  for (const [file, inFile] of groupBy(items, ({ finding }) => finding.file)) {
    yield `<section class="panel group" aria-labelledby="file${index}">
<div class="title"><h3 id="file${index}" class="place">${escapeHtml(file)}</h3><span class="count">${inFile.length}</span></div>
`;
    for (const item of inFile) yield article(item, report);
    yield '</section>\n';
    index++;
  }
}

function article({ id, finding }: Item, { summary }: Report): string {
  const { severity, message, range, rule, docs, consequence, related, fix, image, excerpt } = finding;
  const facts = [
    ['Otherwise', escapeHtml(consequenceInWords(consequence))],
    ...(fix === null ? [] : [[fix.safe ? 'Fix' : 'Possible fix', `${escapeHtml(sentence(fix.description))}${change(fix, excerpt)}`]]),
    ...related.map((place) => [escapeHtml(sentence(place.message).slice(0, -1)), `<span class="place">${escapeHtml(placeOf(place))}</span>`]),
    ...(image === null || summary.images < 2 ? [] : [['Image', escapeHtml(nameOf(image))]]),
  ];
  return `<article class="finding" id="${id}" data-severity="${severity}">
<header><span class="badge ${severity}">${severity}</span><h4>${escapeHtml(message)}</h4>
<p class="where">line <a href="#${id}">${range.start.line}:${range.start.column}</a> · ${link(rule, docs)}</p></header>
${frame(excerpt, range)}
<dl class="facts">${facts.map(([term, words]) => `<dt>${term}</dt><dd>${words}</dd>`).join('')}</dl>
</article>
`;
}

/** What a fix takes away and puts in its place, where that is short enough to see. */
function change({ edits: [edit, ...others] }: Fix, { lines, starts }: Excerpt): string {
  if (edit === undefined || others.length > 0) return '';
  const index = starts.findLastIndex((start) => start <= edit.start);
  const [line = '', start = 0] = [lines[index], starts[index]];
  const removed = line.slice(edit.start - start, edit.end - start);
  const isShort = removed.length === edit.end - edit.start && Math.max(removed.length, edit.text.length) <= LONGEST_CHANGE;
  if (!isShort || removed === '' || edit.text === '') return '';
  return ` <code><del>${code(removed)}</del> <ins>${code(edit.text)}</ins></code>`;
}

function link(rule: string, docs: string | null): string {
  const isAddress = docs !== null && /^https?:\/\//.test(docs);
  return isAddress ? `<a href="${escapeHtml(docs)}">${escapeHtml(rule)}</a>` : escapeHtml(rule);
}

function* byRule(items: readonly Item[], { rules, findings }: Report): Generator<string> {
  const summaries = new Map(rules.map(({ id, summary }) => [id, summary]));
  const counts = countBy(findings, groupOf);
  const rank = ([first]: readonly Item[]): number => SEVERITIES.indexOf(first?.finding.severity ?? 'info');
  const groups = [...groupBy(items, ({ finding }) => groupOf(finding))]
    .sort(([, a], [, b]) => rank(a) - rank(b) || b.length - a.length);
  yield '<h2 id="by-rule">By rule</h2>\n';
  for (const [name, group] of groups) yield ruleGroup(group, summaries, (counts.get(name) ?? 0) - group.length);
}

function groupOf({ severity, rule }: Finding): string {
  return `${severity} ${rule}`;
}

function ruleGroup(group: readonly Item[], summaries: ReadonlyMap<string, string>, rest: number): string {
  const { rule, severity, docs } = (group[0] as Item).finding;
  const summary = summaries.get(rule);
  const links = group.map(({ id, finding }) =>
    `<li data-of="${id}"><a class="place" href="#${id}">${escapeHtml(placeOf(finding))}</a> ${escapeHtml(finding.message)}</li>`);
  return `<details class="panel rule group">
<summary><span class="badge ${severity}">${severity}</span><h3>${escapeHtml(rule)}</h3><span class="count">${group.length}</span></summary>
<div>${summary === undefined ? '' : `<p>Satisfied when ${escapeHtml(summary).replace(/`([^`]+)`/g, '<code>$1</code>')}.${docs === null ? '' : ` ${link('More', docs)}`}</p>`}
${rest === 0 ? '' : `<p>${rest} more of these are not on this page.</p>\n`}<ul>${links.join('\n')}</ul></div>
</details>
`;
}
