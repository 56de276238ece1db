import { RULES } from '../rules/index.js';
import { DIALECTS } from './dialects/index.js';
import { Catalogue } from './engine/catalogue.js';
import { fixManifest, type FixLevel } from './engine/fix-manifest.js';
import type { TextFixes } from './engine/fix-text.js';
import { LintRun } from './engine/lint-run.js';
import type { LintSettings, Manifest } from './engine/lint-text.js';
import { layerOf, settle } from './engine/settings.js';
import type { Config, Plugin } from './model/config.js';
import type { Finding } from './model/finding.js';
import type { Report } from './model/report.js';
import { checkOptions } from './schema/options.js';
import { formatOf, formatOfText, readerFor, type TextFormat } from './text/index.js';
import { docsOf, TOOL } from './tool.js';

export interface LintTextOptions {
  /** Name of the manifest: shown in findings, tells JSON from YAML and NDJSON. Default: `<text>`, read as YAML or JSON. */
  readonly path?: string;
  /** The text format, when the name does not tell. */
  readonly format?: TextFormat;
  /** Compute GitHub's line hashes for SARIF. Default: false. */
  readonly lineHashes?: boolean;
  /** Report also what comments in the text hold back. Default: false. */
  readonly ignoreSuppressions?: boolean;
}

export interface FixTextOptions extends Omit<LintTextOptions, 'lineHashes'> {
  /** `safe`: those that surely keep what the author meant. `all`: all. Default: `safe`. */
  readonly level?: FixLevel;
}

export interface LinterOptions {
  /** Plugins, already loaded. */
  readonly plugins?: readonly Plugin[];
}

/** A finding about a plain object: it has a JSON pointer, and no line. */
export type ImageFinding = Pick<
  Finding,
  'rule' | 'severity' | 'message' | 'messageId' | 'data' | 'consequence' | 'pointer' | 'image' | 'docs'
>;

/** What cannot be an image: a value that JSON cannot hold. */
export class NotJsonError extends Error {
  override readonly name = 'NotJsonError';
}

const UNNAMED = '<text>';

/** A linter with its configuration settled: make it once, use it often. Reads no files. */
export class Linter {
  /** Everything that can be switched on, plugins included. */
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
  async lintText(text: string, { path, format, lineHashes = false, ignoreSuppressions = false }: LintTextOptions = {}): Promise<Report> {
    const manifest = await manifestOf(text, path, format);
    const run = new LintRun({ tool: TOOL, docsOf, withLineHashes: lineHashes, ignoreComments: ignoreSuppressions, reread: () => manifest });
    run.lint(manifest, { ...this.#settings, isNamed: true });
    return run.finish();
  }

  /** Makes the fixes of one text, again and again until nothing changes. Never throws for text of any kind. */
  async fixText(text: string, { path, format, level = 'safe', ignoreSuppressions = false }: FixTextOptions = {}): Promise<TextFixes> {
    const manifest = await manifestOf(text, path, format);
    return fixManifest(manifest, { ...this.#settings, isNamed: true }, level, { ignoreComments: ignoreSuppressions });
  }

  /**
   * Lints a plain object: an image, a list of images, `{images: [...]}` or `{image: {...}}`. Pointers lead into it.
   *
   * @throws NotJsonError for what JSON cannot hold, such as a circle.
   */
  async lintImage(image: unknown): Promise<readonly ImageFinding[]> {
    let text: string | undefined;
    try {
      text = JSON.stringify(image);
    } catch (error) {
      throw new NotJsonError(`The image cannot be written as JSON: ${error instanceof Error ? error.message : String(error)}`);
    }
    if (text === undefined) throw new NotJsonError(`The image cannot be written as JSON: it is ${typeof image}`);
    const { findings } = await this.lintText(text, { format: 'json' });
    return findings.map(({ rule, severity, message, messageId, data, consequence, pointer, image: about, docs }) =>
      ({ rule, severity, message, messageId, data, consequence, pointer, image: about, docs }));
  }
}

async function manifestOf(text: string, path: string | undefined, format: TextFormat | undefined): Promise<Manifest> {
  const reader = await readerFor(format ?? (path === undefined ? formatOfText(text) : formatOf(path)));
  return { file: path ?? UNNAMED, text, invalidAt: -1, reader };
}
