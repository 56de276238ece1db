import { fileURLToPath } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  CodeActionKind, CompletionTriggerKind, createConnection, DidChangeWatchedFilesNotification, MarkupKind, TextDocuments, TextDocumentSyncKind,
  type CodeAction, type CompletionItem, type Connection, type Hover, type InitializeParams, type InitializeResult, type MarkupContent,
} from 'vscode-languageserver/node';
import { CONFIG_NAMES } from '../project/config-file.js';
import type { LintFilesOptions } from '../project/lint-files.js';
import { TOOL } from '../tool.js';
import type { Analysis } from './analysis.js';
import { completionsAt, documentationOf, type NameData } from './completion.js';
import { asPlainText } from './documentation.js';
import { hoverAt } from './hover.js';
import { Publisher } from './publisher.js';
import { codeActions, FIX_ALL, resolveFixAll } from './quick-fixes.js';
import { Session } from './session.js';
import { flatSymbols, symbolsOf } from './symbols.js';

/** Speaks the language server protocol on standard input and output until the editor ends it. The process exits then. */
export function serve(options: LintFilesOptions): Promise<never> {
  const connection = createConnection(process.stdin, process.stdout);
  connection.onInitialize((params) => start(connection, params, options));
  connection.listen();
  return new Promise<never>(() => {});
}

function start(connection: Connection, params: InitializeParams, options: LintFilesOptions): InitializeResult {
  const { workspace, textDocument } = params.capabilities;
  const shown = textDocument?.publishDiagnostics;
  const support = {
    related: shown?.relatedInformation === true,
    tags: shown?.tagSupport !== undefined,
    links: shown?.codeDescriptionSupport === true,
    versioned: workspace?.workspaceEdit?.documentChanges === true,
    resolves: textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true,
  };
  const inHover = markupFor(textDocument?.hover?.contentFormat);
  const inCompletion = markupFor(textDocument?.completion?.completionItem?.documentationFormat);
  const hasOutline = textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;

  const documents = new TextDocuments({ create: TextDocument.create, update: updated });
  const session = new Session(folderOf(params), options);
  const publisher = new Publisher({ connection, documents, session, support });

  /** What a request about a text gets: nothing where it is no manifest, or its configuration cannot be used. */
  const answer = async <T>(uri: string, make: (analysis: Analysis) => T): Promise<T | null> => {
    const document = documents.get(uri);
    const analysis = document && await session.analysisOf(document).catch(() => undefined);
    return analysis === undefined ? null : make(analysis);
  };

  documents.onDidChangeContent(({ document }) => publisher.changed(document));
  documents.onDidClose(({ document }) => publisher.closed(document));
  documents.onDidSave(async ({ document }) => {
    // Any file that holds no image may be a part of some configuration.
    const images = await answer(document.uri, ({ report }) => report.summary.images);
    if (images === null || images === 0) publisher.configurationChanged();
  });
  documents.listen(connection);

  connection.onDidChangeWatchedFiles(() => publisher.configurationChanged());
  connection.onInitialized(() => {
    if (workspace?.didChangeWatchedFiles?.dynamicRegistration !== true) return;
    const watchers = [...CONFIG_NAMES, 'package.json', 'glance-lint.baseline'].map((name) => ({ globPattern: `**/${name}` }));
    // Without it, configurations are read anew when they are saved in the editor.
    connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => {});
  });
  connection.onCodeAction(({ textDocument: { uri }, range, context: { only } }) =>
    answer(uri, (analysis) => codeActions(analysis, range, { ...support, only })));
  connection.onCodeActionResolve(async (action): Promise<CodeAction> => {
    const data = action.data as { readonly uri: string } | undefined;
    return (data && await answer(data.uri, (analysis) => resolveFixAll(action, analysis, support))) ?? action;
  });
  connection.onHover(({ textDocument: { uri }, position }) => answer(uri, (analysis): Hover | null => {
    const hover = hoverAt(analysis, analysis.document.offsetAt(position));
    return hover === undefined ? null : { contents: inHover(hover.text), range: analysis.rangeOf(hover.span) };
  }));
  connection.onCompletion(({ textDocument: { uri }, position, context }) => answer(uri, (analysis) => {
    // A blank or a colon calls for values; names are asked for by letters and quotes.
    const isNameWanted = context?.triggerKind !== CompletionTriggerKind.TriggerCharacter || context.triggerCharacter === '"';
    return completionsAt(analysis, analysis.document.offsetAt(position), { isNameWanted });
  }));
  connection.onCompletionResolve(async (item): Promise<CompletionItem> => {
    const data = item.data as NameData | undefined;
    const value = data && await answer(data.uri, ({ settings }) => documentationOf(data, settings.rules.cloud));
    return typeof value === 'string' ? { ...item, documentation: inCompletion(value) } : item;
  });
  connection.onDocumentSymbol(({ textDocument: { uri } }) => answer(uri, (analysis) => {
    const symbols = symbolsOf(analysis);
    return hasOutline ? symbols : flatSymbols(symbols, uri);
  }));

  return {
    serverInfo: TOOL,
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL], resolveProvider: true },
      completionProvider: { triggerCharacters: [':', '=', ' ', '"'], resolveProvider: true },
      hoverProvider: true,
      documentSymbolProvider: true,
    },
  };
}

/** Writes Markdown in the way that an editor asks for. */
function markupFor(formats: readonly MarkupKind[] = [MarkupKind.Markdown]): (markdown: string) => MarkupContent {
  if (formats.includes(MarkupKind.Markdown)) return (value) => ({ kind: MarkupKind.Markdown, value });
  return (markdown) => ({ kind: MarkupKind.PlainText, value: asPlainText(markdown) });
}

/** A new document for each version, so that what was made of one stays true. */
function updated(document: TextDocument, changes: Parameters<typeof TextDocument.update>[1], version: number): TextDocument {
  const { uri, languageId } = document;
  return TextDocument.update(TextDocument.create(uri, languageId, document.version, document.getText()), changes, version);
}

/** The folder that is open in the editor. */
function folderOf({ workspaceFolders, rootUri }: InitializeParams): string {
  try {
    return fileURLToPath(workspaceFolders?.[0]?.uri ?? rootUri ?? '');
  } catch {
    return process.cwd();
  }
}
