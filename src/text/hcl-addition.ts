import type { Edit } from '../model/finding.js';
import { entryToFollow } from './flow-addition.js';
import { countOf, type Node } from './node.js';

const NAME = /^[\p{ID_Start}_][\p{ID_Continue}-]*$/u;
/** What may follow a value on its line, and the line end. */
const REST = /[ \t]*,?[ \t]*(?:#.*|\/\/.*)?(?=(\r?\n)|$(?![^]))/y;

/** A line of its own below another attribute, its "=" below the other's where the name is not too long. */
export function addToHcl(text: string, map: Node, name: string, value: string): readonly Edit[] | undefined {
  if (map.entries === undefined || countOf(map, name) > 0 || !NAME.test(name)) return undefined;
  const index = entryToFollow(map, ({ kind, span }) => kind === 'scalar' && !text.startsWith('<<', span.start));
  const sample = map.entries[index ?? -1];
  if (sample === undefined) return undefined;
  const { keySpan, node } = sample;
  const indent = text.slice(text.lastIndexOf('\n', keySpan.start - 1) + 1, keySpan.start);
  REST.lastIndex = node.span.end;
  const rest = REST.exec(text);
  if (rest === null || indent.trim() !== '' || !/^[ \t]*=[ \t]*$/.test(text.slice(keySpan.end, node.span.start))) return undefined;
  const width = text.indexOf('=', keySpan.end) - keySpan.start;
  const at = node.span.end + rest[0].length;
  return [{ start: at, end: at, text: `${rest[1] ?? '\n'}${indent}${name.padEnd(width - 1)} = ${value}` }];
}
