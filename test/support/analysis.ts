import { TextDocument } from 'vscode-languageserver-textdocument';
import { RULES } from '../../rules/index.js';
import { DIALECTS } from '../../src/dialects/index.js';
import { Catalogue } from '../../src/engine/catalogue.js';
import { layerOf, settle } from '../../src/engine/settings.js';
import { Analysis } from '../../src/lsp/analysis.js';
import type { Config } from '../../src/model/config.js';
import { formatOf, readerFor } from '../../src/text/index.js';

export interface AnalysisOptions {
  readonly path?: string;
  readonly config?: Config;
  /** An earlier version of the text. */
  readonly before?: Analysis;
}

/** A text as an editor has it open, linted. */
export async function analysisOf(text: string, { path = 'images.yaml', config = {}, before }: AnalysisOptions = {}): Promise<Analysis> {
  const document = TextDocument.create(`file:///project/${path}`, 'any', 1, text);
  const manifest = { file: path, text, invalidAt: -1, reader: await readerFor(formatOf(path)) };
  const settings = settle([await layerOf(config)], new Catalogue(RULES, DIALECTS));
  return new Analysis(document, manifest, { ...settings, isNamed: false }, { lastDialect: () => before?.dialect });
}

/** A text with a mark where the cursor is: the text without the mark, and the offset. */
export function marked(text: string, mark = '|'): { readonly text: string; readonly offset: number } {
  const offset = text.indexOf(mark);
  if (offset < 0) throw new Error(`no ${mark} in ${JSON.stringify(text)}`);
  return { text: text.slice(0, offset) + text.slice(offset + mark.length), offset };
}
