import { consequenceInWords } from '../words/consequence.js';
import { groupBy } from './group-by.js';
import { printable } from './printable.js';
import type { Reporter } from './reporter.js';
import { repositoryPath } from './repository-path.js';
import { document, element, elementAround, escapeText, type Attributes } from './xml.js';

/**
 * Checkstyle's XML, which Jenkins, reviewdog and many editors read. `source` is made such that Jenkins shows the topic
 * as category and the rule as type.
 *
 * Sources: checkstyle config/checkstyle-report-1.0.0.xsd; jenkinsci/analysis-model CheckStyleParser.java.
 */
export const checkstyleReporter: Reporter = {
  name: 'checkstyle',
  render({ tool, findings, failures, rules }, { root }) {
    const topics = new Map<string, string>(rules.map(({ id, topic }) => [id, topic]));
    const errors: { file: string; attributes: Attributes }[] = [];
    for (const { message, file } of failures) {
      if (file !== null) errors.push({ file, attributes: { severity: 'error', message: printable(message), source: `${tool.name}.run.not-linted` } });
    }
    for (const { file, range: { start }, severity, message, consequence, rule } of findings) {
      errors.push({ file, attributes: {
        line: start.line,
        column: start.column,
        severity,
        message: `${printable(message)} ${consequenceInWords(consequence)}`,
        source: [tool.name, topics.get(rule) ?? 'other', printable(rule)].join('.'),
      } });
    }
    const files = [...groupBy(errors, ({ file }) => printable(repositoryPath(file, root)))];
    return document(elementAround('checkstyle', { version: '10.0' }, [
      ...failures.filter(({ file }) => file === null).map(({ message }) => element('exception', {}, escapeText(printable(message)))),
      ...files.map(([name, found]) => elementAround('file', { name }, found.map(({ attributes }) => element('error', attributes)))),
    ]));
  },
};
