import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { BaselineFile } from '../project/baseline-file.js';
import type { Configs } from '../project/config.js';
import { isSearched, shownPath } from '../project/discover.js';
import { baselineFor, configsFor, type LintFilesOptions } from '../project/lint-files.js';
import { formatOf, readerFor, type TextFormat } from '../text/index.js';
import { Analysis } from './analysis.js';

/** What editors call the languages that manifests are written in. */
const LANGUAGES: Readonly<Record<string, TextFormat>> = {
  yaml: 'yaml', ansible: 'yaml', json: 'json', jsonc: 'jsonc', jsonl: 'ndjson', terraform: 'hcl', opentofu: 'hcl', hcl: 'hcl',
};

/** What holds for all texts. */
interface Project {
  readonly configs: Configs;
  readonly baseline: BaselineFile | undefined;
}

/** Lints the texts that an editor has open, each as its configuration wants it. */
export class Session {
  readonly #folder: string;
  readonly #options: LintFilesOptions;
  /** Of the texts that held images, by address, the last version that did. */
  readonly #withImages = new Map<string, Analysis>();
  #analyses = new WeakMap<TextDocument, Promise<Analysis | undefined>>();
  #project: Promise<Project> | undefined;

  /** `folder`: the one that is open; plugins and relative paths are looked for there. */
  constructor(folder: string, options: LintFilesOptions) {
    this.#folder = folder;
    this.#options = options;
  }

  /**
   * A text with its findings, made once; undefined when it cannot be a manifest, or is ignored. Documents must not
   * change.
   *
   * @throws UsageError for a configuration that cannot be used
   */
  analysisOf(document: TextDocument): Promise<Analysis | undefined> {
    let analysis = this.#analyses.get(document);
    if (analysis === undefined) this.#analyses.set(document, (analysis = this.#analyse(document)));
    return analysis;
  }

  /** Reads the configuration anew from now on. */
  reset(): void {
    this.#project = undefined;
    this.#analyses = new WeakMap();
  }

  forget(uri: string): void {
    this.#withImages.delete(uri);
  }

  /** The address of a file by the name that findings and errors have for it. */
  uriOf(file: string): string {
    return pathToFileURL(path.resolve(this.#folder, file)).href;
  }

  /** Where a text is kept, or would be. */
  fileOf(uri: string): string {
    try {
      return fileURLToPath(uri);
    } catch {
      return path.join(this.#folder, path.basename(uri.replace(/^[\w+.-]+:/, '')) || 'untitled');
    }
  }

  async #analyse(document: TextDocument): Promise<Analysis | undefined> {
    const { uri, languageId } = document;
    const file = this.fileOf(uri);
    const format = isSearched(file) ? formatOf(file) : Object.hasOwn(LANGUAGES, languageId) ? LANGUAGES[languageId] : undefined;
    if (format === undefined) return undefined;
    const { configs, baseline } = await (this.#project ??= this.#readProject());
    const settings = await configs.settingsFor(file);
    if (settings === undefined) return undefined;
    const manifest = { file: shownPath(file, this.#folder), text: document.getText(), invalidAt: -1, reader: await readerFor(format) };
    const analysis = new Analysis(document, manifest, { ...settings, isNamed: false }, {
      ignoreComments: this.#options.ignoreSuppressions ?? false,
      known: baseline && (() => baseline.matcher(manifest.file)),
      lastDialect: () => this.#withImages.get(uri)?.dialect,
    });
    if (analysis.report.summary.images > 0) this.#withImages.set(uri, analysis);
    return analysis;
  }

  async #readProject(): Promise<Project> {
    const configs = await configsFor(this.#options, this.#folder);
    return { configs, baseline: await baselineFor(this.#options, configs, this.#folder) };
  }
}
