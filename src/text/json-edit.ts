import type { Edit } from '../model/finding.js';
import type { Path } from '../model/image.js';
import type { Change } from '../model/rule.js';
import type { TextDocument } from './document.js';
import { addToBrackets } from './flow-addition.js';
import { countOf, locate, type Node, type Span } from './node.js';
import { partIndex, partsOf, withComma } from './parts.js';

/** The edits that make a change in JSON text. */
export function editJson(text: string, document: TextDocument, path: Path, change: Change): readonly Edit[] | undefined {
  const located = locate(document.places(), path);
  if (located === undefined) return undefined;
  const { node, entry, parent } = located;
  if ('replace' in change) return [{ ...node.span, text: JSON.stringify(change.replace) }];
  if ('quote' in change) {
    if (node.kind !== 'scalar' || text[node.span.start] === '"') return undefined;
    return [{ ...node.span, text: JSON.stringify(text.slice(node.span.start, node.span.end)) }];
  }
  if ('add' in change) {
    const { name, value } = change.add;
    if (node.entries === undefined || countOf(node, name) > 0) return undefined;
    return addToBrackets(text, node, JSON.stringify(name), JSON.stringify(value), ({ kind }) => kind === 'scalar');
  }
  // Without this entry, an equal key above it would count.
  if (parent === undefined || (entry !== undefined && countOf(parent, entry.key) > 1)) return undefined;
  if ('remove' in change) return removed(text, parent, partIndex(located, path));
  if (entry === undefined || countOf(parent, change.rename) > 0) return undefined;
  return [{ ...entry.keySpan, text: JSON.stringify(change.rename) }];
}

function removed(text: string, parent: Node, index: number): readonly Edit[] | undefined {
  const span = withComma(parent, index);
  const part = partsOf(parent)[index] as Span;
  // A comment would go as well.
  const isClear = /^[\s,]*$/.test(text.slice(span.start, part.start) + text.slice(part.end, span.end));
  return isClear ? [{ ...span, text: '' }] : undefined;
}
