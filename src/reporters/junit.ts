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

/** A test case: what it is called, how it ended, and what is to be said. */
interface Case {
  readonly suite: string;
  readonly name: string;
  readonly outcome: 'failure' | 'error' | 'passed';
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
    const cases = [
      ...report.failures.map((failure) => failureCase(failure, root)),
      ...report.findings.map((finding) => findingCase(finding, root)),
    ];
    const suites = [...groupBy(cases.length === 0 ? [cleanCase(report)] : cases, ({ suite }) => suite)];
    const all = suites.flatMap(([, inSuite]) => inSuite);
    return document(elementAround('testsuites', { name: report.tool.name, ...counts(all) }, suites.map(([name, inSuite]) => suiteElement(name, inSuite))));
  },
};

function suiteElement(name: string, cases: readonly Case[]): string {
  const seen = new Map<string, number>();
  const elements = cases.map((one) => {
    const before = seen.get(one.name) ?? 0;
    seen.set(one.name, before + 1);
    return element('testcase', { name: before === 0 ? one.name : `${one.name} (${before + 1})`, classname: name }, one.inside);
  });
  return elementAround('testsuite', { name, ...counts(cases) }, elements);
}

function counts(cases: readonly Case[]): { tests: number; failures: number; errors: number } {
  const ended = (outcome: Case['outcome']): number => cases.filter((one) => one.outcome === outcome).length;
  return { tests: cases.length, failures: ended('failure'), errors: ended('error') };
}

function findingCase(finding: Finding, root: string | undefined): Case {
  const { rule, severity, message, excerpt, range, file } = finding;
  const isFailing = severity !== 'info';
  const [first, ...others] = inLines(finding);
  const text = [`${placeOf(finding)}: ${first}`, ...codeFrame(excerpt, range, WIDTH, painter(false)), ...others].join('\n');
  return {
    suite: printable(repositoryPath(file, root)),
    name: `${printable(rule)}: ${subjectOf(finding)}`,
    outcome: isFailing ? 'failure' : 'passed',
    inside: isFailing
      // GitLab's reader takes some words in `type` as commands; a severity is none of them.
      ? element('failure', { type: severity, message: printable(message) }, escapeText(text))
      : element('system-out', {}, escapeText(text)),
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

function failureCase({ message, file }: Failure, root: string | undefined): Case {
  return {
    suite: file === null ? 'glance-lint' : printable(repositoryPath(file, root)),
    name: 'can be linted',
    outcome: 'error',
    inside: element('error', { type: 'error', message: printable(message) }, escapeText(printable(message))),
  };
}

/** A report without any case counts as broken in Jenkins. */
function cleanCase({ summary }: Report): Case {
  const name = `nothing found ${extent(summary)}`;
  return { suite: 'glance-lint', name, outcome: 'passed', inside: element('system-out', {}, `${count(summary.suppressed, 'finding')} suppressed`) };
}
