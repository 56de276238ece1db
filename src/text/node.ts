import type { Path } from '../model/image.js';

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

/** An entry that a YAML map got by a merge key, and the map that writes it. */
export interface Inherited {
  readonly entry: Entry;
  readonly owner: Node;
}

/**
 * The places of a document's values. Built only for documents that have a finding: a clean document
 * never pays for places.
 */
export interface Node {
  readonly kind: 'map' | 'list' | 'scalar' | 'alias';
  /** Of a quoted scalar with its quotes, of a block scalar from its `|` or `>` on. */
  readonly span: Span;
  /** Of a map, in the order of the text, duplicates included. */
  readonly entries?: Entry[];
  /** Of a map with many entries, by key. Made at the first need; not a WeakMap, whose values outlive many collections. */
  index?: ReadonlyMap<string, Entry>;
  /** Of a YAML map: what merge keys gave it. Its own entries hide these. */
  inherited?: Map<string, Inherited>;
  /** Of a map: it writes more than `entries`, such as merge keys. */
  isPartial?: boolean;
  /** Of a list. */
  readonly items?: Node[];
  /** Of an alias: the anchored node. */
  readonly target?: Node;
  /** Aliases or merge keys lead here, too. */
  isShared?: boolean;
}

export interface Located {
  /** Aliases lead to the anchored node. */
  readonly node: Node;
  /** Absent for list items and the document itself. */
  readonly entry?: Entry;
  /** The map or list that holds the node. */
  readonly parent?: Node;
  /** The parent is reached through an alias or a merge key, or others reach it so: a change in it changes more than this. */
  readonly isParentShared: boolean;
}

/** Finds the node at a path; undefined when the document does not have it. */
export function locate(root: Node, path: Path): Located | undefined {
  let found: Located = { node: deref(root), isParentShared: false };
  for (const step of path) {
    const next = stepInto(found, String(step));
    if (next === undefined) return undefined;
    found = next;
  }
  return found;
}

function stepInto(from: Located, step: string): Located | undefined {
  const parent = from.node;
  const isParentShared = from.isParentShared || parent.isShared === true;
  if (parent.items !== undefined) {
    const item = /^(0|[1-9]\d*)$/.test(step) ? parent.items[Number(step)] : undefined;
    return item && { node: deref(item), parent, isParentShared };
  }
  const own = ownEntry(parent, step);
  if (own !== undefined) return { node: deref(own.node), entry: own, parent, isParentShared };
  const inherited = parent.inherited?.get(step);
  return inherited && { node: deref(inherited.entry.node), entry: inherited.entry, parent: inherited.owner, isParentShared: true };
}

export function deref(node: Node): Node {
  return node.target ?? node;
}

/** Of a few entries, looking through all of them costs less than an index. */
const FEW = 64;

/** The entry of a map that counts: the last of equal keys. */
export function ownEntry(map: Node, key: string): Entry | undefined {
  const { entries = [] } = map;
  if (entries.length <= FEW) {
    for (let at = entries.length - 1; at >= 0; at--) if (entries[at]?.key === key) return entries[at];
    return undefined;
  }
  map.index ??= new Map(entries.map((entry) => [entry.key, entry]));
  return map.index.get(key);
}

/** How many entries of a map have a key, those of merge keys included. */
export function countOf(map: Node, key: string): number {
  let count = map.inherited?.has(key) === true ? 1 : 0;
  for (const entry of map.entries ?? []) if (entry.key === key) count++;
  return count;
}
