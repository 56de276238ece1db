import type { Finding } from '../model/finding.js';
import type { Failure, Report } from '../model/report.js';
import { consequenceInWords } from '../words/consequence.js';
import { groupBy } from './group-by.js';
import { printable } from './printable.js';
import type { Reporter } from './reporter.js';
import { repositoryPath } from './repository-path.js';
import { document, element, elementAround, escapeText } from './xml.js';

/**
 * Checkstyle's XML, which Jenkins, reviewdog and many editors read. `source` is made such that Jenkins shows the topic
 * as category and the rule as type.
 *
 * Sources: checkstyle config/checkstyle-report-1.0.0.xsd; jenkinsci/analysis-model CheckStyleParser.java.
 */
export const checkstyleReporter: Reporter = {
  name: 'checkstyle',
  render(report, { root }) {
    const { failures, findings } = report;
    const files = groupBy<Failure | Finding>([...failures.filter(({ file }) => file !== null), ...findings], ({ file }) => printable(repositoryPath(file ?? '', root)));
    return document(elementAround('checkstyle', { version: '10.0' }, elementsOf(report, files)));
  },
};

function* elementsOf({ tool, failures, rules }: Report, files: ReadonlyMap<string, readonly (Failure | Finding)[]>): Generator<string> {
  for (const { file, message } of failures) if (file === null) yield element('exception', {}, escapeText(printable(message)));
  const topics = new Map<string, string>(rules.map(({ id, topic }) => [id, topic]));
  for (const [name, inFile] of files) yield* elementAround('file', { name }, errorsOf(inFile, tool.name, topics));
}

function* errorsOf(inFile: readonly (Failure | Finding)[], tool: string, topics: ReadonlyMap<string, string>): Generator<string> {
  for (const one of inFile) {
    if (!('rule' in one)) {
      yield element('error', { severity: 'error', message: printable(one.message), source: `${tool}.run.not-linted` });
      continue;
    }
    const { range: { start }, severity, message, consequence, rule } = one;
    yield element('error', {
      line: start.line,
      column: start.column,
      severity,
      message: `${printable(message)} ${consequenceInWords(consequence)}`,
      source: [tool, topics.get(rule) ?? 'other', printable(rule)].join('.'),
    });
  }
}
