import type { Log, Notification, ReportingDescriptor, Result, Run } from 'sarif';
import { isLimitNotification, limitNotifications } from '../reporters/sarif-limits.js';
import { TOOL } from '../tool.js';
import { byPath } from './discover.js';
import { UsageError } from './errors.js';
import type { JsonFile } from './merge-reports.js';

/** Does a file of JSON look like a SARIF log? */
export function isSarif({ value }: JsonFile): boolean {
  return typeof value === 'object' && value !== null && Array.isArray((value as { runs?: unknown }).runs);
}

/**
 * Makes one SARIF log of several: one run of those of glance-lint that have the same category, for GitHub refuses
 * several; the runs of other tools stay as they are. Images are not compared with those of other parts.
 *
 * @throws UsageError for what is no SARIF log.
 */
export function mergeSarif(files: readonly JsonFile[]): Log {
  const runs = new Map<string, Run[]>();
  for (const file of files) {
    for (const [index, run] of logOf(file).runs.entries()) {
      const isOurs = run.tool.driver.name === TOOL.name;
      const key = isOurs ? `ours ${run.automationDetails?.id ?? ''}` : `${file.file} ${index}`;
      runs.set(key, [...(runs.get(key) ?? []), run]);
    }
  }
  const [first] = files;
  return { ...(first?.value as Log), runs: [...runs.values()].map(mergeRuns) };
}

function logOf({ file, value }: JsonFile): Log {
  const { version, runs } = value as Partial<Log>;
  const isLog = version === '2.1.0' && Array.isArray(runs) && runs.every((run: Partial<Run> | null) =>
    typeof run?.tool?.driver?.name === 'string' && (run.results === undefined || Array.isArray(run.results)));
  if (!isLog) throw new UsageError(`${file} is not a SARIF 2.1.0 log.`);
  return value as Log;
}

function mergeRuns(runs: readonly Run[]): Run {
  const [first] = runs as readonly [Run];
  if (runs.length === 1) return first;
  const rules = new Map<string, ReportingDescriptor>();
  for (const rule of runs.flatMap(({ tool }) => tool.driver.rules ?? [])) rules.set(rule.id, rules.get(rule.id) ?? rule);
  const ordered = [...rules.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const indices = new Map(ordered.map(({ id }, index) => [id, index]));
  const results = runs.flatMap((run) => run.results ?? []).map((result): Result => {
    const ruleIndex = indices.get(result.ruleId ?? '');
    return ruleIndex === undefined ? result : { ...result, ruleIndex };
  });
  const told: Notification[] = runs.flatMap(({ invocations = [] }) => invocations.flatMap((one) => one.toolExecutionNotifications ?? []));
  const notifications = [...told.filter((one) => !isLimitNotification(one)), ...limitNotifications(results.length)];
  return {
    ...first,
    tool: { ...first.tool, driver: { ...first.tool.driver, rules: ordered } },
    invocations: [{
      executionSuccessful: runs.every(({ invocations = [] }) => invocations.every((one) => one.executionSuccessful)),
      ...(notifications.length === 0 ? {} : { toolExecutionNotifications: notifications }),
    }],
    results: results.sort(byPlace),
  };
}

/** By file and line; what is in one place keeps its order. */
function byPlace(a: Result, b: Result): number {
  const [left, right] = [placeOf(a), placeOf(b)];
  return byPath(left.uri, right.uri) || left.line - right.line || left.column - right.column;
}

function placeOf({ locations: [location] = [] }: Result): { readonly uri: string; readonly line: number; readonly column: number } {
  const { artifactLocation, region } = location?.physicalLocation ?? {};
  return { uri: artifactLocation?.uri ?? '', line: region?.startLine ?? 0, column: region?.startColumn ?? 0 };
}
