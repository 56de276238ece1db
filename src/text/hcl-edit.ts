import type { Edit } from '../model/finding.js';
import type { Path } from '../model/image.js';
import type { Change } from '../model/rule.js';
import type { TextDocument } from './document.js';
import { locate } from './node.js';

/** The edits that make a change in HCL text. */
export function editHcl(text: string, document: TextDocument, path: Path, change: Change): readonly Edit[] | undefined {
  const located = locate(document.places(), path);
  if (located === undefined) return undefined;
  const { node, entry, parent } = located;
  if ('replace' in change) {
    return node.kind === 'scalar' && !text.startsWith('<<', node.span.start) ? [{ ...node.span, text: literal(change.replace) }] : undefined;
  }
  if ('quote' in change) {
    const raw = text.slice(node.span.start, node.span.end);
    return /^[\w.+-]+$/.test(raw) ? [{ ...node.span, text: `"${raw}"` }] : undefined;
  }
  if (entry === undefined || parent?.entries === undefined) return undefined;
  if ('rename' in change) {
    const isTaken = parent.entries.some(({ key }) => key === change.rename);
    const isQuoted = text[entry.keySpan.start] === '"' || !/^[\p{ID_Start}_][\p{ID_Continue}-]*$/u.test(change.rename);
    return isTaken ? undefined : [{ ...entry.keySpan, text: isQuoted ? literal(change.rename) : change.rename }];
  }
  // Whole lines only: where lines are shared, nothing is sure.
  const start = text.lastIndexOf('\n', entry.keySpan.start - 1) + 1;
  const newline = text.indexOf('\n', node.span.end);
  const end = newline < 0 ? text.length : newline + 1;
  const isAlone = text.slice(start, entry.keySpan.start).trim() === '' && /^\s*,?\s*(#.*|\/\/.*)?$/.test(text.slice(node.span.end, end));
  return isAlone ? [{ start, end, text: '' }] : undefined;
}

function literal(value: string | number | boolean | null): string {
  if (typeof value !== 'string') return String(value);
  return JSON.stringify(value).replace(/\$\{/g, '$$$${').replace(/%\{/g, '%%{');
}
