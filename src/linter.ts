import { RULES } from '../rules/index.js';
import { DIALECTS } from './dialects/index.js';
import { Catalogue } from './engine/catalogue.js';
import { LintRun } from './engine/lint-run.js';
import type { LintSettings, Manifest } from './engine/lint-text.js';
import { layerOf, settle } from './engine/settings.js';
import type { Config, Plugin } from './model/config.js';
import type { Report } from './model/report.js';
import { checkOptions } from './schema/options.js';
import { formatOf, readerFor, type TextFormat } from './text/index.js';
import { docsOf, TOOL } from './tool.js';

export interface LintTextOptions {
  /** Name of the manifest: shown in findings, tells JSON from YAML and NDJSON. */
  readonly path?: string;
  /** The text format, when the name does not tell. */
  readonly format?: TextFormat;
  /** Compute GitHub's line hashes for SARIF. Default: false. */
  readonly lineHashes?: boolean;
}

export interface LinterOptions {
  readonly plugins?: readonly Plugin[];
}

/** A linter with its configuration settled: make it once, use it often. Reads no files. */
export class Linter {
  readonly catalogue: Catalogue;
  readonly #settings: Omit<LintSettings, 'isNamed'>;

  private constructor(catalogue: Catalogue, settings: Omit<LintSettings, 'isNamed'>) {
    this.catalogue = catalogue;
    this.#settings = settings;
  }

  /** @throws SettingsError, PluginError or OptionsError when the configuration cannot be used. */
  static async create(config: Config = {}, { plugins = [] }: LinterOptions = {}): Promise<Linter> {
    const catalogue = new Catalogue(RULES, DIALECTS, plugins);
    await checkOptions(config.rules ?? {}, catalogue);
    return new Linter(catalogue, settle([await layerOf(config)], catalogue));
  }

  /** Lints one text as if it were a file of its own. Never throws for text of any kind. */
  async lintText(text: string, { path = '<text>', format, lineHashes = false }: LintTextOptions = {}): Promise<Report> {
    const reader = await readerFor(format ?? formatOf(path));
    const manifest: Manifest = { file: path, text, invalidAt: -1, reader };
    const run = new LintRun({ tool: TOOL, docsOf, withLineHashes: lineHashes, reread: () => manifest });
    run.lint(manifest, { ...this.#settings, isNamed: true });
    return run.finish();
  }
}
