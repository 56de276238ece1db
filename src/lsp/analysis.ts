import type { Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { fixManifest, type FixingLintOptions } from '../engine/fix-manifest.js';
import { LintRun } from '../engine/lint-run.js';
import type { LintSettings, Manifest } from '../engine/manifest.js';
import type { Dialect } from '../model/dialect.js';
import type { Edit } from '../model/finding.js';
import type { Report } from '../model/report.js';
import type { Span } from '../text/node.js';
import { docsOf, TOOL } from '../tool.js';
import { readImages, type ReadImages } from './images.js';

export interface AnalysisOptions extends FixingLintOptions {
  /** What the text was written in when it could be read last. */
  readonly lastDialect?: () => Dialect | undefined;
}

/** One version of a text in an editor, with what linting it found. */
export class Analysis {
  readonly document: TextDocument;
  readonly manifest: Manifest;
  readonly settings: LintSettings;
  readonly report: Report;
  readonly #options: AnalysisOptions;
  #read: ReadImages | undefined;
  #safeFixes: readonly Edit[] | undefined;

  constructor(document: TextDocument, manifest: Manifest, settings: LintSettings, options: AnalysisOptions = {}) {
    this.document = document;
    this.manifest = manifest;
    this.settings = settings;
    this.#options = options;
    const { ignoreComments = false, known } = options;
    const run = new LintRun({ tool: TOOL, docsOf, withLineHashes: false, reread: () => manifest, ignoreComments, known: known?.() });
    run.lint(manifest, settings);
    this.report = run.finish();
  }

  /** The manifest's documents and images. */
  get read(): ReadImages {
    return (this.#read ??= readImages(this.manifest, this.settings));
  }

  /** The dialect of the images; where none can be read, the likeliest one. */
  get dialect(): Dialect {
    const { dialect, dialects } = this.settings;
    return this.read.images[0]?.dialect ?? this.#options.lastDialect?.() ?? dialect ?? (dialects.at(-1) as Dialect);
  }

  /** The edits of all safe fixes together. */
  get safeFixes(): readonly Edit[] {
    return (this.#safeFixes ??= fixManifest(this.manifest, this.settings, 'safe', this.#options).edits);
  }

  rangeOf({ start, end }: Span): Range {
    return { start: this.document.positionAt(start), end: this.document.positionAt(end) };
  }
}
