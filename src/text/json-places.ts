import type { Entry, Node, Span } from './node.js';

/*
 * The places in a JSON text that JSON.parse has accepted. A map or list is looked into when somebody asks for its
 * parts, and parts are passed by without a look: of a long list, only the items with findings are ever opened.
 */

/** The places of the value in a stretch of valid JSON text. */
export function jsonPlaces(text: string, start = 0): Node {
  return nodeAt(text, passBlank(text, start));
}

/** The places of items that commas part, without the brackets of their list. */
export function jsonItemPlaces(text: string): Node {
  return new JsonList(text, { start: -1, end: text.length + 1 });
}

class JsonMap implements Node {
  readonly kind = 'map';
  readonly span: Span;
  index?: ReadonlyMap<string, Entry>;
  readonly #text: string;
  #entries: Entry[] | undefined;

  constructor(text: string, span: Span) {
    this.#text = text;
    this.span = span;
  }

  get entries(): Entry[] {
    return (this.#entries ??= readParts(this.#text, this.span, (at) => entryAt(this.#text, at)));
  }
}

class JsonList implements Node {
  readonly kind = 'list';
  readonly span: Span;
  readonly #text: string;
  #items: Node[] | undefined;

  constructor(text: string, span: Span) {
    this.#text = text;
    this.span = span;
  }

  get items(): Node[] {
    return (this.#items ??= readParts(this.#text, this.span, (at) => nodeAt(this.#text, at)));
  }
}

function nodeAt(text: string, start: number): Node {
  const span = { start, end: passValue(text, start) };
  const first = text.charCodeAt(start);
  if (first === OPEN_MAP) return new JsonMap(text, span);
  return first === OPEN_LIST ? new JsonList(text, span) : { kind: 'scalar', span };
}

function entryAt(text: string, start: number): Entry {
  const end = passString(text, start);
  const written = text.slice(start + 1, end - 1);
  const colon = passBlank(text, end);
  return {
    key: written.includes('\\') ? (JSON.parse(`"${written}"`) as string) : written,
    keySpan: { start, end },
    node: nodeAt(text, passBlank(text, colon + 1)),
  };
}

/** The parts between the brackets, which commas separate. */
function readParts<Part extends Node | Entry>(text: string, { start, end }: Span, partAt: (at: number) => Part): Part[] {
  const parts: Part[] = [];
  for (let at = passBlank(text, start + 1); at < end - 1; ) {
    const part = partAt(at);
    parts.push(part);
    const comma = passBlank(text, 'node' in part ? part.node.span.end : part.span.end);
    at = passBlank(text, comma + 1);
  }
  return parts;
}

const [TAB, LF, CR, SPACE, QUOTE, COMMA, BACKSLASH] = [9, 10, 13, 32, 34, 44, 92];
const [OPEN_LIST, CLOSE_LIST, OPEN_MAP, CLOSE_MAP] = [91, 93, 123, 125];

function passBlank(text: string, from: number): number {
  for (let at = from; ; at++) {
    const code = text.charCodeAt(at);
    if (code !== SPACE && code !== LF && code !== CR && code !== TAB) return at;
  }
}

function passString(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); ; at = text.indexOf('"', at + 1)) {
    let backslashes = 0;
    while (text.charCodeAt(at - 1 - backslashes) === BACKSLASH) backslashes++;
    if (backslashes % 2 === 0) return at + 1;
  }
}

function passValue(text: string, from: number): number {
  const first = text.charCodeAt(from);
  if (first === QUOTE) return passString(text, from);
  let at = from;
  if (first !== OPEN_MAP && first !== OPEN_LIST) {
    while (at < text.length && !endsWord(text.charCodeAt(at))) at++;
    return at;
  }
  let depth = 0;
  do {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = passString(text, at);
      continue;
    }
    if (code === OPEN_MAP || code === OPEN_LIST) depth++;
    else if (code === CLOSE_MAP || code === CLOSE_LIST) depth--;
    at++;
  } while (depth > 0);
  return at;
}

/** What follows a number, true, false or null. */
function endsWord(code: number): boolean {
  return code === COMMA || code === CLOSE_MAP || code === CLOSE_LIST || code === SPACE || code === LF || code === CR || code === TAB;
}
