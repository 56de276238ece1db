import path from 'node:path';
import type { BaselineEntries } from '../engine/baseline.js';
import type { Report } from '../model/report.js';
import { BaselineFile } from './baseline-file.js';
import { shownPath } from './discover.js';
import { UsageError } from './errors.js';
import { configsFor, lintProject, type LintFilesOptions } from './lint-files.js';

/** What became of a baseline. */
export interface UpdatedBaseline {
  /** What was found without it. */
  readonly report: Report;
  /** As messages name it. */
  readonly file: string;
  readonly entries: number;
  readonly added: number;
  readonly removed: number;
}

/**
 * Brings a baseline up to date with what the manifests hold now: `update` writes down all that is found, `prune` only
 * takes out what fits nothing any more. Both leave alone what the run could not tell of.
 *
 * @throws UsageError when no baseline is named, errors of `lintFiles`
 */
export async function updateBaseline(action: 'update' | 'prune', patterns: readonly string[], options: LintFilesOptions): Promise<UpdatedBaseline> {
  const cwd = path.resolve(options.cwd ?? '.');
  const named = options.baseline === undefined ? await (await configsFor(options, cwd)).baseline() : options.baseline;
  if (named === undefined || named === false) {
    throw new UsageError(`No baseline is named. Say which: glance-lint baseline ${action} --baseline glance-lint.baseline, or set "baseline" in the configuration.`);
  }
  const file = path.resolve(cwd, named);
  const baseline = BaselineFile.read(file, shownPath(file, cwd), cwd, { mayBeMissing: action === 'update' });
  const { report, scope } = await lintProject(patterns, { ...options, baseline: false });
  const entries = action === 'update' ? baseline.updated(report, scope) : baseline.pruned(staleIn(baseline, report, scope));
  baseline.write(entries);
  return {
    report,
    file: baseline.shown,
    entries: entries.size,
    added: countMissing(entries, baseline.entries),
    removed: countMissing(baseline.entries, entries),
  };
}

/** How many entries of one baseline are not in another. */
function countMissing(entries: BaselineEntries, others: BaselineEntries): number {
  let count = 0;
  for (const key of entries.keys()) if (!others.has(key)) count++;
  return count;
}

function staleIn(baseline: BaselineFile, report: Report, scope: Parameters<BaselineFile['stale']>[2]): ReadonlyMap<string, number> {
  const matcher = baseline.matcher();
  for (const finding of report.findings) matcher.suppressionOf(finding);
  return baseline.stale(matcher, report, scope);
}
