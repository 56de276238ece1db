import { CORE_SCHEMA, load, YAML11_SCHEMA } from 'js-yaml';
import type { Edit } from '../model/finding.js';
import type { Path } from '../model/image.js';
import type { Change } from '../model/rule.js';
import type { TextDocument } from './document.js';
import { locate, type Node, type Span } from './node.js';

/** The edits that make a change in YAML text. Comments, order and quoting style stay. */
export function editYaml(text: string, document: TextDocument, path: Path, change: Change): readonly Edit[] | undefined {
  const located = locate(document.places(), path);
  if (located === undefined) return undefined;
  const { node, entry, parent } = located;
  if ('replace' in change) {
    if (node.kind !== 'scalar' || isBlockScalar(text, node.span)) return undefined;
    const spaced = node.span.start === node.span.end ? ' ' : '';
    return [{ ...node.span, text: spaced + scalarText(change.replace, quoteOf(text, node.span)) }];
  }
  if ('quote' in change) {
    const written = text.slice(node.span.start, node.span.end);
    const isPlain = node.kind === 'scalar' && written !== '' && !/^["'|>]|\n/.test(written);
    return isPlain ? [{ ...node.span, text: JSON.stringify(written) }] : undefined;
  }
  if ('rename' in change) {
    const isTaken = parent?.entries?.some((other) => other.key === change.rename);
    if (entry === undefined || isTaken) return undefined;
    return [{ ...entry.keySpan, text: scalarText(change.rename, quoteOf(text, entry.keySpan)) }];
  }
  return parent === undefined ? undefined : removal(text, entry?.keySpan ?? node.span, node, parent);
}

/** Removes whole lines of a block collection. In flow style, or where lines are shared, nothing is sure. */
function removal(text: string, first: Span, node: Node, parent: Node): readonly Edit[] | undefined {
  const lineStart = text.lastIndexOf('\n', first.start - 1) + 1;
  const before = text.slice(lineStart, first.start);
  const isAlone = (parent.entries ?? parent.items ?? []).length < 2;
  if (isAlone || text[parent.span.start] === '{' || text[parent.span.start] === '[') return undefined;
  if (!(parent.kind === 'map' ? /^\s*$/ : /^\s*-\s+$/).test(before)) return undefined;
  const newline = text.indexOf('\n', Math.max(node.span.end, first.end));
  const end = newline < 0 ? text.length : newline + 1;
  return /^\s*(#.*)?$/.test(text.slice(Math.max(node.span.end, first.end), end)) ? [{ start: lineStart, end, text: '' }] : undefined;
}

function isBlockScalar(text: string, span: Span): boolean {
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  return text.slice(lineStart, span.start).trim() === '' && text.slice(span.start, span.end).includes('\n');
}

function quoteOf(text: string, span: Span): '"' | "'" | '' {
  const first = text[span.start];
  return first === '"' || first === "'" ? first : '';
}

function scalarText(value: string | number | boolean | null, quote: '"' | "'" | ''): string {
  if (typeof value !== 'string') return String(value);
  if (quote === '' && isPlainSafe(value)) return value;
  const isPrintable = /^[\x20-\x7e\u00a0-\ud7ff\ue000-\ufffd]*$/.test(value);
  if (quote === "'" && isPrintable) return `'${value.replaceAll("'", "''")}'`;
  return JSON.stringify(value);
}

/** Would every YAML reader, of 1.1 and of 1.2, take the bare word for this very string, in block and in flow style? */
function isPlainSafe(value: string): boolean {
  if (!/^[A-Za-z0-9_./][\w./+:-]*( [\w./+-]+)*$/.test(value) || value.endsWith(':')) return false;
  return [CORE_SCHEMA, YAML11_SCHEMA].every((schema) => load(value, { schema }) === value);
}
