import type { Edit } from '../model/finding.js';
import type { Path } from '../model/image.js';
import type { Change } from '../model/rule.js';
import type { TextDocument } from './document.js';
import { countOf, locate } from './node.js';
import { partIndex, withComma } from './parts.js';

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
  // Without this entry, an equal key above it would count.
  if (parent === undefined || (entry !== undefined && countOf(parent, entry.key) > 1)) return undefined;
  if ('remove' in change) return [{ ...withComma(parent, partIndex(located, path)), text: '' }];
  if (entry === undefined || countOf(parent, change.rename) > 0) return undefined;
  return [{ ...entry.keySpan, text: JSON.stringify(change.rename) }];
}
