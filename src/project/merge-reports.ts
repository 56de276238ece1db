import path from 'node:path';
import type { ErrorObject } from 'ajv';
import { DIALECTS } from '../dialects/index.js';
import { Catalogue } from '../engine/catalogue.js';
import { Excerpts } from '../engine/excerpts.js';
import { lineHash } from '../engine/line-hash.js';
import { sift } from '../engine/lint-located.js';
import type { Manifest } from '../engine/lint-text.js';
import { byPosition } from '../engine/locate-findings.js';
import { compareShards } from '../engine/merge-shards.js';
import type { Config, Plugin } from '../model/config.js';
import type { Finding, Range } from '../model/finding.js';
import type { Failure, Report, Shard, Summary } from '../model/report.js';
import { RULES } from '../../rules/index.js';
import { decode, Lines } from '../text/index.js';
import { docsOf, TOOL } from '../tool.js';
import { oneOf } from '../words/show.js';
import { Configs } from './config.js';
import { byPath, shownPath } from './discover.js';
import { NoFilesError, UsageError } from './errors.js';
import { Inputs } from './inputs.js';
import { baselineFor, loadPluginFrom } from './lint-files.js';
import { readBytes, ReadError } from './read-file.js';

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

/** A report as it comes out of JSON. */
type JsonFinding = Omit<Finding, 'excerpt' | 'imagePointer'>;
type JsonReport = Omit<Report, 'findings' | 'rules' | 'suppressed'> & { readonly findings: readonly JsonFinding[] };

interface Part {
  readonly file: string;
  readonly report: JsonReport;
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
  return mergeParts(files.map((file) => readJsonFile(file, cwd)), { ...options, cwd });
}

