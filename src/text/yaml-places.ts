import { CHOMPING_MODE, COLLECTION_STYLE, constructFromEvents, EVENT_ID, getScalarValue, SCALAR_STYLE, type Event, type Schema } from 'js-yaml';
import type { Path } from '../model/image.js';
import type { ReadingProblem } from './document.js';
import { DuplicateKeys } from './duplicate-keys.js';
import { deref, type Entry, type Inherited, type Node } from './node.js';
import { blockScalarStart, documentStart, emptyItemAt, emptyKeyAt, emptyValueAt, flowEnd, passLineEndsBack } from './yaml-gaps.js';
import { keyText, resolvePlain } from './yaml-schema.js';

export interface YamlPlaces {
  readonly root: Node;
  readonly duplicates: readonly ReadingProblem[];
}

export type ScalarEvent = Extract<Event, { valueStart: number }>;
type CollectionEvent = Extract<Event, { start: number }>;
type AliasEvent = Extract<Event, { type: typeof EVENT_ID.ALIAS }>;

interface MutableSpan {
  start: number;
  end: number;
}
type OpenNode = Node & { readonly span: MutableSpan };

interface Key {
  /** Undefined when it is not known, or is a collection. */
  readonly text: string | undefined;
  readonly span: MutableSpan;
  readonly isMerge: boolean;
}

interface Frame {
  readonly node: OpenNode;
  /** How the node is reached from the one that holds it. */
  readonly step: string | number | undefined;
  /** The closing bracket; empty for block style, and for `a: 1` in `[a: 1]`. */
  readonly close: string;
  key: Key | undefined;
}

const NOWHERE: Node = { kind: 'scalar', span: { start: 0, end: 0 } };

/** Builds the places of one YAML document from its events. */
export class YamlPlacesBuilder {
  readonly #text: string;
  readonly #events: readonly Event[];
  readonly #schema: Schema;
  readonly #duplicates: DuplicateKeys;
  readonly #anchors = new Map<string, { readonly node: Node; readonly event: Event }>();
  readonly #stack: Frame[] = [];
  /** Collections that are being read and will be merged, with the maps that get them. */
  readonly #merging = new Map<Node, Node>();
  #root: Node | undefined;
  /** Where the content read so far ends. */
  #cursor: number;

  constructor(text: string, events: readonly Event[], from: number, schema: Schema, document: number) {
    this.#text = text;
    this.#events = events;
    this.#schema = schema;
    this.#duplicates = new DuplicateKeys(document);
    this.#cursor = documentStart(text, from, firstOffset(events) ?? text.length);
  }

  build(): YamlPlaces {
    for (const [index, event] of this.#events.entries()) {
      if (event.type === EVENT_ID.SEQUENCE || event.type === EVENT_ID.MAPPING) this.#open(event, this.#events[index + 1]);
      else if (event.type === EVENT_ID.SCALAR) this.#scalar(event);
      else if (event.type === EVENT_ID.ALIAS) this.#alias(event);
      else if (event.type === EVENT_ID.POP) this.#close();
    }
    return { root: this.#root ?? NOWHERE, duplicates: this.#duplicates.found };
  }

  #open(event: CollectionEvent, next: Event | undefined): void {
    const isMap = event.type === EVENT_ID.MAPPING;
    // `[{}: 1]` opens two mappings at one place: the outer one is the pair, and has no brackets.
    const isPair = isMap && next?.type === EVENT_ID.MAPPING && next.start === event.start;
    const isBracketed = event.style === COLLECTION_STYLE.FLOW && this.#text[event.start] === (isMap ? '{' : '[') && !isPair;
    const span = { start: event.start, end: event.start };
    const node: OpenNode = isMap ? { kind: 'map', span, entries: [] } : { kind: 'list', span, items: [] };
    this.#anchor(event, node);
    const step = this.#place(node, event);
    this.#stack.push({ node, step, close: isBracketed ? (isMap ? '}' : ']') : '', key: undefined });
    this.#cursor = event.start + (isBracketed ? 1 : 0);
  }

