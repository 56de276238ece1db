import type { Finding, Severity } from '../model/finding.js';
import type { Report } from '../model/report.js';
import { consequenceInWords } from '../words/consequence.js';
import { codeFrame } from './code-frame.js';
import { hyperlink, painter, type Paint, type Style } from './paint.js';
import { count, extent, nameOf, placeOf } from './phrases.js';
import { printable } from './printable.js';
import type { Reporter, ReporterOptions } from './reporter.js';

const COLORS: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', info: 'blue' };

/**
 * For people: each finding with the lines that it is about, what happens otherwise and how to mend it.
 *
 * Every line begins with words of ours, so that nothing in a manifest can be taken for a command by what reads
 * build logs.
 */
export const textReporter: Reporter = {
  name: 'text',
  *render(report, { color = false, links = false, width = 100 }) {
    const paint = painter(color);
    for (const finding of report.findings) yield `${block(finding, report, { links, width }, paint)}\n\n`;
    yield `${summary(report, paint)}\n`;
  },
};

function block(finding: Finding, report: Report, { links, width }: Required<Pick<ReporterOptions, 'links' | 'width'>>, paint: Paint): string {
  const { severity, consequence, related, fix, docs, image, excerpt, range } = finding;
  const rule = paint(printable(finding.rule), 'dim');
  const head = [
    paint(placeOf(finding), 'bold'),
    paint(severity, COLORS[severity], 'bold'),
    printable(finding.message),
    links && docs !== null ? hyperlink(rule, docs) : rule,
  ];
  return [
    head.join('  '),
    ...codeFrame(excerpt, range, width, paint),
    `  ${consequenceInWords(consequence)}`,
    ...related.map((place) => `  ${paint('note:', 'bold')} ${printable(place.message)}: ${placeOf(place)}`),
    ...(fix === null ? [] : [`  ${paint(fix.safe ? 'fix:' : 'possible fix:', 'green', 'bold')} ${printable(fix.description)}`]),
    ...(image === null || report.summary.images < 2 ? [] : [`  ${paint(`image: ${nameOf(image)}`, 'dim')}`]),
  ].join('\n');
}

/** `3 errors, 1 warning in 2 files (5 images); 2 fixable`. */
function summary({ summary: counts, findings, failures }: Report, paint: Paint): string {
  const { errors, warnings, infos } = counts;
  const found = [
    ...(errors === 0 ? [] : [paint(count(errors, 'error'), 'red', 'bold')]),
    ...(warnings === 0 ? [] : [paint(count(warnings, 'warning'), 'yellow', 'bold')]),
    ...(infos === 0 ? [] : [paint(count(infos, 'info'), 'blue', 'bold')]),
  ];
  const fixable = findings.filter(({ fix }) => fix?.safe === true).length;
  const perhaps = findings.filter(({ fix }) => fix?.safe === false).length;
  const remarks = [
    ...(fixable === 0 ? [] : [`${fixable} fixable`]),
    ...(perhaps === 0 ? [] : [`${perhaps} with a possible fix`]),
    ...(counts.suppressed === 0 ? [] : [`${counts.suppressed} suppressed`]),
    ...(failures.length === 0 ? [] : [paint('not everything could be linted', 'red')]),
  ];
  const verdict = found.length > 0 ? found.join(', ') : paint('Nothing found', 'green', 'bold');
  return [`${verdict} ${extent(counts)}`, ...remarks].join('; ');
}
