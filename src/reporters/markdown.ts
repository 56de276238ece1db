import type { Finding } from '../model/finding.js';
import type { Report } from '../model/report.js';
import { consequenceInWords } from '../words/consequence.js';
import { sentence } from '../words/sentence.js';
import { fairShare } from './fair-share.js';
import { countBy, groupBy } from './group-by.js';
import { count, extent, nameOf, relatedInWords, verdict } from './phrases.js';
import { printable } from './printable.js';
import type { Reporter } from './reporter.js';

/** GitHub throws a job summary of more than a MiB away as a whole. */
const MOST_BYTES = 900_000;
/** About as many as fit, and more than anybody reads. */
const MOST_ROWS = 3_000;

/**
 * GitHub's Markdown, for job summaries and comments: the totals, then a table for each file. What comes from manifests
 * is plain text in it: no markup, no links, nobody is notified.
 *
 * Sources: GitHub Flavored Markdown Spec; GitHub docs "Workflow commands: adding a job summary".
 */
export const markdownReporter: Reporter = {
  name: 'markdown',
  *render(report) {
    const { findings } = report;
    yield [...headOf(report), ...failuresOf(report)].join('\n\n');
    let size = 0;
    const shown: Finding[] = [];
    for (const [file, inFile] of groupBy(fairShare(findings, MOST_ROWS), ({ file }) => file)) {
      const rows = [];
      for (const finding of inFile) {
        const row = rowOf(finding, report);
        size += new TextEncoder().encode(row).length;
        if (size > MOST_BYTES) break;
        rows.push(row);
        shown.push(finding);
      }
      if (rows.length > 0) yield `\n\n### ${escaped(printable(file))}\n\n${['| place | severity | finding | rule |', '|---|---|---|---|', ...rows].join('\n')}`;
      if (size > MOST_BYTES) break;
    }
    if (shown.length < findings.length) yield `\n\n${restOf(findings, shown)}`;
    yield '\n';
  },
};

/** What is not shown, in one line for each rule. */
function restOf(findings: readonly Finding[], shown: readonly Finding[]): string {
  const counts = countBy(shown, ({ rule }) => rule);
  const rest = [...countBy(findings, ({ rule }) => rule)]
    .map(([rule, all]) => ({ rule, left: all - (counts.get(rule) ?? 0) }))
    .filter(({ left }) => left > 0)
    .sort((a, b) => b.left - a.left);
  const items = rest.map(({ rule, left }) => `- ${count(left, 'more finding')} of ${escaped(printable(rule))}`);
  return [`${count(findings.length - shown.length, 'more finding')} would not fit here:`, items.join('\n')].join('\n\n');
}

function headOf({ summary, tool, findings }: Report): string[] {
  const fixable = findings.filter(({ fix }) => fix?.safe === true).length;
  const remarks = [
    ...(fixable === 0 ? [] : [`${fixable} fixable`]),
    ...(summary.suppressed === 0 ? [] : [`${summary.suppressed} suppressed`]),
  ];
  return [`## ${tool.name}: ${verdict(summary)}`, sentence([extent(summary), ...remarks].join('; '))];
}

function failuresOf({ failures }: Report): string[] {
  if (failures.length === 0) return [];
  const items = failures.map(({ message, file }) => `- **Failed:** ${file === null ? '' : `${escaped(printable(file))}: `}${escaped(printable(message))}`);
  return ['### Not everything could be linted', items.join('\n')];
}

function rowOf(finding: Finding, { summary }: Report): string {
  const { range: { start }, severity, message, consequence, related, fix, image, rule, docs } = finding;
  const name = escaped(printable(rule));
  const lines = [
    escaped(printable(message)),
    `*${consequenceInWords(consequence)}*`,
    ...related.map((place) => escaped(relatedInWords(place))),
    ...(fix === null ? [] : [`**${fix.safe ? 'Fix' : 'Possible fix'}:** ${escaped(sentence(printable(fix.description)))}`]),
    ...(image === null || summary.images < 2 ? [] : [`Image: ${escaped(nameOf(image))}`]),
  ];
  const cells = [
    `${start.line}:${start.column}`,
    severity === 'error' ? '**error**' : severity,
    lines.join('<br>'),
    docs !== null && /^https?:\/\/[\w.~:/?#@!$&'+;=%-]+$/.test(docs) ? `[${name}](${docs})` : name,
  ];
  return `| ${cells.join(' | ')} |`;
}

/**
 * Text that Markdown shows as it is, where it does not begin a line. Besides Markdown's own signs, what GitHub and
 * GitLab make something of, even of escaped signs: an empty comment ends addresses, emoji, and references by `@` and `#`.
 */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*{}[\]|~$!]|(?<!\w)_|_(?!\w)/g, (sign) => `\\${sign}`)
    .replace(/[@#](?=\w)|:(?=\/\/|[\w+-]+:)|www(?=\.)/gi, (sign) => `${sign}<!-- -->`);
}
