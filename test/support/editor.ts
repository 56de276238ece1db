import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  CodeActionRequest, CodeActionResolveRequest, CompletionRequest, CompletionResolveRequest, createProtocolConnection, DidChangeTextDocumentNotification, DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification, DidOpenTextDocumentNotification, DidSaveTextDocumentNotification, DocumentSymbolRequest, ExitNotification, FileChangeType,
  HoverRequest, InitializedNotification, InitializeRequest, PublishDiagnosticsNotification, RegistrationRequest, ShowMessageNotification, ShutdownRequest,
  StreamMessageReader, StreamMessageWriter,
  type ClientCapabilities, type CodeAction, type CompletionItem, type Diagnostic, type DocumentSymbol, type Hover, type InitializeResult, type Position,
  type ProtocolConnection, type PublishDiagnosticsParams, type Range, type TextEdit,
} from 'vscode-languageserver/node';
import { BIN, CACHE } from './cli.js';

export const CAPABILITIES: ClientCapabilities = {
  workspace: { workspaceEdit: { documentChanges: true }, didChangeWatchedFiles: { dynamicRegistration: true } },
  textDocument: {
    publishDiagnostics: { relatedInformation: true, tagSupport: { valueSet: [1, 2] }, codeDescriptionSupport: true, versionSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
};

export interface EditorOptions {
  /** Beside `lsp --stdio`. */
  readonly args?: readonly string[];
  readonly capabilities?: ClientCapabilities;
}

const SOON = 20_000;

/** What an editor does with a language server: a client of the protocol that keeps texts and applies edits. */
export class Editor {
  readonly messages: string[] = [];
  readonly watched: string[] = [];
  initialized: InitializeResult | undefined;
  readonly #server: ChildProcess;
  readonly #connection: ProtocolConnection;
  readonly #folder: string;
  readonly #texts = new Map<string, TextDocument>();
  readonly #published = new Map<string, PublishDiagnosticsParams>();
  readonly #waiting = new Set<() => void>();
  readonly #exit: Promise<number | null>;

  private constructor(folder: string, args: readonly string[]) {
    this.#folder = folder;
    const { NODE_OPTIONS: _options, ...env } = process.env;
    this.#server = spawn(process.execPath, [BIN, 'lsp', '--stdio', ...args], { cwd: '/', env: { ...env, XDG_CACHE_HOME: CACHE }, stdio: ['pipe', 'pipe', 'inherit'] });
    this.#exit = new Promise((resolve) => this.#server.once('exit', resolve));
    const { stdin, stdout } = this.#server;
    if (stdin === null || stdout === null) throw new Error('the server has no streams');
    this.#connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.#connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.#published.set(params.uri, params);
      for (const wake of this.#waiting) wake();
    });
    this.#connection.onNotification(ShowMessageNotification.type, ({ message }) => { this.messages.push(message); });
    this.#connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      for (const { registerOptions } of registrations) for (const { globPattern } of (registerOptions as { watchers: { globPattern: string }[] }).watchers) this.watched.push(globPattern);
    });
    this.#connection.listen();
  }

  static async start(folder: string, { args = [], capabilities = CAPABILITIES }: EditorOptions = {}): Promise<Editor> {
    const editor = new Editor(folder, args);
    const rootUri = pathToFileURL(folder).href;
    editor.initialized = await editor.#connection.sendRequest(InitializeRequest.type, {
      processId: process.pid, rootUri, workspaceFolders: [{ uri: rootUri, name: 'test' }], capabilities,
    });
    await editor.#connection.sendNotification(InitializedNotification.type, {});
    return editor;
  }

  uriOf(name: string): string {
    return /^[a-z]{2,}:/.test(name) ? name : pathToFileURL(path.join(this.#folder, name)).href;
  }

  textOf(name: string): string {
    return this.#document(name).getText();
  }

  async open(name: string, text: string, languageId = 'yaml'): Promise<readonly Diagnostic[]> {
    const uri = this.uriOf(name);
    this.#texts.set(uri, TextDocument.create(uri, languageId, 1, text));
    await this.#connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: { uri, languageId, version: 1, text } });
    return this.diagnostics(name);
  }

  /** Makes edits as one change, all of them in terms of the text before. */
  async edit(name: string, edits: readonly TextEdit[]): Promise<void> {
    const document = this.#document(name);
    // The protocol applies the changes of one notification one after the other.
    const contentChanges = edits.toSorted((a, b) => document.offsetAt(b.range.start) - document.offsetAt(a.range.start))
      .map(({ range, newText }) => ({ range, text: newText }));
    const version = document.version + 1;
    this.#texts.set(document.uri, TextDocument.update(document, contentChanges, version));
    await this.#connection.sendNotification(DidChangeTextDocumentNotification.type, { textDocument: { uri: document.uri, version }, contentChanges });
  }

  /** Puts a text where another one stands first. */
  async replace(name: string, found: string, newText: string): Promise<void> {
    await this.edit(name, [{ range: this.rangeOf(name, found), newText }]);
  }

  /** Does what a code action says. Refuses one that is for another version. */
  async apply(action: CodeAction): Promise<void> {
    for (const change of action.edit?.documentChanges ?? []) {
      if (!('edits' in change)) throw new Error('only texts are changed');
      const { textDocument: { uri, version }, edits } = change;
      if (version !== this.#texts.get(uri)?.version) throw new Error(`the edit is for version ${version}`);
      await this.edit(uri, edits as TextEdit[]);
    }
    for (const [uri, edits] of Object.entries(action.edit?.changes ?? {})) await this.edit(uri, edits);
  }

  async save(name: string): Promise<void> {
    await this.#connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri: this.uriOf(name) } });
  }

  async close(name: string): Promise<void> {
    await this.#connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri: this.uriOf(name) } });
  }

  /** A file was changed on disk. */
  async fileChanged(name: string): Promise<void> {
    await this.#connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri: this.uriOf(name), type: FileChangeType.Changed }] });
  }

  /** What the server says of the text as it is now; waits until it does. */
  async diagnostics(name: string): Promise<readonly Diagnostic[]> {
    const uri = this.uriOf(name);
    const { version } = this.#document(name);
    await this.until(() => this.#published.get(uri)?.version === version, `no diagnostics for ${name}`);
    return this.#published.get(uri)?.diagnostics ?? [];
  }

  /** What the server said of a file last. */
  lastTold(name: string): readonly Diagnostic[] | undefined {
    return this.#published.get(this.uriOf(name))?.diagnostics;
  }

  /** Waits for a message of the server that makes something true. */
  async until(isTrue: () => boolean, otherwise: string): Promise<void> {
    const start = Date.now();
    while (!isTrue()) {
      if (Date.now() - start > SOON) throw new Error(otherwise);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(() => wake(), 100);
        const wake = (): void => {
          clearTimeout(timer);
          this.#waiting.delete(wake);
          resolve();
        };
        this.#waiting.add(wake);
      });
    }
  }

  actions(name: string, found: string, only?: readonly string[]): Promise<readonly CodeAction[]> {
    return this.actionsIn(name, this.rangeOf(name, found), only);
  }

  async actionsIn(name: string, range: Range, only?: readonly string[]): Promise<readonly CodeAction[]> {
    const context = { diagnostics: [], ...(only === undefined ? {} : { only: [...only] }) };
    return (await this.#connection.sendRequest(CodeActionRequest.type, { textDocument: { uri: this.uriOf(name) }, range, context }) ?? []) as CodeAction[];
  }

  /** Asks for the edits of an action that has been chosen. */
  resolveAction(action: CodeAction): Promise<CodeAction> {
    return this.#connection.sendRequest(CodeActionResolveRequest.type, action);
  }

  hover(name: string, found: string): Promise<Hover | null> {
    return this.hoverAt(name, this.rangeOf(name, found).start);
  }

  hoverAt(name: string, position: Position): Promise<Hover | null> {
    return this.#connection.sendRequest(HoverRequest.type, { textDocument: { uri: this.uriOf(name) }, position });
  }

  async complete(name: string, position: Position): Promise<readonly CompletionItem[]> {
    return (await this.#connection.sendRequest(CompletionRequest.type, { textDocument: { uri: this.uriOf(name) }, position }) ?? []) as CompletionItem[];
  }

  resolve(item: CompletionItem): Promise<CompletionItem> {
    return this.#connection.sendRequest(CompletionResolveRequest.type, item);
  }

  async symbols(name: string): Promise<readonly DocumentSymbol[]> {
    return (await this.#connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri: this.uriOf(name) } }) ?? []) as DocumentSymbol[];
  }

  positionAt(name: string, offset: number): Position {
    return this.#document(name).positionAt(offset);
  }

  /** The place of a text's first occurrence. */
  rangeOf(name: string, found: string): Range {
    const document = this.#document(name);
    const start = document.getText().indexOf(found);
    if (start < 0) throw new Error(`${name} does not hold ${JSON.stringify(found)}`);
    return { start: document.positionAt(start), end: document.positionAt(start + found.length) };
  }

  /** Sends a request of any kind; gives what comes back, be it an error. */
  ask(method: string, params: unknown): Promise<unknown> {
    return this.#connection.sendRequest(method, params).catch((error: unknown) => error);
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.#connection.sendNotification(method, params);
  }

  /** Sends characters that need not be a message. */
  write(text: string): void {
    this.#server.stdin?.write(text);
  }

  /** Ends the server as editors do. Gives its exit code. */
  async stop(): Promise<number | null> {
    await this.#connection.sendRequest(ShutdownRequest.type);
    await this.#connection.sendNotification(ExitNotification.type);
    return this.#exit;
  }

  /** Goes away without a word, as an editor that crashes. Gives the server's exit code. */
  crash(): Promise<number | null> {
    this.#server.stdin?.destroy();
    return this.#exit;
  }

  #document(name: string): TextDocument {
    const document = this.#texts.get(this.uriOf(name));
    if (document === undefined) throw new Error(`${name} is not open`);
    return document;
  }
}
