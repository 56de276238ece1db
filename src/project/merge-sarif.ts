import type { Log, Notification, ReportingDescriptor, Result, Run } from 'sarif';
import { LongList } from '../reporters/json-text.js';
import { foundBefore, isLimitNotification, limitNotifications } from '../reporters/sarif-limits.js';
import { shared } from '../text/own.js';
import { TOOL } from '../tool.js';
import { byPath } from './discover.js';
import { UsageError } from './errors.js';
import type { JsonFile } from './json-file.js';

export interface MergedSarif {
  /** The log, for `jsonText`. */
  readonly log: object;
  /** Results that nothing holds back, by level. */
  readonly counts: ReadonlyMap<string, number>;
  readonly isSuccessful: boolean;
}

/** A result in its file: there may be a million of them. */
interface PlacedResult {
  readonly json: JsonFile;
  readonly start: number;
  readonly end: number;
  readonly uri: string;
  readonly line: number;
  readonly column: number;
}

/** A run without its results, and where they are. */
interface SourceRun {
  readonly run: Run;
  readonly results: PlacedResult[];
}

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
export function mergeSarif(files: readonly JsonFile[]): MergedSarif {
  const groups = new Map<string, SourceRun[]>();
  const counts = new Map<string, number>();
  for (const json of files) {
    for (const [index, source] of runsOf(json, counts).entries()) {
      const { tool, automationDetails } = source.run;
      const key = tool.driver.name === TOOL.name ? `ours ${automationDetails?.id ?? ''}` : `${json.file} ${index}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [source]);
      else group.push(source);
    }
  }
  const [first] = files;
  const runs = [...groups.values()].map(mergeRuns);
  return {
    log: { ...(first?.value as Log), runs },
    counts,
    isSuccessful: runs.every(({ invocations = [] }) => invocations.every(({ executionSuccessful }) => executionSuccessful)),
  };
}

function runsOf(json: JsonFile, counts: Map<string, number>): readonly SourceRun[] {
  const { version, runs = [] } = json.value as Partial<Log>;
  const isLog = version === '2.1.0' && Array.isArray(runs) && runs.every((run: Partial<Run> | null) =>
    typeof run?.tool?.driver?.name === 'string' && (run.results === undefined || Array.isArray(run.results)));
  if (!isLog) throw new UsageError(`${json.file} is not a SARIF 2.1.0 log.`);
  const sources = runs.map((run): SourceRun => ({ run, results: [] }));
  json.each(({ path: [, index], start, end, value }) => {
    const result = value() as Result;
    const { level = '', suppressions = [] } = result;
    if (suppressions.length === 0) counts.set(level, (counts.get(level) ?? 0) + 1);
    sources[Number(index)]?.results.push({ json, start, end, ...placeOf(result) });
  });
  return sources;
}

type MergedRun = Omit<Run, 'results'> & { readonly results?: LongList };

function mergeRuns(sources: readonly SourceRun[]): MergedRun {
  const [{ run: first, results }] = sources as readonly [SourceRun];
  if (sources.length === 1) {
    const { results: known, ...run } = first;
    return known === undefined ? run : { ...run, results: LongList.of(results, ({ json, ...place }) => json.itemAt(place)) };
  }
  const runs = sources.map(({ run }) => run);
  const rules = new Map<string, ReportingDescriptor>();
  for (const rule of runs.flatMap(({ tool }) => tool.driver.rules ?? [])) rules.set(rule.id, rules.get(rule.id) ?? rule);
  const ordered = [...rules.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const indices = new Map(ordered.map(({ id }, index) => [id, index]));
  const all = sources.flatMap((source) => source.results).sort(byPlace);
  // Each run was cut when it was written. All that they have is kept, and what they left out is still told.
  const found = sources.reduce((sum, source) => sum + foundBefore(source.results.length, toldBy(source.run)), 0);
  const notifications = [
    ...runs.flatMap(toldBy).filter((one) => !isLimitNotification(one)),
    ...limitNotifications({ results: all.length, found }),
  ];
  return {
    ...first,
    tool: { ...first.tool, driver: { ...first.tool.driver, rules: ordered } },
    invocations: [{
      executionSuccessful: runs.every(({ invocations = [] }) => invocations.every((one) => one.executionSuccessful)),
      ...(notifications.length === 0 ? {} : { toolExecutionNotifications: notifications }),
    }],
    results: LongList.of(all, ({ json, ...place }) => {
      const result = json.itemAt(place) as Result;
      const ruleIndex = indices.get(result.ruleId ?? '');
      return ruleIndex === undefined ? result : { ...result, ruleIndex };
    }),
  };
}

function toldBy({ invocations = [] }: Run): Notification[] {
  return invocations.flatMap((one) => one.toolExecutionNotifications ?? []);
}

/** By file and line; what is in one place keeps its order. */
function byPlace(a: PlacedResult, b: PlacedResult): number {
  return byPath(a.uri, b.uri) || a.line - b.line || a.column - b.column;
}

function placeOf({ locations: [location] = [] }: Result): Pick<PlacedResult, 'uri' | 'line' | 'column'> {
  const { artifactLocation, region } = location?.physicalLocation ?? {};
  return { uri: shared(artifactLocation?.uri ?? ''), line: region?.startLine ?? 0, column: region?.startColumn ?? 0 };
}
