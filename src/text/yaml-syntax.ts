import { EVENT_ID, YAMLException, type Event } from 'js-yaml';
import type { ReadingProblem } from './document.js';
import type { Span } from './node.js';
import { characterAt } from './position.js';
import { lineEnd, lineStart } from './yaml-gaps.js';
import { findOpener } from './yaml-opener.js';
import { inWords } from './yaml-reasons.js';
import { COMPLEX_KEY } from './yaml-schema.js';

export const TOO_LARGE = 'it is too large to be read; split it';

type Told = Pick<ReadingProblem, 'reason' | 'span'>;

/** What js-yaml throws, in words and with the place to look at. `events` are the document's, when it was parsed. */
export function explainYaml(error: unknown, text: string, document: number, events: readonly Event[] = []): ReadingProblem {
  return { kind: 'syntax', document, ...tell(error, text, events) };
}

function tell(error: unknown, text: string, events: readonly Event[]): Told {
  if (!(error instanceof YAMLException)) return { reason: TOO_LARGE, span: { start: 0, end: 0 } };
  const { reason } = error;
  const at = Math.min(Math.max(error.mark?.position ?? 0, 0), text.length);
  if (reason === COMPLEX_KEY) {
    return {
      reason: 'a list or a mapping is used as a key; a template such as {{ name }} stands in quotes',
      span: firstCollectionKey(text, events) ?? characterAt(text, at),
    };
  }
  return tabBefore(text, at, reason) ?? unclosed(text, at, reason) ?? specific(text, at, reason) ?? { reason: inWords(reason), span: characterAt(text, beginning(text, at, reason)) };
}

/** js-yaml's errors about the shape of lines: what is wrong may stand above. */
const SHAPE = new Set([
  'deficient indentation',
  'bad indentation of a mapping entry',
  'bad indentation of a sequence entry',
  'tab characters must not be used in indentation',
  'end of the stream or a document separator is expected',
  'missed comma between flow collection entries',
  "expected ':' after a mapping key",
  'can not read a block mapping entry; a multiline key may not be an implicit key',
]);

function tabBefore(text: string, at: number, reason: string): Told | undefined {
  if (!SHAPE.has(reason)) return undefined;
  const start = lineStart(text, at);
  const indentation = /^[ \t]*/.exec(text.slice(start, lineEnd(text, at)))?.[0] ?? '';
  const tab = indentation.indexOf('\t');
  if (tab >= 0) return { reason: 'a tab stands in the indentation; YAML wants spaces there', span: characterAt(text, start + tab) };
  const inner = reason === 'deficient indentation' ? text.slice(start, at).indexOf('\t') : -1;
  return inner < 0 ? undefined : { reason: 'a tab stands before a bracket; YAML readers want spaces there', span: characterAt(text, start + inner) };
}

/** Something is left open, here or on a line above. */
function unclosed(text: string, at: number, reason: string): Told | undefined {
  const runsOut = reason.startsWith('unexpected end of the ') && !reason.endsWith('tag');
  if (!runsOut && !SHAPE.has(reason)) return undefined;
  const opener = findOpener(text, at);
  if (opener === undefined) return undefined;
  const bracket = text.charAt(opener.at);
  const isQuote = bracket === '"' || bracket === "'";
  if (runsOut || text.slice(at).trim() === '') {
    return { reason: isQuote ? 'the quote that opens here is never closed' : `the "${bracket}" that opens here is never closed`, span: characterAt(text, opener.at) };
  }
  if (lineStart(text, at) === lineStart(text, opener.at)) return undefined;
  const what = isQuote ? 'quote' : `"${bracket}"`;
  if (isQuote || opener.hasContent || reason === 'deficient indentation') return { reason: `the ${what} that opens here is closed too late, or never`, span: characterAt(text, opener.at) };
  return undefined;
}

/** What a look at the line tells. */
function specific(text: string, at: number, reason: string): Told | undefined {
  const character = text.charAt(at);
  const start = lineStart(text, at);
  const before = text.slice(start, at);
  if (SHAPE.has(reason) && UNFIT_FIRST.test(character)) {
    return { reason: `an unquoted text cannot begin with "${character}"`, span: characterAt(text, at) };
  }
  if (reason === 'bad indentation of a mapping entry' && character === ':') {
    if (/:\s/.test(before)) return { reason: 'a second ":" stands in an unquoted value; put the value in quotes', span: characterAt(text, at) };
    return { reason: 'this line is indented like a part of the value above it, which is complete', span: before.trim() === '' ? characterAt(text, at) : trimmed(text, start, at) };
  }
  if (reason.startsWith('bad indentation of a ') && !text.startsWith('|', at)) {
    const fits = character === '-' ? 'a list begins inside a line; it begins on a line of its own' : 'a value ends before this, and only a comment can follow it';
    return { reason: before.trim() === '' ? 'the indentation of this line fits nothing above' : fits, span: characterAt(text, at) };
  }
  if (reason.startsWith('can not read a block mapping entry') || (character === ':' && reason.startsWith('end of the stream') && start > 0)) {
    const above = lineStart(text, text.slice(0, start).trimEnd().length);
    return { reason: 'a ":" with a space after it is missing on this line, or the line does not belong here', span: trimmed(text, above, lineEnd(text, above)) };
  }
  return undefined;
}

const UNFIT_FIRST = /[@`%]/;

/** js-yaml notices some things behind their first character. */
function beginning(text: string, at: number, reason: string): number {
  if (/tag (handle|suffix|name)\b/.test(reason)) return wordStart(text, at);
  if (/escape sequence|hexadecimal/.test(reason)) return Math.max(text.lastIndexOf('\\', at), 0);
  if (/\balias "|of an (alias|anchor) node/.test(reason)) return Math.max(at - 1, 0);
  if (/directive|YAML version|declared suffix/.test(reason)) return text.lastIndexOf('\n%', at - 1) + 1;
  return at;
}

function wordStart(text: string, from: number): number {
  let at = from;
  while (at > 0 && !/[\s,[\]{}]/.test(text.charAt(at - 1))) at--;
  return at;
}

function trimmed(text: string, start: number, end: number): Span {
  const line = text.slice(start, end);
  return { start: end - line.trimStart().length, end: start + line.trimEnd().length };
}

/** The first key that is a list or a mapping, or an alias of one. js-yaml does not tell where it stands. */
function firstCollectionKey(text: string, events: readonly Event[]): Span | undefined {
  const collections = new Set<string>();
  /** For each open collection whether a key comes next; undefined in lists. */
  const open: (boolean | undefined)[] = [];
  for (const event of events) {
    if (event.type === EVENT_ID.DOCUMENT) continue;
    if (event.type === EVENT_ID.POP) {
      open.pop();
      continue;
    }
    const isCollection = event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE;
    const anchor = text.slice(event.anchorStart, Math.max(event.anchorStart, event.anchorEnd));
    if (open.at(-1) === true) {
      if (isCollection && event.tagStart < 0) return characterAt(text, event.start);
      if (event.type === EVENT_ID.ALIAS && collections.has(anchor)) return { start: event.anchorStart - 1, end: event.anchorEnd };
    }
    if (isCollection && anchor !== '') collections.add(anchor);
    if (open.at(-1) !== undefined) open[open.length - 1] = !open.at(-1);
    if (isCollection) open.push(event.type === EVENT_ID.MAPPING ? true : undefined);
  }
  return undefined;
}
