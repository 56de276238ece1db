import type { Severity } from '../model/finding.js';
import { consequenceInWords } from '../words/consequence.js';
import { fingerprinter, hash64 } from './fingerprint.js';
import { jsonText } from './json-text.js';
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
  render({ findings, failures }, { root }) {
    const fingerprint = fingerprinter();
    const pathOf = (file: string): string => wellFormed(repositoryPath(file, root));
    const degradations: Degradation[] = [
      ...failures.flatMap(({ message, file }): Degradation[] => (file === null ? [] : [{
        description: printable(message),
        check_name: 'not-linted',
        fingerprint: hash64(JSON.stringify(['not-linted', pathOf(file), message])),
        severity: 'blocker',
        location: { path: pathOf(file), lines: { begin: 1 } },
      }])),
      ...findings.map((finding): Degradation => ({
        description: `${printable(finding.message)} ${consequenceInWords(finding.consequence)}`,
        check_name: printable(finding.rule),
        fingerprint: fingerprint({ ...finding, file: pathOf(finding.file) }),
        severity: SEVERITIES[finding.severity],
        location: { path: pathOf(finding.file), lines: { begin: finding.range.start.line } },
      })),
    ];
    return jsonText(degradations);
  },
};
