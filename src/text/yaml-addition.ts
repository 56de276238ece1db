import type { Edit } from '../model/finding.js';
import type { Addition } from '../model/rule.js';
import { addToBrackets, entryToFollow } from './flow-addition.js';
import type { Node } from './node.js';
import { lineEnd, lineStart, passBlank } from './yaml-gaps.js';
import { scalarText, type Quote } from './yaml-scalar.js';

/** The edits that put an entry into a map; undefined where it is not sure that it would belong to this map alone. */
export function addToYaml(text: string, map: Node, { name, value }: Addition): readonly Edit[] | undefined {
  const isPlain = ({ kind, span }: Node): boolean => kind === 'scalar' && span.start < span.end && !'|>'.includes(text.charAt(span.start));
  const sample = map.entries?.[entryToFollow(map, isPlain) ?? -1];
  const key = scalarText(name, sample === undefined ? '' : quoteAt(text, sample.keySpan.start));
  const written = scalarText(value, sample === undefined || hasBareWord(text, map) ? '' : quoteAt(text, sample.node.span.start) || quoteAt(text, sample.keySpan.start));
  if (key === undefined || written === undefined) return undefined;
  return text[map.span.start] === '{' ? addToBrackets(text, map, key, written, isPlain) : addToBlock(text, map, `${key}: ${written}`, sample);
}

function addToBlock(text: string, map: Node, added: string, sample: NonNullable<Node['entries']>[number] | undefined): readonly Edit[] | undefined {
  // `[a: 1]` is a map without brackets, too.
  if (sample === undefined || /[\],}]/.test(text.charAt(passBlank(text, map.span.end)))) return undefined;
  const start = lineStart(text, sample.keySpan.start);
  const indent = text.slice(start, sample.keySpan.start);
  const end = lineEnd(text, sample.node.span.end);
  const isAlone = /^[ -]*$/.test(indent) && !indent.startsWith('---') && /^[ \t]*$|^[ \t]+#/.test(text.slice(sample.node.span.end, end));
  return isAlone ? [{ start: end, end, text: `${lineEndNear(text, end)}${indent.replaceAll('-', ' ')}${added}` }] : undefined;
}

/** The line end that stands here, or else the one before. */
function lineEndNear(text: string, at: number): string {
  const start = lineStart(text, at);
  return (/^(?:\r\n?|\n)/.exec(text.slice(at, at + 2)) ?? /(?:\r\n?|\n)$/.exec(text.slice(Math.max(0, start - 2), start)))?.[0] ?? '\n';
}

/** Is there a value that could have quotes, and has none? */
function hasBareWord(text: string, { entries = [] }: Node): boolean {
  return entries.some(({ node: { kind, span } }) => kind === 'scalar' && /^(?!true|false|null|yes|no|on|off)[a-z]/i.test(text.slice(span.start, span.start + 6)));
}

function quoteAt(text: string, at: number): Quote {
  const first = text.charAt(at);
  return first === '"' || first === "'" ? first : '';
}
