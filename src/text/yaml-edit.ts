import type { Edit } from '../model/finding.js';
import type { Path } from '../model/image.js';
import type { Change } from '../model/rule.js';
import type { TextDocument } from './document.js';
import { countOf, locate, type Located, type Span } from './node.js';
import { partIndex } from './parts.js';
import { addToYaml } from './yaml-addition.js';
import { removeFromYaml } from './yaml-removal.js';
import { doubleQuoted, scalarText, type Quote } from './yaml-scalar.js';

/**
 * The edits that make a change in YAML text. Comments, order and quoting style stay. Undefined where it is not
 * sure that the change alone is made: behind aliases and merge keys, in block scalars, beside tags.
 */
export function editYaml(text: string, document: TextDocument, path: Path, change: Change): readonly Edit[] | undefined {
  const located = locate(document.places(), path);
  if (located === undefined || located.isParentShared) return undefined;
  const { node, entry, parent } = located;
  if ('replace' in change || 'quote' in change) {
    if (node.kind !== 'scalar' || node.isShared === true || hasTag(text, node.span)) return undefined;
    return 'quote' in change ? quoted(text, node.span) : replaced(text, located, change.replace);
  }
  if ('add' in change) {
    return node.entries === undefined || node.isShared === true || countOf(node, change.add.name) > 0 ? undefined : addToYaml(text, node, change.add);
  }
  // Without this entry, an equal key above it or a merged one would count.
  if (parent === undefined || (entry !== undefined && countOf(parent, entry.key) > 1)) return undefined;
  if ('remove' in change) return removeFromYaml(text, parent, partIndex(located, path));
  if (entry === undefined || countOf(parent, change.rename) > 0) return undefined;
  return renamed(text, entry.keySpan, change.rename);
}

function replaced(text: string, { node, parent }: Located, value: string | number | boolean | null): readonly Edit[] | undefined {
  const { span } = node;
  if (isBlockScalar(text, span)) return undefined;
  const written = scalarText(value, quoteOf(text, span));
  if (written === undefined) return undefined;
  if (span.start < span.end) return [{ ...span, text: written }];
  // An empty value can be filled in after its colon or dash.
  const indicator = parent?.kind === 'map' ? ':' : '-';
  return parent !== undefined && text[span.start - 1] === indicator ? [{ ...span, text: ` ${written}` }] : undefined;
}

/** Puts quotes around the characters that stand there: the parsed value does not tell `22.10` from `22.1`. */
function quoted(text: string, span: Span): readonly Edit[] | undefined {
  const written = text.slice(span.start, span.end);
  const isPlain = written !== '' && quoteOf(text, span) === '' && !isBlockScalar(text, span) && !/[\r\n]/.test(written);
  return isPlain ? [{ ...span, text: doubleQuoted(written) }] : undefined;
}

function renamed(text: string, span: Span, name: string): readonly Edit[] | undefined {
  if (span.start === span.end || text[span.start] === '*' || isBlockScalar(text, span) || hasTag(text, span) || hasAnchor(text, span)) return undefined;
  const written = scalarText(name, quoteOf(text, span));
  return written === undefined ? undefined : [{ ...span, text: written }];
}

function isBlockScalar(text: string, { start }: Span): boolean {
  return text[start] === '|' || text[start] === '>';
}

function quoteOf(text: string, { start, end }: Span): Quote {
  const first = start < end ? text[start] : '';
  return first === '"' || first === "'" ? first : '';
}

/** Longer tags and anchors are not looked for; nobody writes them. */
const REACH = 300;

function hasTag(text: string, { start }: Span): boolean {
  return /(^|[\s[{,])!\S*(\s+&\S+)?\s*$/.test(text.slice(Math.max(0, start - REACH), start));
}

function hasAnchor(text: string, { start }: Span): boolean {
  return /(^|[\s[{,])&\S+(\s+!\S*)?\s*$/.test(text.slice(Math.max(0, start - REACH), start));
}
