import { SymbolKind, type DocumentSymbol, type SymbolInformation } from 'vscode-languageserver';
import type { ImageIdentity } from '../model/finding.js';
import { printable } from '../reporters/printable.js';
import { locate } from '../text/index.js';
import type { Entry, Node, Span } from '../text/node.js';
import { clip } from '../words/show.js';
import type { Analysis } from './analysis.js';

/** Of longer lists, only the images are told. */
const MOST_IMAGES_WITH_PARTS = 2000;
const DEEPEST = 10;

/** The images by name, with what is written of them inside. */
export function symbolsOf(analysis: Analysis): DocumentSymbol[] {
  const { images } = analysis.read;
  const hasParts = images.length <= MOST_IMAGES_WITH_PARTS;
  return images.flatMap(({ document, base, identity }): DocumentSymbol[] => {
    const found = locate(document.places(), base);
    if (found === undefined) return [];
    const { node, entry } = found;
    const range = analysis.rangeOf(entry === undefined ? node.span : extent(entry));
    return [{
      name: nameOf(identity, entry),
      detail: identity.dialect,
      kind: SymbolKind.Object,
      range,
      selectionRange: { start: range.start, end: entry === undefined ? range.start : analysis.rangeOf(entry.keySpan).end },
      children: hasParts ? partsOf(node, analysis, 0) : [],
    }];
  });
}

/** The same in one list, for editors that know no outline. */
export function flatSymbols(symbols: readonly DocumentSymbol[], uri: string, containerName?: string): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children = [] }) => [
    { name, kind, location: { uri, range }, ...(containerName === undefined ? {} : { containerName }) },
    ...flatSymbols(children, uri, name),
  ]);
}

function partsOf({ entries, items }: Node, analysis: Analysis, depth: number): DocumentSymbol[] {
  if (depth > DEEPEST) return [];
  if (entries !== undefined) {
    return entries.map((entry): DocumentSymbol => {
      const { node } = entry;
      const isPlain = node.entries === undefined && node.items === undefined;
      return {
        name: shown(entry.key),
        ...(isPlain ? { detail: textOf(analysis, node.span) } : {}),
        kind: isPlain ? SymbolKind.Property : node.items === undefined ? SymbolKind.Namespace : SymbolKind.Array,
        range: analysis.rangeOf(extent(entry)),
        selectionRange: analysis.rangeOf(entry.keySpan),
        children: partsOf(node, analysis, depth + 1),
      };
    });
  }
  return (items ?? []).flatMap((item, index): DocumentSymbol[] => {
    const range = analysis.rangeOf(item.span);
    if (item.entries === undefined) return [];
    return [{ name: `[${index}]`, kind: SymbolKind.Object, range, selectionRange: { start: range.start, end: range.start }, children: partsOf(item, analysis, depth + 1) }];
  });
}

function nameOf({ name, id, index }: ImageIdentity, entry: Entry | undefined): string {
  return shown(name ?? id ?? entry?.key ?? `image ${index + 1}`);
}

function extent({ keySpan, node }: Entry): Span {
  return { start: Math.min(keySpan.start, node.span.start), end: Math.max(keySpan.end, node.span.end) };
}

function textOf(analysis: Analysis, { start, end }: Span): string {
  return printable(clip(analysis.manifest.text.slice(start, Math.min(end, start + 200))));
}

/** Editors refuse a name that is empty. */
function shown(name: string): string {
  return printable(clip(name)) || '""';
}
