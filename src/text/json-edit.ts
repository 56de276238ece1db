import type { Edit } from '../model/finding.js';
import type { Path } from '../model/image.js';
import type { Change } from '../model/rule.js';
import type { TextDocument } from './document.js';
import { locate } from './node.js';

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
  if ('rename' in change) {
    const isTaken = parent?.entries?.some((other) => other.key === change.rename);
    return entry === undefined || isTaken ? undefined : [{ ...entry.keySpan, text: JSON.stringify(change.rename) }];
  }
  if (parent === undefined) return undefined;
  const siblings = parent.entries?.map((other) => ({ start: other.keySpan.start, end: other.node.span.end }))
    ?? parent.items?.map((item) => item.span)
    ?? [];
  const start = entry?.keySpan.start ?? node.span.start;
  const index = siblings.findIndex((span) => span.start === start);
  const self = siblings[index];
  if (self === undefined) return undefined;
  const next = siblings[index + 1];
  if (next !== undefined) return [{ start: self.start, end: next.start, text: '' }];
  const previous = siblings[index - 1];
  if (previous !== undefined) return [{ start: previous.end, end: self.end, text: '' }];
  return [{ start: parent.span.start + 1, end: parent.span.end - 1, text: '' }];
}