  #scalar(event: ScalarEvent): void {
    const span = this.#scalarSpan(event);
    const node: Node = { kind: 'scalar', span };
    this.#anchor(event, node);
    this.#place(node, event);
    this.#cursor = span.end;
  }

  #alias(event: AliasEvent): void {
    const span = { start: event.anchorStart - 1, end: event.anchorEnd };
    const anchored = this.#anchors.get(this.#text.slice(event.anchorStart, event.anchorEnd));
    const target = anchored?.node ?? NOWHERE;
    target.isShared = true;
    this.#place({ kind: 'alias', span, target }, anchored?.event ?? event);
    this.#cursor = span.end;
  }

  #close(): void {
    const frame = this.#stack.pop();
    // The last one closes the document.
    if (frame === undefined) return;
    const { node, close } = frame;
    if (close !== '') this.#cursor = flowEnd(this.#text, this.#cursor, close);
    node.span.end = this.#cursor;
    const merged = this.#merging.get(node);
    if (merged !== undefined) merge(merged, node);
    this.#duplicates.gather(node.entries ?? [], (): Path => [...this.#stack, frame].map(({ step }) => step).filter((step) => step !== undefined));
  }

  /** Puts a node where it belongs. Gives the step that leads to it. */
  #place(node: Node, event: Event): string | number | undefined {
    const frame = this.#stack.at(-1);
    if (frame === undefined) {
      this.#root = node;
      return undefined;
    }
    const { items, entries } = frame.node;
    if (items !== undefined) return items.push(node) - 1;
    const { key } = frame;
    if (key === undefined) {
      frame.key = this.#keyOf(node, event);
      return undefined;
    }
    frame.key = undefined;
    if (key.text !== undefined && !key.isMerge) (entries as Entry[]).push({ key: key.text, keySpan: key.span, node });
    else frame.node.isPartial = true;
    if (key.isMerge && node.target !== undefined) merge(frame.node, node.target);
    else if (key.isMerge) this.#merging.set(node, frame.node);
    return key.text;
  }

  #keyOf(node: Node, event: Event): Key {
    const { span } = node;
    if (event.type !== EVENT_ID.SCALAR) return { text: undefined, span, isMerge: false };
    const isPlain = event.style === SCALAR_STYLE.PLAIN;
    const tag = this.#text.slice(event.tagStart, Math.max(event.tagStart, event.tagEnd));
    const isMerge = tag === '' ? isPlain && this.#written(event) === '<<' : MERGE_TAG.test(tag);
    return { text: this.#keyText(event, isPlain, tag), span, isMerge };
  }

  /** The key that js-yaml makes of a scalar: `1.0` and `0x1` both become "1". */
  #keyText(event: ScalarEvent, isPlain: boolean, tag: string): string | undefined {
    if (tag === '') {
      const written = getScalarValue(this.#text, event);
      return !isPlain || SURELY_TEXT.test(written) ? written : keyText(resolvePlain(this.#schema, written));
    }
    const events = [this.#events[0] as Event, { ...event, anchorStart: -1, anchorEnd: -1 }, { type: EVENT_ID.POP }];
    return keyText(constructFromEvents(events, { source: this.#text, schema: this.#schema })[0]);
  }

  #anchor(event: ScalarEvent | CollectionEvent, node: Node): void {
    if (event.anchorStart >= 0) this.#anchors.set(this.#text.slice(event.anchorStart, event.anchorEnd), { node, event });
  }

  #written(event: ScalarEvent): string {
    return this.#text.slice(event.valueStart, event.valueEnd);
  }

  #scalarSpan(event: ScalarEvent): MutableSpan {
    const { valueStart, valueEnd, style } = event;
    if (valueStart < 0) {
      const at = this.#emptyAt(event);
      return { start: at, end: at };
    }
    if (style === SCALAR_STYLE.PLAIN) return { start: valueStart, end: valueEnd };
    if (style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED) return { start: valueStart - 1, end: valueEnd + 1 };
    const start = blockScalarStart(this.#text, Math.max(this.#cursor, event.anchorEnd, event.tagEnd), valueStart);
    // Line ends after the content belong to it only when the header says so.
    return { start, end: event.chomping === CHOMPING_MODE.KEEP ? valueEnd : passLineEndsBack(this.#text, valueEnd) };
  }

  #emptyAt(event: ScalarEvent): number {
    const afterProperties = Math.max(event.anchorEnd, event.tagEnd);
    if (afterProperties >= 0) return afterProperties;
    const frame = this.#stack.at(-1);
    if (frame === undefined) return this.#cursor;
    if (frame.node.kind === 'list') return emptyItemAt(this.#text, this.#cursor);
    return frame.key === undefined
      ? emptyKeyAt(this.#text, this.#cursor, frame.close !== '')
      : emptyValueAt(this.#text, this.#cursor);
  }
}

/** Most keys. No word of six letters means anything but itself. */
const SURELY_TEXT = /^[A-Za-z]\w{5,}$/;

const MERGE_TAG = /^!(?:!merge|<tag:yaml\.org,2002:merge>)$/;

/** Gives a map what merge keys bring, as js-yaml does: what came first stays. */
function merge(map: Node, source: Node): void {
  const brought = (map.inherited ??= new Map());
  for (const each of (source.items ?? [source]).map(deref)) {
    const own = new Map<string, Inherited>();
    for (const entry of each.entries ?? []) own.set(entry.key, { entry, owner: each });
    for (const [key, inherited] of own) if (!brought.has(key)) brought.set(key, inherited);
    for (const [key, inherited] of each.inherited ?? []) if (!brought.has(key)) brought.set(key, inherited);
  }
}

function firstOffset(events: readonly Event[]): number | undefined {
  for (const event of events) {
    const offsets = startsOf(event).filter((offset) => offset >= 0);
    if (offsets.length > 0) return Math.min(...offsets);
  }
  return undefined;
}

function startsOf(event: Event): number[] {
  if (event.type === EVENT_ID.DOCUMENT || event.type === EVENT_ID.POP) return [];
  if (event.type === EVENT_ID.ALIAS) return [event.anchorStart - 1];
  return [event.anchorStart, event.tagStart, event.type === EVENT_ID.SCALAR ? event.valueStart : event.start];
}
