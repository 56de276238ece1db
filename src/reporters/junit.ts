import type { Finding } from '../model/finding.js';
import type { Failure, Report } from '../model/report.js';
import { clip } from '../words/show.js';
import { codeFrame } from './code-frame.js';
import { groupBy } from './group-by.js';
import { painter } from './paint.js';
import { count, extent, inLines, nameOf, placeOf } from './phrases.js';
import { printable } from './printable.js';
import type { Reporter } from './reporter.js';
import { repositoryPath } from './repository-path.js';
import { document, element, elementAround, escapeText } from './xml.js';

const WIDTH = 100;

/** What a test case is made of; undefined: that nothing was found. */
type Subject = Failure | Finding | undefined;

interface Case {
  readonly name: string;
  readonly inside: string;
}

/**
 * JUnit's XML: a suite for each file in which there is something, a case for each finding. Errors and warnings fail;
 * an info passes, with what it says as output. GitLab and Jenkins know a case again by its name, so names are unique
 * and without line numbers.
 *
 * Sources: jenkinsci/xunit-plugin junit-10.xsd; GitLab docs "Unit test reports"; gitlab
 * lib/gitlab/ci/parsers/test/junit.rb.
 */
export const junitReporter: Reporter = {
  name: 'junit',
  render(report, { root }) {
    const { failures, findings, tool } = report;
    const all: readonly Subject[] = failures.length + findings.length === 0 ? [undefined] : [...failures, ...findings];
    const suites = groupBy(all, (subject) => suiteOf(subject?.file ?? null, root));
    return document(elementAround('testsuites', { name: tool.name, ...counts(all) }, suiteElements(suites, report)));
  },
};

function suiteOf(file: string | null, root: string | undefined): string {
  return file === null ? 'glance-lint' : printable(repositoryPath(file, root));
}

function* suiteElements(suites: ReadonlyMap<string, readonly Subject[]>, report: Report): Generator<string> {
  for (const [name, inSuite] of suites) yield* elementAround('testsuite', { name, ...counts(inSuite) }, caseElements(name, inSuite, report));
}

function* caseElements(suite: string, subjects: readonly Subject[], report: Report): Generator<string> {
  const seen = new Map<string, number>();
  for (const subject of subjects) {
    const { name, inside } = subject === undefined ? cleanCase(report) : 'rule' in subject ? findingCase(subject) : failureCase(subject);
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    yield element('testcase', { name: before === 0 ? name : `${name} (${before + 1})`, classname: suite }, inside);
  }
}

function counts(subjects: readonly Subject[]): { tests: number; failures: number; errors: number } {
  let [failures, errors] = [0, 0];
  for (const subject of subjects) {
    if (subject === undefined) continue;
    if (!('rule' in subject)) errors++;
    else if (subject.severity !== 'info') failures++;
  }
  return { tests: subjects.length, failures, errors };
}

function findingCase(finding: Finding): Case {
  const { rule, severity, message, excerpt, range } = finding;
  const [first, ...others] = inLines(finding);
  const text = [`${placeOf(finding)}: ${first}`, ...codeFrame(excerpt, range, WIDTH, painter(false)), ...others].join('\n');
  return {
    name: `${printable(rule)}: ${subjectOf(finding)}`,
    inside: severity === 'info'
      ? element('system-out', {}, escapeText(text))
      // GitLab's reader takes some words in `type` as commands; a severity is none of them.
      : element('failure', { type: severity, message: printable(message) }, escapeText(text)),
  };
}

/** What a finding is about, without numbers that change when something else does: `disk_format of "cirros"`. */
function subjectOf({ pointer, image }: Finding): string {
  const attribute = pointer.slice(pointer.lastIndexOf('/') + 1).replaceAll('~1', '/').replaceAll('~0', '~');
  const parts = [
    ...(/^\d*$/.test(attribute) ? [] : [printable(clip(attribute))]),
    ...(image === null ? [] : [(image.name ?? image.id) === null ? `image ${image.index + 1}` : nameOf(image)]),
  ];
  return parts.join(' of ') || 'the file';
}

function failureCase({ message }: Failure): Case {
  return { name: 'can be linted', inside: element('error', { type: 'error', message: printable(message) }, escapeText(printable(message))) };
}

/** A report without any case counts as broken in Jenkins. */
function cleanCase({ summary }: Report): Case {
  return { name: `nothing found ${extent(summary)}`, inside: element('system-out', {}, `${count(summary.suppressed, 'finding')} suppressed`) };
}
