import type { Edit } from '../model/finding.js';
import type { Path } from '../model/image.js';
import type { Change } from '../model/rule.js';
import type { TextDocument } from './document.js';
import { addToHcl } from './hcl-addition.js';
import { countOf, locate, type Located } from './node.js';
import { partIndex, withComma } from './parts.js';

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
    return /^(-?\d[\w.+-]*|true|false)$/.test(raw) ? [{ ...node.span, text: `"${raw}"` }] : undefined;
  }
  if ('add' in change) return addToHcl(text, node, change.add.name, literal(change.add.value));
  if (parent === undefined || (entry !== undefined && countOf(parent, entry.key) > 1)) return undefined;
  if ('remove' in change) return removal(text, located, path);
  if (entry === undefined || countOf(parent, change.rename) > 0) return undefined;
  const isBare = text[entry.keySpan.start] !== '"' && /^[\p{ID_Start}_][\p{ID_Continue}-]*$/u.test(change.rename);
  // The names of a block's arguments are never quoted.
  if (!isBare && !isObject(text, located)) return undefined;
  return [{ ...entry.keySpan, text: isBare ? change.rename : literal(change.rename) }];
}

/** Whole lines where nothing else stands on them; with its comma between brackets. */
function removal(text: string, located: Located, path: Path): Edit[] | undefined {
  const { node, entry, parent } = located;
  if (parent === undefined) return undefined;
  const from = entry?.keySpan.start ?? node.span.start;
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const newline = text.indexOf('\n', node.span.end);
  const end = newline < 0 ? text.length : newline + 1;
  const isAlone = text.slice(start, from).trim() === '' && /^\s*,?\s*(#.*|\/\/.*)?\s*$/.test(text.slice(node.span.end, end));
  if (isAlone) return [{ start, end, text: '' }];
  if (entry !== undefined && !isObject(text, located)) return undefined;
  const edit = { ...withComma(parent, partIndex(located, path)), text: '' };
  // Line ends part the entries of an object, too; comments between them are somebody's.
  return /[\n#]|\/[/*]/.test(text.slice(edit.start, edit.end)) ? undefined : [edit];
}

/** Is the entry one of an object (`{ a = 1, b = 2 }`), rather than an argument of a block? */
function isObject(text: string, { parent, entry }: Located): boolean {
  if (parent?.entries === undefined || entry === undefined || text[parent.span.start] !== '{') return false;
  let before = parent.span.start - 1;
  while (/\s/.test(text[before] ?? '')) before--;
  return '=:([,'.includes(text[before] ?? '{');
}

function literal(value: string | number | boolean | null): string {
  if (typeof value !== 'string') return String(value);
  const escaped = value.replace(/["\\\n\r\t]|[\0-\x1f\x7f]|[$%](?=\{)/g, (character) => ESCAPES[character] ?? codeOf(character));
  return `"${escaped}"`;
}

const ESCAPES: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '$': '$$', '%': '%%' };

function codeOf(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
