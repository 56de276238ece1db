import { DiagnosticSeverity, MessageType, ShowMessageNotification, type Connection, type Diagnostic, type TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { ConfigError } from '../project/errors.js';
import { printable } from '../reporters/printable.js';
import { diagnosticOf, SOURCE, type DiagnosticSupport } from './diagnostics.js';
import type { Session } from './session.js';

/** Milliseconds without a change until the findings are told: while somebody types, they would only flicker. */
const PAUSE = 200;

export interface PublisherOptions {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly session: Session;
  readonly support: DiagnosticSupport;
}

/** Tells the editor what was found in its texts, and what is wrong with the configuration. */
export class Publisher {
  readonly #options: PublisherOptions;
  readonly #timers = new Map<string, NodeJS.Timeout>();
  /** The files of the configuration that cannot be used, by address. */
  readonly #configProblems = new Map<string, Diagnostic>();
  readonly #told = new Set<string>();
  #configurations = 0;

  constructor(options: PublisherOptions) {
    this.#options = options;
  }

  /** A text was opened or changed. */
  changed({ uri }: TextDocument): void {
    const isNew = !this.#timers.has(uri);
    clearTimeout(this.#timers.get(uri));
    this.#timers.set(uri, setTimeout(() => void this.#publish(uri), isNew ? 0 : PAUSE));
  }

  closed({ uri }: TextDocument): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.delete(uri);
    this.#options.session.forget(uri);
    this.#send(uri, []);
  }

  /** The configuration may have changed. */
  configurationChanged(): void {
    const { documents, session } = this.#options;
    this.#configurations++;
    session.reset();
    this.#told.clear();
    const mended = [...this.#configProblems.keys()];
    this.#configProblems.clear();
    for (const uri of mended) if (documents.get(uri) === undefined) this.#send(uri, []);
    for (const uri of documents.keys()) void this.#publish(uri);
  }

  async #publish(uri: string): Promise<void> {
    const { documents, session, support, connection } = this.#options;
    const document = documents.get(uri);
    if (document === undefined) return;
    const configuration = this.#configurations;
    const isOutdated = (): boolean => documents.get(uri) !== document || configuration !== this.#configurations;
    try {
      const analysis = await session.analysisOf(document);
      if (isOutdated()) return;
      const { findings = [], failures = [] } = analysis?.report ?? {};
      const uriOf = (file: string): string => (file === analysis?.manifest.file ? uri : session.uriOf(file));
      this.#send(uri, findings.map((finding) => diagnosticOf(finding, uriOf, support)), document.version);
      for (const { message } of failures) connection.console.error(message);
    } catch (error) {
      if (isOutdated()) return;
      this.#send(uri, [], document.version);
      this.#tell(error);
    }
  }

  /** A configuration that cannot be used: said once, and shown in its file. */
  #tell(error: unknown): void {
    const { connection, session } = this.#options;
    const message = error instanceof Error ? printable(error.message) : String(error);
    if (error instanceof ConfigError) {
      const at = { line: (error.line ?? 1) - 1, character: (error.column ?? 1) - 1 };
      const uri = session.uriOf(error.file);
      this.#configProblems.set(uri, { range: { start: at, end: at }, severity: DiagnosticSeverity.Error, source: SOURCE, message: printable(error.problem) });
      this.#send(uri, []);
    }
    if (this.#told.has(message)) return;
    this.#told.add(message);
    // The library's own way is a request, which not every editor answers.
    void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Error, message: `glance-lint: ${message}` });
  }

  #send(uri: string, diagnostics: readonly Diagnostic[], version?: number): void {
    const ofConfig = this.#configProblems.get(uri);
    void this.#options.connection.sendDiagnostics({
      uri,
      diagnostics: [...diagnostics, ...(ofConfig === undefined ? [] : [ofConfig])],
      ...(version === undefined ? {} : { version }),
    });
  }
}