/** As `mergeReports`, of files that were read. */
export async function mergeParts(files: readonly JsonFile[], { cwd, ...options }: MergeReportsOptions & { readonly cwd: string }): Promise<MergedReport> {
  const parts = await Promise.all(files.map(asReport));
  const [first] = parts;
  if (first === undefined) throw new UsageError('There are no reports to merge.');
  const { tool } = first.report;
  const other = parts.find(({ report }) => report.tool.version !== tool.version);
  if (other !== undefined) {
    throw new UsageError(`${first.file} is of ${tool.name} ${tool.version}, but ${other.file} of ${other.report.tool.version}. Lint all parts with one version.`);
  }
  const configs = new Configs({ cwd, configFile: options.config, preset: undefined, last: {} });
  const plugins: Plugin[] = [];
  for (const plugin of options.plugins ?? []) plugins.push(typeof plugin === 'string' ? await loadPluginFrom(plugin, cwd) : plugin);
  if (options.configPlugins === 'load') for (const { name, folder } of await configs.pluginNames()) plugins.push(await loadPluginFrom(name, folder));
  const catalogue = new Catalogue(RULES, DIALECTS, plugins);
  const failures: Failure[] = [...parts.flatMap(({ report }) => report.failures), ...missingShards(parts)];
  const shards = parts.flatMap(({ report }) => report.shard ?? []);
  const compared = compareShards(shards, {
    catalogue, docsOf, byFile: byPath, onError: ({ message }) => failures.push({ message: `${message[0]?.toUpperCase()}${message.slice(1)}.`, file: null }),
  });
  const known = (await baselineFor(options, configs, cwd))?.matcher();
  const { kept, held: fromBaseline } = sift(compared.kept, (finding) => known?.suppressionOf(finding));
  const held = [...compared.held, ...fromBaseline];
  const reported = parts.flatMap(({ report }) => report.findings.map((finding): Finding =>
    ({ ...finding, imagePointer: null, excerpt: { firstLine: finding.range.start.line, firstColumn: 1, lines: [], starts: [] } })));
  const summary = total(parts.map(({ report }) => report.summary), kept, held);
  if (summary.files === 0 && failures.length === 0 && options.allowEmpty !== true) {
    throw new NoFilesError('No image manifest was found in any part. Say --allow-empty if that is fine.');
  }
  const findings = [...reported, ...kept].sort((a, b) => byPath(a.file, b.file) || byPosition(a, b));
  const ids = new Set([...shards.flatMap(({ rules }) => rules), ...findings.map(({ rule }) => rule)]);
  return {
    report: {
      version: 1,
      tool: { name: TOOL.name, version: tool.version },
      summary,
      findings: await withLines(findings, cwd, options.lineHashes ?? false),
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

/** A file of JSON, not yet known to be a report. */
export interface JsonFile {
  /** As it is shown. */
  readonly file: string;
  readonly value: unknown;
}

/** @throws UsageError */
export function readJsonFile(name: string, cwd: string): JsonFile {
  const absolute = path.resolve(cwd, name);
  const file = shownPath(absolute, cwd);
  try {
    return { file, value: JSON.parse(decode(readBytes(absolute)).text) };
  } catch (error) {
    if (error instanceof ReadError) throw new UsageError(`The report ${file} cannot be read: ${error.message}.`);
    throw new UsageError(`${file} is not JSON. Make reports to merge with --format json=FILE.`);
  }
}

async function asReport({ file, value }: JsonFile): Promise<Part> {
  const { validate } = await import('../schema/generated/report.js');
  if (!(validate(value) as boolean)) throw new UsageError(`${file} is not a JSON report of glance-lint: ${complaint(validate.errors ?? [])}.`);
  return { file, report: value as JsonReport };
}

function complaint(errors: readonly ErrorObject[]): string {
  const [error] = errors;
  return `${error?.instancePath === '' ? 'it' : error?.instancePath} ${error?.message}`;
}

/** Without one part, what the others say is not the whole truth. */
function missingShards(parts: readonly Part[]): readonly Failure[] {
  const seen = new Map<number, string>();
  let known: { readonly file: string; readonly shard: Shard } | undefined;
  for (const { file, report: { shard } } of parts) {
    if (shard === undefined) continue;
    known ??= { file, shard };
    if (shard.count !== known.shard.count) {
      throw new UsageError(`${known.file} is one part of ${known.shard.count}, but ${file} one of ${shard.count}. Merge the parts of one run.`);
    }
    const twin = seen.get(shard.index);
    if (twin !== undefined) throw new UsageError(`${twin} and ${file} are both part ${shard.index} of ${shard.count}.`);
    seen.set(shard.index, file);
  }
  const count = known?.shard.count ?? 0;
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

/** Findings with the lines that they are about, where the manifest is at hand and still says the same. */
async function withLines(findings: readonly Finding[], cwd: string, withHashes: boolean): Promise<readonly Finding[]> {
  const inputs = new Inputs();
  const manifests = new Map<string, OpenManifest | undefined>();
  for (const file of new Set(findings.map((finding) => finding.file))) manifests.set(file, await open(inputs, file, cwd));
  return findings.map((finding) => {
    const { file, range } = finding;
    const found = manifests.get(file);
    if (found === undefined || !stillSays(found, range)) return finding;
    const hash = withHashes ? lineHash(found.manifest, range.start.line) : undefined;
    return { ...finding, excerpt: found.excerpts.around(range), ...(hash === undefined ? {} : { lineHash: hash }) };
  });
}

interface OpenManifest {
  readonly manifest: Manifest;
  readonly lines: Lines;
  readonly excerpts: Excerpts;
}

function stillSays({ manifest, lines }: OpenManifest, { start, end }: Range): boolean {
  return end.offset <= manifest.text.length && [start, end].every((place) => {
    const { line, column } = lines.position(place.offset);
    return line === place.line && column === place.column;
  });
}

/** A report may come from anywhere: what it names outside of the folder is not opened. */
async function open(inputs: Inputs, file: string, cwd: string): Promise<OpenManifest | undefined> {
  if (path.isAbsolute(file) || file.split('/').includes('..')) return undefined;
  try {
    const manifest = await inputs.fromFile({ path: path.resolve(cwd, file), shown: file });
    const lines = new Lines(manifest.text);
    return { manifest, lines, excerpts: new Excerpts(lines) };
  } catch (error) {
    if (error instanceof ReadError) return undefined;
    throw error;
  }
}
