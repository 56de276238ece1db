import path from 'node:path';
import { DIALECTS } from '../dialects/index.js';
import { Catalogue } from '../engine/catalogue.js';
import { lintForFixes, type FixLevel } from '../engine/fix-manifest.js';
import { LintRun } from '../engine/lint-run.js';
import type { LintSettings, Manifest } from '../engine/lint-text.js';
import { layerOf, type Layer } from '../engine/settings.js';
import type { Config, Plugin, RuleSetting } from '../model/config.js';
import type { Intent } from '../model/image.js';
import type { Report } from '../model/report.js';
import { RULES } from '../../rules/index.js';
import { docsOf, TOOL } from '../tool.js';
import { oneOf } from '../words/show.js';
import type { BaselineFile, LintedScope } from './baseline-file.js';
import { Configs, type Settled } from './config.js';
import { filesBeside } from './config-file.js';
import { discover, isSearched, SEARCHED, shownPath, type Discovery } from './discover.js';
import { NoFilesError, UsageError } from './errors.js';
import type { FixedFile } from './fixer.js';
import { Inputs } from './inputs.js';
import { ReadError } from './read-file.js';
import type { ResultCache } from './result-cache.js';
import type { Timing } from './timing.js';
import { isInShard, type ShardOption } from './shard.js';

