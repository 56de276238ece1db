import type { Severity } from '../model/finding.js';
import type { Report } from '../model/report.js';
import { MOST_ANNOTATIONS } from '../reporters/github.js';
import { formatInPieces } from '../reporters/index.js';

/**
 * What a run in GitHub Actions says beside its report as text: as many annotations as GitHub shows. They go to standard
 * error, where the runner looks for commands too, so that standard output carries the report alone.
 *
 * Source: actions/runner src/Runner.Worker/Handlers/ScriptHandler.cs.
 */
export function annotations({ findings, failures, ...report }: Report, root: string): Promise<Iterable<string>> {
  const told = failures.slice(0, MOST_ANNOTATIONS);
  const left: Record<Severity, number> = { error: MOST_ANNOTATIONS - told.length, warning: MOST_ANNOTATIONS, info: MOST_ANNOTATIONS };
  return formatInPieces({ ...report, failures: told, findings: findings.filter(({ severity }) => left[severity]-- > 0) }, 'github', { root });
}
