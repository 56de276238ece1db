import type { Edit } from '../model/finding.js';
import type { Node } from './node.js';
import { partsOf } from './parts.js';
import { lineEnd } from './yaml-gaps.js';

/**
 * The number of the entry behind which a new one stands as people would write it: the last plain value above what
 * nests, or else the last plain value. Undefined when there is none.
 */
export function entryToFollow({ entries = [] }: Node, isPlain: (node: Node) => boolean): number | undefined {
  const firstOther = entries.findIndex(({ node }) => !isPlain(node));
  const found = firstOther > 0 ? firstOther - 1 : entries.findLastIndex(({ node }) => isPlain(node));
  return found < 0 ? undefined : found;
}

/** The edits that put an entry into a map in brackets; blanks and line ends as at the entry that it follows. */
export function addToBrackets(text: string, map: Node, name: string, value: string, isPlain: (node: Node) => boolean): readonly Edit[] | undefined {
  const parts = partsOf(map);
  if (parts.length === 0) {
    const inside = { start: map.span.start + 1, end: map.span.end - 1 };
    return map.isPartial !== true && text.slice(inside.start, inside.end).trim() === '' ? [{ ...inside, text: `${name}: ${value}` }] : undefined;
  }
  const index = entryToFollow(map, isPlain) ?? -1;
  const [entry, part] = [map.entries?.[index], parts[index]];
  if (entry === undefined || part === undefined) return undefined;
  const [gap = '', , newline] = /((\r\n?|\n)[ \t]*|[ \t]*)$/.exec(text.slice(parts[index - 1]?.end ?? map.span.start + 1, part.start)) ?? [];
  const colon = text.slice(entry.keySpan.end, entry.node.span.start);
  const added = `${name}${/^[ \t]*:[ \t]*$/.test(colon) ? colon : ': '}${value}`;
  const end = lineEnd(text, part.end);
  const [, comma] = /^[ \t]*(,?)[ \t]*(#.*|\/[/*].*)?$/.exec(text.slice(part.end, end)) ?? [];
  // A remark at the end of a line stays on it.
  if (newline !== undefined && comma === ',') return [insert(end, `${gap}${added},`)];
  if (newline !== undefined && comma === '') return end === part.end ? [insert(end, `,${gap}${added}`)] : [insert(part.end, ','), insert(end, `${gap}${added}`)];
  return [insert(part.end, `,${gap === '' && /\s/.test(colon) ? ' ' : gap}${added}`)];
}

function insert(at: number, text: string): Edit {
  return { start: at, end: at, text };
}
