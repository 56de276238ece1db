import type { Severity } from '../model/finding.js';
import type { Report } from '../model/report.js';
import { consequenceInWords } from '../words/consequence.js';
import { fingerprinter, hash64 } from './fingerprint.js';
import { jsonText, LongList } from './json-text.js';
import { printable, wellFormed } from './printable.js';
import type { Reporter } from './reporter.js';
import { repositoryPath } from './repository-path.js';

const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'critical', warning: 'minor', info: 'info' };

/** One degradation. GitLab stops reading at the first that lacks a field. */
interface Degradation {
  readonly description: string;
  readonly check_name: string;
  /** Names the finding in all reports of a pipeline: of two with the same one, GitLab keeps one. */
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

/**
 * Code Quality: what GitLab shows in merge requests. A failure that is about no file has no place here.
 *
 * Sources: GitLab docs "Code Quality: code quality report format"; gitlab app/validators/json_schemas/codeclimate.json,
 * lib/gitlab/ci/reports/codequality_reports.rb.
 */
export const gitlabReporter: Reporter = {
  name: 'gitlab',
  render: (report, { root }) => jsonText(new LongList(degradations(report, (file) => wellFormed(repositoryPath(file, root))))),
};

function* degradations({ findings, failures }: Report, pathOf: (file: string) => string): Generator<Degradation> {
  const fingerprint = fingerprinter();
  for (const { message, file } of failures) {
    if (file === null) continue;
    yield {
      description: printable(message),
      check_name: 'not-linted',
      fingerprint: hash64(JSON.stringify(['not-linted', pathOf(file), message])),
      severity: 'blocker',
      location: { path: pathOf(file), lines: { begin: 1 } },
    };
  }
  for (const finding of findings) {
    const path = pathOf(finding.file);
    yield {
      description: `${printable(finding.message)} ${consequenceInWords(finding.consequence)}`,
      check_name: printable(finding.rule),
      fingerprint: fingerprint({ ...finding, file: path }),
      severity: SEVERITIES[finding.severity],
      location: { path, lines: { begin: finding.range.start.line } },
    };
  }
}