/** How a project is linted. The command line's options, by the same names. */
export interface LintFilesOptions {
  /** Folder that patterns are relative to. Default: the process's. */
  readonly cwd?: string;
  /** The config file for all manifests; false: none. Default: the nearest one above each manifest. */
  readonly config?: string | false;
  readonly preset?: string;
  /** Rule settings above those of all config files. */
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  /** Only these rules. */
  readonly only?: readonly string[];
  readonly intent?: Intent;
  readonly dialect?: string;
  readonly cloud?: Config['cloud'];
  /** Plugins as objects, or as modules to load, which runs their code. */
  readonly plugins?: readonly (string | Plugin)[];
  /** What to do about plugins that a config file names: load them (runs their code), leave them out, or refuse to go on. */
  readonly configPlugins?: 'load' | 'skip' | 'refuse';
  /** In searches, leave out what .gitignore names. Default: true. */
  readonly gitignore?: boolean;
  /** Take named files as if a search had found them: pass by what is no manifest. For hooks, which name every file. Default: false. */
  readonly ignoreUnrecognised?: boolean;
  /** Finding no file is fine. Default: false. */
  readonly allowEmpty?: boolean;
  /** A text to lint beside the files, as if it were the file `path`. */
  readonly stdin?: { readonly bytes: Uint8Array; readonly path: string | undefined };
  /** Compute GitHub's line hashes for SARIF. Default: false. */
  readonly lineHashes?: boolean;
  /** Report also what comments in the manifests hold back. Default: false. */
  readonly ignoreSuppressions?: boolean;
  /** A file of known findings, which are held back; false: none. Default: what the working folder's configuration names. */
  readonly baseline?: string | false;
  /**
   * Pass by files in which an earlier run found nothing, if neither they nor the settings have changed. It is kept in the
   * user's cache folder. Without effect beside plugins and `shard`. Default: false.
   */
  readonly cache?: boolean;
  /** Lint only one part of the files; `mergeReports` puts the reports of all parts together. */
  readonly shard?: ShardOption;
  /** Called before each file that was found. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Lints files, folders and globs. Without patterns, the working folder is searched.
 *
 * A file that cannot be read becomes a failure of the report; the others are linted all the same.
 *
 * @throws ConfigError for a configuration that cannot be used, NoFilesError when there is nothing to lint,
 *   UsageError for other settings that mean nothing.
 */
export async function lintFiles(patterns: readonly string[] = [], options: LintFilesOptions = {}): Promise<Report> {
  return (await lintProject(patterns, options)).report;
}

export interface ProjectOptions extends LintFilesOptions {
  /** Make fixes before linting; or, without writing, find out which would be made. */
  readonly fix?: { readonly level: FixLevel; readonly isWriting: boolean };
  /** Is told how long each phase and each rule takes. */
  readonly timing?: Timing;
}

export interface LintedProject {
  readonly report: Report;
  /** The threshold that the working folder's configuration sets. */
  readonly failOn: NonNullable<Config['failOn']>;
  /** What fixes changed. */
  readonly fixed: readonly FixedFile[];
  /** For people, whole sentences: what was not done, and what could be. */
  readonly notices: readonly string[];
  readonly scope: LintedScope;
}

/** As `lintFiles`, with all that the command line tells of. */
export async function lintProject(patterns: readonly string[], options: ProjectOptions): Promise<LintedProject> {
  const cwd = path.resolve(options.cwd ?? '.');
  const { shard, timing } = options;
  timing?.lap('start');
  if (shard !== undefined && options.stdin !== undefined) throw new UsageError('--shard parts files, and standard input is none.');
  const configs = await configsFor(options, cwd);
  const failOn = (await configs.own()).failOn ?? 'error';
  timing?.lap('configuration');
  const results = await resultsFor(options, configs, cwd);
  const notices: string[] = options.cache === true && results === undefined ? [NOTHING_KEPT] : [];
  const inputs = new Inputs(results?.digestOf);
  const baseline = await baselineFor(options, configs, cwd);
  const matcher = baseline?.matcher();
  const ignoreComments = options.ignoreSuppressions ?? false;
  const run = new LintRun({
    tool: TOOL, docsOf, withLineHashes: options.lineHashes ?? false, reread: (file) => inputs.reread(file),
    ignoreComments, ...(matcher && { known: matcher }), ...(shard && { shard: { ...shard, failOn } }),
  });
  const fixer = options.fix && new (await import('./fixer.js')).Fixer({ ...options.fix, cwd, fail: (problem, file) => run.fail(problem, file) });
  const visited: string[] = [];
  let last: { readonly own: Settled; readonly isNamed: boolean; readonly settings: LintSettings } | undefined;
  const lint = (manifest: Manifest, own: Settled | undefined, file: string, isNamed: boolean, isOnDisk: boolean): boolean => {
    visited.push(file);
    timing?.lap('configuration');
    if (own === undefined) return false;
    // Most files have the settings of the one before.
    if (own !== last?.own || isNamed !== last.isNamed) last = { own, isNamed, settings: { ...own, isNamed: isNamed && options.ignoreUnrecognised !== true } };
    const { settings } = last;
    const wasManifest = results?.recall(run, manifest, settings);
    if (wasManifest !== undefined) {
      timing?.lap('kept results');
      return wasManifest || isNamed;
    }
    const known = baseline && (() => baseline.matcher(manifest.file));
    const fixed = fixer?.fix(manifest, lintForFixes(manifest, settings, { ignoreComments, known }), isOnDisk ? file : undefined) ?? manifest;
    if (!isOnDisk) inputs.keep(fixed);
    const isManifest = results?.lint(run, fixed, settings) ?? run.lint(fixed, settings);
    timing?.lap('lint');
    return isManifest || isNamed;
  };

  let found = 0;
  if (options.stdin !== undefined) {
    const { bytes, path: name = STDIN } = options.stdin;
    const [manifest, file] = [await inputs.fromStdin(bytes, name), path.resolve(cwd, name)];
    timing?.lap('read');
    if (lint(manifest, await configs.settingsFor(file), file, true, false)) found++;
  }
  const wanted = patterns.length === 0 && options.stdin === undefined ? ['.'] : patterns;
  const all = await discover(wanted, { cwd, useGitIgnore: options.gitignore ?? true });
  const { files, problems } = shard === undefined ? all : partOf(all, shard, cwd);
  timing?.lap('search');
  for (const { path: file, reason } of problems) run.fail(cannotRead(reason), shownPath(path.resolve(cwd, file), cwd));
  for (const [index, file] of files.entries()) {
    options.onProgress?.(index, files.length);
    if (options.ignoreUnrecognised === true && file.isNamed && !isSearched(file.path)) continue;
    try {
      // Of thousands of files, those that have to wait are few: for the others, each await would cost time for nothing.
      const given = inputs.fromFile(file);
      const manifest = given instanceof Promise ? await given : given;
      timing?.lap('read');
      const settings = configs.settingsFor(file.path, file.folder);
      if (lint(manifest, settings instanceof Promise ? await settings : settings, file.path, file.isNamed, true)) found++;
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      run.fail(cannotRead(error.message), file.shown);
      found++;
    }
  }
  // Of one part, nobody can tell whether the others have manifests: that is for the merge to say.
  if (found + problems.length === 0 && options.allowEmpty !== true && shard === undefined) throw new NoFilesError(nothingFound(patterns));
  const report = run.finish();
  timing?.lap('compare images');
  const unwritten = results?.write();
  if (unwritten !== undefined) notices.push(`Results were not kept: ${unwritten}.`);
  const isWhole = shard === undefined && patterns.length === 0 && options.stdin === undefined;
  const scope: LintedScope = { cwd, isWhole, files: visited, isRule: (id) => configs.isRule(id) };
  const stale = baseline !== undefined && matcher !== undefined ? staleNotice(baseline.stale(matcher, report, scope).size, baseline.shown) : [];
  return { report, failOn, fixed: fixer?.files ?? [], notices: [...notices, ...(fixer?.notices ?? []), ...stale], scope };
}

/** The results of earlier runs, where they may be taken: those of a plugin's code may change with anything, and the merge of parts needs to see all images. */
async function resultsFor({ cache, shard, ignoreSuppressions }: ProjectOptions, configs: Configs, cwd: string): Promise<ResultCache | undefined> {
  if (cache !== true || shard !== undefined || configs.hasPlugins) return undefined;
  return new (await import('./result-cache.js')).ResultCache(cwd, { ignoreComments: ignoreSuppressions ?? false });
}

const NOTHING_KEPT = '--cache does nothing beside plugins and --shard.';

function partOf({ files, problems }: Discovery, shard: ShardOption, cwd: string): Discovery {
  return {
    files: files.filter((file) => isInShard(file.shown, shard)),
    problems: problems.filter((problem) => isInShard(shownPath(path.resolve(cwd, problem.path), cwd), shard)),
  };
}

/** The baseline that is asked for; undefined when there is none. */
export async function baselineFor(options: Pick<LintFilesOptions, 'baseline'>, configs: Configs, cwd: string): Promise<BaselineFile | undefined> {
  const file = options.baseline === undefined ? await configs.baseline() : options.baseline !== false && path.resolve(cwd, options.baseline);
  if (file === undefined || file === false) return undefined;
  return (await import('./baseline-file.js')).BaselineFile.read(file, shownPath(file, cwd), cwd);
}

function staleNotice(count: number, file: string): string[] {
  if (count === 0) return [];
  return [`${count} ${count === 1 ? 'entry' : 'entries'} of the baseline ${file} fit${count === 1 ? 's' : ''} nothing any more. To take them out: glance-lint baseline prune --baseline ${file}`];
}

const STDIN = '<stdin>';

function cannotRead(reason: string): string {
  return `Cannot be read: ${reason}.`;
}

function nothingFound(patterns: readonly string[]): string {
  const where = patterns.length === 0 ? 'in this folder and below it' : `for ${oneOf(patterns).replace(' or ', ' and ')}`;
  return `No image manifest was found ${where}. Looked for files that end in ${SEARCHED.join(', ')} and describe images, and `
    + 'passed by hidden folders, node_modules and what .gitignore names. Name the files, or say --allow-empty if none is fine.';
}

/** Settles the configuration and loads the plugins that may be loaded. Also what `--print-config` shows. */
export async function configsFor(options: ProjectOptions, cwd: string): Promise<Configs> {
  const last: Layer = {
    ...(await layerOf(options.cloud === undefined ? {} : { cloud: options.cloud }, filesBeside(cwd))),
    ...(options.rules === undefined ? {} : { rules: options.rules }),
    ...(options.only === undefined ? {} : { only: options.only }),
    ...(options.intent === undefined ? {} : { intent: options.intent }),
    ...(options.dialect === undefined ? {} : { dialect: options.dialect }),
  };
  const configs = new Configs({ cwd, configFile: options.config, preset: options.preset, last });
  const plugins: Plugin[] = [];
  for (const plugin of options.plugins ?? []) plugins.push(typeof plugin === 'string' ? await loadPluginFrom(plugin, cwd) : plugin);
  const named = await configs.pluginNames();
  const [first] = named;
  if (first !== undefined && (options.configPlugins ?? 'refuse') === 'refuse') {
    throw new UsageError(`The configuration names the plugin "${first.name}", and plugins are code. If you trust it, say --allow-plugins; to lint without it, say --no-plugins.`);
  }
  if (options.configPlugins === 'load') for (const { name, folder } of named) plugins.push(await loadPluginFrom(name, folder));
  configs.use(new Catalogue(RULES, DIALECTS, plugins, options.timing?.watched), { toleratesPluginNames: options.configPlugins === 'skip' });
  return configs;
}

/** Loaded apart, where the command keeps the real `import` that plugins need. */
export async function loadPluginFrom(name: string, folder: string): Promise<Plugin> {
  return (await import('./plugins.js')).loadPlugin(name, folder);
}
