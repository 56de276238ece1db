/** A stretch of text: offsets from 0, `end` is after the last character. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Entry {
  readonly key: string;
  readonly keySpan: Span;
  readonly node: Node;
}

/**
 * The places of a document's values. Built only for documents that have a finding: a clean document
 * never pays for places.
 */
export interface Node {
  readonly kind: 'map' | 'list' | 'scalar';
  span: Span;
  /** Of a map, in the order of the text, duplicates included; in YAML without the merged-in entries. */
  entries?: Entry[];
  /** Of a YAML map: the maps merged in by `<<`, the stronger first. */
  merged?: Node[];
  /** Of a list. */
  items?: Node[];
}

export interface Located {
  readonly node: Node;
  /** Absent for list items and the document itself. */
  readonly entry?: Entry;
  /** The map or list that holds the node. */
  readonly parent?: Node;
}

/** Finds the node at a path; undefined when the document does not have it. */
export function locate(root: Node, path: readonly (string | number)[]): Located | undefined {
  let found: Located = { node: root };
  for (const step of path) {
    const parent = found.node;
    if (parent.kind === 'list') {
      const node = parent.items?.[Number(step)];
      if (node === undefined) return undefined;
      found = { node, parent };
    } else {
      const hit = entryOf(parent, String(step));
      if (hit === undefined) return undefined;
      found = { node: hit.entry.node, entry: hit.entry, parent: hit.owner };
    }
  }
  return found;
}

/** The entry that counts: the last of equal keys, own entries before merged ones. */
function entryOf(map: Node, key: string, passed = new Set<Node>()): { entry: Entry; owner: Node } | undefined {
  if (passed.has(map)) return undefined;
  passed.add(map);
  const entry = map.entries?.findLast((candidate) => candidate.key === key);
  if (entry !== undefined) return { entry, owner: map };
  for (const source of map.merged ?? []) {
    const hit = entryOf(source, key, passed);
    if (hit !== undefined) return hit;
  }
  return undefined;
}
