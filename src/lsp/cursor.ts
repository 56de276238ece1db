import type { TextFormat } from '../text/index.js';
import type { Span } from '../text/node.js';

/** What stands at a place where somebody types, as far as its line tells. The text may be broken. */
export interface Cursor {
  readonly kind: 'key' | 'value';
  /** The word there, without quotes. Empty when there is none yet. */
  readonly word: Span;
  readonly quote: '"' | "'" | '';
  /** Does a closing quote follow the word? */
  readonly isClosed: boolean;
  /** The key that a value belongs to; empty when it is on another line. */
  readonly key: string;
  /** Does a key have its colon or equals sign already? */
  readonly hasSeparator: boolean;
}

interface Grammar {
  /** What parts a key from its value. */
  readonly separator: RegExp;
  readonly comment: RegExp;
  readonly quotes: string;
  /** What a line begins with before its first key. */
  readonly lead: RegExp;
  /** Do brackets and commas count everywhere, rather than only within brackets? */
  readonly isBracketed: boolean;
}

const JSON_GRAMMAR: Grammar = { separator: /:/y, comment: /\/\/|\/\*/y, quotes: '"', lead: /\s*/y, isBracketed: true };
const GRAMMARS: Readonly<Record<TextFormat, Grammar>> = {
  yaml: { separator: /:(?=\s|$)/y, comment: /(?<=^|\s)#/y, quotes: '"\'', lead: /\s*(?:- +)*/y, isBracketed: false },
  hcl: { separator: /=(?![=>])|:/y, comment: /#|\/\/|\/\*/y, quotes: '"', lead: /\s*/y, isBracketed: true },
  json: JSON_GRAMMAR,
  jsonc: JSON_GRAMMAR,
  ndjson: JSON_GRAMMAR,
};

/** Undefined in comments. */
export function cursorAt(text: string, offset: number, format: TextFormat): Cursor | undefined {
  const lineStart = offset === 0 ? 0 : Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const line = /^[^\r\n]*/.exec(text.slice(lineStart))?.[0] ?? '';
  const grammar = GRAMMARS[format];
  const entry = entryAt(line, offset - lineStart, grammar);
  if (entry === undefined) return undefined;
  const { word, quote, isClosed } = wordIn(line, offset - lineStart, entry, grammar);
  const { separator } = entry;
  // A key may stand on the line above its value.
  const isBelowKey = separator === undefined && grammar.isBracketed && ':='.includes(solidBefore(text, lineStart + entry.first));
  return {
    kind: separator === undefined && !isBelowKey ? 'key' : 'value',
    word: { start: lineStart + word.start, end: lineStart + word.end },
    quote,
    isClosed,
    key: separator === undefined ? '' : line.slice(entry.start, separator.start).trim().replace(/^(["'])(.*)\1$/, '$2'),
    hasSeparator: matchEnd(grammar.separator, line, passBlanks(line, word.end + (isClosed ? 1 : 0))) !== undefined,
  };
}

/** The entry of a map that holds a place on a line, as far as it stands before that place. */
interface Entry {
  readonly start: number;
  readonly separator: Span | undefined;
  /** Where the key begins, or the value if there is a separator. */
  readonly first: number;
  /** Is it in brackets on this line? */
  readonly isFlow: boolean;
  /** The quote that is open at the place. */
  readonly openQuote: number | undefined;
}

function entryAt(line: string, place: number, grammar: Grammar): Entry | undefined {
  const { quotes, isBracketed } = grammar;
  let start = 0;
  let first = 0;
  let separator: Span | undefined;
  let depth = 0;
  const begin = (at: number): void => {
    start = at;
    first = passBlanks(line, at);
    separator = undefined;
  };
  begin(Math.min(matchEnd(grammar.lead, line, 0) ?? 0, place));
  let openQuote: number | undefined;
  for (let at = start; at < place && openQuote === undefined; at++) {
    const character = line.charAt(at);
    const startsWord = at === first || isBracketed;
    if (quotes.includes(character) && startsWord) {
      const close = closingQuote(line, at);
      if (close === undefined || close >= place) openQuote = at;
      else at = close;
    } else if (matchEnd(grammar.comment, line, at) !== undefined) {
      return undefined;
    } else if ('{['.includes(character) && startsWord) {
      depth++;
      begin(at + 1);
    } else if (',}]'.includes(character) && (depth > 0 || isBracketed)) {
      if (character !== ',') depth--;
      begin(at + 1);
    } else if (separator === undefined) {
      const end = matchEnd(grammar.separator, line, at);
      if (end === undefined) continue;
      separator = { start: at, end };
      first = passBlanks(line, end);
    }
  }
  return { start, separator, first, isFlow: depth > 0 || isBracketed, openQuote };
}

function wordIn(line: string, place: number, { separator, first, isFlow, openQuote }: Entry, grammar: Grammar): Pick<Cursor, 'word' | 'quote' | 'isClosed'> {
  if (openQuote !== undefined) {
    const close = closingQuote(line, openQuote);
    const word = { start: openQuote + 1, end: close ?? place };
    return { word, quote: line.charAt(openQuote) as Cursor['quote'], isClosed: close !== undefined };
  }
  const opening = line.charAt(first);
  const isBeforeQuote = place <= first && opening !== '' && grammar.quotes.includes(opening);
  // Before a key in quotes there is room for another one.
  if (isBeforeQuote && separator === undefined && grammar.isBracketed) return { word: { start: place, end: place }, quote: '', isClosed: false };
  const start = Math.min(first, place);
  let end = isBeforeQuote ? (closingQuote(line, first) ?? first) + 1 : Math.max(first, place);
  while (!isBeforeQuote && end < line.length && !endsWord(line, end, separator === undefined, isFlow, grammar)) end++;
  return { word: { start, end: Math.max(place, start + line.slice(start, end).trimEnd().length) }, quote: '', isClosed: false };
}

function endsWord(line: string, at: number, isKey: boolean, isFlow: boolean, grammar: Grammar): boolean {
  return (isFlow && ',}]'.includes(line.charAt(at)))
    || matchEnd(grammar.comment, line, at) !== undefined
    || (isKey && matchEnd(grammar.separator, line, at) !== undefined);
}

function passBlanks(line: string, from: number): number {
  let at = from;
  while (line.charAt(at) === ' ' || line.charAt(at) === '\t') at++;
  return at;
}

/** The last character before an offset that is no blank; a blank when there is none. */
export function solidBefore(text: string, offset: number): string {
  let at = offset - 1;
  while (at >= 0 && ' \t\r\n'.includes(text.charAt(at))) at--;
  return at < 0 ? ' ' : text.charAt(at);
}

/** Where the quote is closed that opens at an offset. Doubled quotes count as two texts, which is as good. */
function closingQuote(line: string, open: number): number | undefined {
  const quote = line.charAt(open);
  for (let at = open + 1; at < line.length; at++) {
    if (line.charAt(at) === '\\' && quote === '"') at++;
    else if (line.charAt(at) === quote) return at;
  }
  return undefined;
}

function matchEnd(pattern: RegExp, line: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(line) ? pattern.lastIndex : undefined;
}
