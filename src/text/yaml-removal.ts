import type { Edit } from '../model/finding.js';
import type { Node, Span } from './node.js';
import { partsOf, withComma } from './parts.js';
import { lineEnd, lineStart } from './yaml-gaps.js';

/** The edit that takes a part out of a map or list; undefined where something else might change or get lost. */
export function removeFromYaml(text: string, parent: Node, index: number): readonly Edit[] | undefined {
  const node = parent.entries?.[index]?.node ?? parent.items?.[index];
  if (node === undefined || holdsAnchor(text, node)) return undefined;
  const edit = isFlow(text, parent) ? fromFlow(text, parent, index) : fromBlock(text, parent, index);
  return edit && [edit];
}

/** Could an alias elsewhere lead into this? */
function holdsAnchor(text: string, node: Node): boolean {
  const open = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.isShared === true) return true;
    for (const { node: child } of next.entries ?? []) open.push(child);
    for (const child of next.items ?? []) open.push(child);
  }
  // The anchor of a key shows in no node.
  return node.entries !== undefined && /(^|[\s[{,])&\S/.test(text.slice(node.span.start, node.span.end));
}

function isFlow(text: string, { span, entries }: Node): boolean {
  return text[span.start] === (entries === undefined ? '[' : '{');
}

function fromFlow(text: string, parent: Node, index: number): Edit | undefined {
  // Comments, anchors, tags and question marks belong to what stands beside them.
  if (parent.isPartial === true || /[#&!?]/.test(text.slice(parent.span.start, parent.span.end))) return undefined;
  return { ...withComma(parent, index), text: '' };
}

function fromBlock(text: string, parent: Node, index: number): Edit | undefined {
  const parts = partsOf(parent);
  const part = parts[index] as Span;
  if (parts.length === 1 && parent.isPartial !== true) return emptied(text, parent, part);
  return wholeLines(text, parent, part, parts[index - 1]) ?? firstOfItem(text, parent, part, parts[index + 1]);
}

/** The only part goes: `{}` or `[]` remains, on the line of the key where that is the line above. */
function emptied(text: string, { span, entries }: Node, part: Span): Edit | undefined {
  const empty = entries === undefined ? '[]' : '{}';
  const line = lineStart(text, span.start);
  const above = text.slice(lineStart(text, Math.max(0, line - 2)), line);
  if (/^[ \t]*$/.test(text.slice(line, span.start)) && /:[ \t]*(\r\n?|\n)$/.test(above) && !above.includes('#')) {
    return { start: line - above.length + above.lastIndexOf(':') + 1, end: span.end, text: ` ${empty}` };
  }
  // A list may stand as far left as its key, and brackets may not.
  return entries !== undefined && span.start === part.start ? { ...span, text: empty } : undefined;
}

/** The part has its lines for itself. */
function wholeLines(text: string, parent: Node, part: Span, previous: Span | undefined): Edit | undefined {
  const start = lineStart(text, part.start);
  if (!(parent.entries === undefined ? /^ *-([ \t]+|$)$/ : /^ *$/).test(text.slice(start, part.start))) return undefined;
  const end = endOfLines(text, part.end);
  if (end === undefined) return undefined;
  // A block scalar above would take in what follows as its own.
  const endsOpen = previous !== undefined && end < text.length && /[|>][-+\d]*[ \t]*(#.*)?$/m.test(text.slice(previous.start, previous.end));
  return endsOpen && /^[ \t]*(#|$)/.test(text.slice(end, lineEnd(text, end))) ? undefined : { start, end, text: '' };
}

/** Where the line ends on which a part ends; undefined when more than a comment follows there. */
function endOfLines(text: string, from: number): number | undefined {
  // A block scalar that keeps its line ends has passed them already.
  if (from === lineStart(text, from)) return from;
  const end = lineEnd(text, from);
  if (!/^[ \t]*$|^[ \t]+#/.test(text.slice(from, end))) return undefined;
  return end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : end < text.length ? 1 : 0);
}

/** The first entry in `- a: 1`: the next one takes its place behind the dash. */
function firstOfItem(text: string, parent: Node, part: Span, next: Span | undefined): Edit | undefined {
  if (next === undefined || parent.entries === undefined) return undefined;
  const isBehindDash = /^[ -]*- +$/.test(text.slice(lineStart(text, part.start), part.start));
  const isAlone = /^([ \t]+#.*|[ \t]*)(\r\n?|\n)\s*$/.test(text.slice(part.end, next.start));
  return isBehindDash && isAlone ? { start: part.start, end: next.start, text: '' } : undefined;
}
