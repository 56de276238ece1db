import type { Path } from '../model/image.js';
import type { Located, Node, Span } from './node.js';

/** The entries or items of a collection as they stand in the text, keys and values together. */
export function partsOf({ entries, items = [] }: Node): Span[] {
  return entries?.map(({ keySpan, node }) => ({ start: keySpan.start, end: Math.max(keySpan.end, node.span.end) })) ?? items.map(({ span }) => span);
}

/** Which part of its parent a located node is; `path` leads to it. */
export function partIndex({ parent, entry }: Located, path: Path): number {
  return entry === undefined ? Number(path.at(-1)) : (parent?.entries?.indexOf(entry) ?? -1);
}

/** A part with the comma that goes with it; what stands between the brackets when it is the only one. */
export function withComma(parent: Node, index: number): Span {
  const parts = partsOf(parent);
  const part = parts[index] as Span;
  const next = parts[index + 1];
  if (next !== undefined) return { start: part.start, end: next.start };
  const previous = parts[index - 1];
  if (previous !== undefined) return { start: previous.end, end: part.end };
  return { start: parent.span.start + 1, end: parent.span.end - 1 };
}
