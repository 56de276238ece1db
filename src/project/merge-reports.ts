import path from 'node:path';
import { DIALECTS } from '../dialects/index.js';
import { Catalogue } from '../engine/catalogue.js';
import { sift } from '../engine/lint-located.js';
import { byPosition } from '../engine/locate-findings.js';
import { compareShards } from '../engine/merge-shards.js';
import type { Config, Plugin } from '../model/config.js';
import type { Finding } from '../model/finding.js';
import type { Failure, Report, Summary } from '../model/report.js';
import { RULES } from '../../rules/index.js';
import { docsOf, TOOL } from '../tool.js';
import { oneOf } from '../words/show.js';
import { Configs } from './config.js';
import { byPath } from './discover.js';
import { NoFilesError, UsageError } from './errors.js';
import { JsonFile } from './json-file.js';
import { baselineFor, loadPluginFrom } from './lint-files.js';
import { readPart, SharedKeys, shardToMerge, type ReportPart } from './report-part.js';
import { addLines, Restorer } from './restored-findings.js';

export interface MergeReportsOptions {
  /** Folder that the reports' files are relative to. Default: the process's. */
  readonly cwd?: string;
  /** The plugins of the run, as objects or as modules to load, which runs their code. */
  readonly plugins?: readonly (string | Plugin)[];
  /** Load also the plugins that the configuration names, which runs their code. Default: false. */
  readonly configPlugins?: 'load' | 'skip';
  /** Reports without any manifest are fine. Default: false. */
  readonly allowEmpty?: boolean;
  /** Compute GitHub's line hashes for SARIF. Default: false. */
  readonly lineHashes?: boolean;
  /** Known findings, as for the parts. Default: what the working folder's configuration names. */
  readonly baseline?: string | false;
  /** The config file; false: none. Default: the nearest one above the working folder. */
  readonly config?: string | false;
}

export interface MergedReport {
  readonly report: Report;
  /** The threshold that held for the shards. */
  readonly failOn: NonNullable<Config['failOn']>;
  /** What people should know about the merge. */
  readonly notices: readonly string[];
}

/**
 * Makes one report of several JSON reports. Images of all shards are compared with each other, as in an undivided run.
 * Lines of the manifests are shown where the manifests are at hand.
 *
 * @throws UsageError for what is no report, or a report that does not go with the others; NoFilesError when no report
 *   has a manifest.
 */
export async function mergeReports(files: readonly string[], options: MergeReportsOptions = {}): Promise<MergedReport> {
  const cwd = path.resolve(options.cwd ?? '.');
  return mergeParts(files.map((file) => JsonFile.open(file, cwd)), { ...options, cwd });
}

/** As `mergeReports`, of files that were opened. */
export async function mergeParts(files: readonly JsonFile[], { cwd, ...options }: MergeReportsOptions & { readonly cwd: string }): Promise<MergedReport> {
  const restorer = new Restorer();
  const findings: Finding[] = [];
  const keys = new SharedKeys();
  const parts: ReportPart[] = [];
  for (const file of files) parts.push(await readPart(file, (finding) => findings.push(restorer.restore(finding)), (rule, image) => keys.add(rule, image)));
  const [first] = parts;
  if (first === undefined) throw new UsageError('There are no reports to merge.');
  const { tool } = first.report;
  const other = parts.find(({ report }) => report.tool.version !== tool.version);
  if (other !== undefined) {
    throw new UsageError(`${first.json.file} is of ${tool.name} ${tool.version}, but ${other.json.file} of ${other.report.tool.version}. Lint all parts with one version.`);
  }
  const configs = new Configs({ cwd, configFile: options.config, preset: undefined, last: {} });
  const plugins: Plugin[] = [];
  for (const plugin of options.plugins ?? []) plugins.push(typeof plugin === 'string' ? await loadPluginFrom(plugin, cwd) : plugin);
  if (options.configPlugins === 'load') for (const { name, folder } of await configs.pluginNames()) plugins.push(await loadPluginFrom(name, folder));
  const catalogue = new Catalogue(RULES, DIALECTS, plugins);
  const failures: Failure[] = [...parts.flatMap(({ report }) => report.failures), ...missingShards(parts)];
  const shards = parts.flatMap((part) => shardToMerge(part, keys) ?? []);
  const compared = compareShards(shards, {
    catalogue, docsOf, byFile: byPath, onError: ({ message }) => failures.push({ message: `${message[0]?.toUpperCase()}${message.slice(1)}.`, file: null }),
  });
  const known = (await baselineFor(options, configs, cwd))?.matcher();
  const { kept, held: fromBaseline } = sift(compared.kept, (finding) => known?.suppressionOf(finding));
  const held = [...compared.held, ...fromBaseline];
  const summary = total(parts.map(({ report }) => report.summary), kept, held);
  if (summary.files === 0 && failures.length === 0 && options.allowEmpty !== true) {
    throw new NoFilesError('No image manifest was found in any part. Say --allow-empty if that is fine.');
  }
  for (const finding of kept) findings.push(finding);
  findings.sort((a, b) => byPath(a.file, b.file) || byPosition(a, b));
  await addLines(findings, cwd, options.lineHashes ?? false);
  const ids = new Set([...shards.flatMap(({ rules }) => rules), ...findings.map(({ rule }) => rule)]);
  return {
    report: {
      version: 1,
      tool: { name: TOOL.name, version: tool.version },
      summary,
      findings,
      suppressed: held,
      failures,
      rules: [...ids].sort().flatMap((id) => catalogue.rule(id) ?? []),
    },
    failOn: shards[0]?.failOn ?? 'error',
    notices: shards.length === parts.length || parts.length === 1 ? [] : [
      'Images are compared across reports only if all were made with --shard.',
    ],
  };
}

/** Without one part, what the others say is not the whole truth. */
function missingShards(parts: readonly ReportPart[]): readonly Failure[] {
  const seen = new Map<number, string>();
  let known: { readonly file: string; readonly count: number } | undefined;
  for (const { json: { file }, report: { shard } } of parts) {
    if (shard === undefined) continue;
    known ??= { file, count: shard.count };
    if (shard.count !== known.count) {
      throw new UsageError(`${known.file} is one part of ${known.count}, but ${file} one of ${shard.count}. Merge the parts of one run.`);
    }
    const twin = seen.get(shard.index);
    if (twin !== undefined) throw new UsageError(`${twin} and ${file} are both part ${shard.index} of ${shard.count}.`);
    seen.set(shard.index, file);
  }
  const count = known?.count ?? 0;
  const missing = Array.from({ length: count }, (_, index) => index + 1).filter((index) => !seen.has(index));
  if (missing.length === 0) return [];
  const which = oneOf(missing.slice(0, 5).map(String)).replaceAll('"', '').replace(' or ', ' and ');
  return [{ message: `The report of part ${which} of ${count} is missing: its findings are not here, and its images were not compared.`, file: null }];
}

function total(summaries: readonly Summary[], kept: readonly Finding[], held: readonly Finding[]): Summary {
  const sum = (name: keyof Summary): number => summaries.reduce((before, summary) => before + summary[name], 0);
  const more = (severity: Finding['severity']): number => kept.filter((finding) => finding.severity === severity).length;
  return {
    files: sum('files'),
    images: sum('images'),
    errors: sum('errors') + more('error'),
    warnings: sum('warnings') + more('warning'),
    infos: sum('infos') + more('info'),
    suppressed: sum('suppressed') + held.length,
  };
}
