import type { Path } from '../model/image.js';
import type { Entry, Node, Span } from '../text/node.js';

/** Where something stands in a document. */
export interface Place {
  /** The path of the value, or of the value that a key names. */
  readonly path: Path;
  readonly on: 'key' | 'value';
  /** Undefined for the items of lists and the document itself. */
  readonly entry: Entry | undefined;
  /** The map that holds the entry. */
  readonly map: Node | undefined;
  readonly span: Span;
}

/** The innermost key or plain value at an offset; undefined between them. */
export function placeAt(root: Node, offset: number): Place | undefined {
  const path: (string | number)[] = [];
  let here: { node: Node; entry: Entry | undefined; map: Node | undefined } = { node: root, entry: undefined, map: undefined };
  for (;;) {
    const { node } = here;
    if (node.items !== undefined) {
      const index = node.items.findIndex(({ span }) => contains(span, offset));
      if (index < 0) return undefined;
      path.push(index);
      here = { node: node.items[index] as Node, entry: undefined, map: undefined };
    } else if (node.entries !== undefined) {
      let inside: Entry | undefined;
      for (const entry of node.entries) {
        if (contains(entry.keySpan, offset)) return { path: [...path, entry.key], on: 'key', entry, map: node, span: entry.keySpan };
        const found = isScattered(entry.node) ? placeAt(entry.node, offset) : undefined;
        if (found !== undefined) return { ...found, path: [...path, entry.key, ...found.path] };
        if (contains(entry.node.span, offset)) inside ??= entry;
      }
      if (inside === undefined) return undefined;
      path.push(inside.key);
      here = { node: inside.node, entry: inside, map: node };
    } else {
      return contains(node.span, offset) ? { ...here, path, on: 'value', span: node.span } : undefined;
    }
  }
}

/** Blocks of HCL that share a name may stand all over the file: what holds them has no place of its own. */
function isScattered({ entries = [], items = [], span }: Node): boolean {
  return (entries.length > 0 && span.start === span.end) || (items.at(-1)?.span.end ?? 0) > span.end;
}

export function contains({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}
