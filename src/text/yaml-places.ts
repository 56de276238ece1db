import { COLLECTION_STYLE, EVENT_ID, getScalarValue, SCALAR_STYLE, type Event } from 'js-yaml';
import type { Path } from '../model/image.js';
import type { ReadingProblem } from './document.js';
import type { Entry, Node, Span } from './node.js';

export interface YamlDocumentPlaces {
  readonly root: Node;
  readonly duplicates: readonly ReadingProblem[];
}

type ScalarEvent = Extract<Event, { valueStart: number }>;

interface Frame {
  readonly node: Node;
  readonly step: string | number | undefined;
  key?: { text: string; span: Span } | undefined;
  readonly isFlow: boolean;
}

const NOWHERE: Node = { kind: 'scalar', span: { start: 0, end: 0 } };

/** The places of all values of a YAML text, document by document. Aliases lead to the anchored node. */
export function yamlPlaces(text: string, events: readonly Event[]): YamlDocumentPlaces[] {
  const documents: { root: Node; duplicates: ReadingProblem[] }[] = [];
  let anchors = new Map<string, Node>();
  let stack: Frame[] = [];
  /** Where the text read so far ends: block collections end there, empty scalars stand there. */
  let cursor = 0;

  /** Puts a node where it belongs; says by which step. `asKey` is its text, were it a key. */
  const place = (node: Node, asKey: () => string): string | number | undefined => {
    const frame = stack.at(-1);
    const current = documents.at(-1);
    if (frame === undefined) {
      if (current !== undefined) current.root = node;
      return undefined;
    }
    if (frame.node.kind === 'list') return (frame.node.items as Node[]).push(node) - 1;
    if (frame.key === undefined) {
      frame.key = { text: asKey(), span: node.span };
      return undefined;
    }
    const { text: key, span } = frame.key;
    frame.key = undefined;
    if (key === '<<') mergeInto(frame.node, node);
    else (frame.node.entries as Entry[]).push({ key, keySpan: span, node });
    return key;
  };
  const anchor = (event: { anchorStart: number; anchorEnd: number }, node: Node): void => {
    if (event.anchorStart >= 0) anchors.set(text.slice(event.anchorStart, event.anchorEnd), node);
  };

  for (const event of events) {
    switch (event.type) {
      case EVENT_ID.DOCUMENT:
        documents.push({ root: NOWHERE, duplicates: [] });
        anchors = new Map();
        stack = [];
        break;
      case EVENT_ID.SEQUENCE:
      case EVENT_ID.MAPPING: {
        const span = { start: event.start, end: event.start };
        const node: Node = event.type === EVENT_ID.SEQUENCE ? { kind: 'list', span, items: [] } : { kind: 'map', span, entries: [] };
        anchor(event, node);
        const step = place(node, () => '');
        stack.push({ node, step, isFlow: event.style === COLLECTION_STYLE.FLOW });
        cursor = event.start;
        break;
      }
      case EVENT_ID.SCALAR: {
        const span = scalarSpan(text, event, cursor);
        const node: Node = { kind: 'scalar', span };
        anchor(event, node);
        place(node, () => getScalarValue(text, event));
        cursor = Math.max(cursor, span.end);
        break;
      }
      case EVENT_ID.ALIAS: {
        const name = text.slice(event.anchorStart, event.anchorEnd);
        const target = anchors.get(name);
        const span = { start: event.anchorStart - 1, end: event.anchorEnd };
        place(target ?? { kind: 'scalar', span }, () => name);
        cursor = Math.max(cursor, span.end);
        break;
      }
      case EVENT_ID.POP: {
        const frame = stack.at(-1);
        if (frame === undefined) break;
        if (frame.isFlow) cursor = text.indexOf(frame.node.kind === 'map' ? '}' : ']', cursor) + 1 || cursor;
        frame.node.span = { start: frame.node.span.start, end: Math.max(cursor, frame.node.span.start) };
        findDuplicates(frame.node, stack, documents.at(-1)?.duplicates ?? []);
        stack.pop();
        break;
      }
    }
  }
  return documents;
}

/** A scalar's span with its quotes. An empty one stands where the text read so far ends. */
function scalarSpan(text: string, event: ScalarEvent, cursor: number): Span {
  const { valueStart: start, valueEnd: end, style } = event;
  if (start < 0) {
    const at = text[cursor] === ':' ? cursor + 1 : cursor;
    return { start: at, end: at };
  }
  if (style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED) return { start: start - 1, end: end + 1 };
  if (style === SCALAR_STYLE.PLAIN) return { start, end };
  const content = text.slice(start, end);
  return { start: start + (content.length - content.trimStart().length), end: start + content.trimEnd().length };
}

function mergeInto(map: Node, source: Node): void {
  const maps = source.kind === 'list' ? (source.items ?? []) : [source];
  (map.merged ??= []).push(...maps.filter((node) => node.kind === 'map' && node !== map));
}

function findDuplicates(map: Node, stack: readonly Frame[], duplicates: ReadingProblem[]): void {
  const seen = new Map<string, Entry>();
  for (const entry of map.entries ?? []) {
    const earlier = seen.get(entry.key);
    if (earlier !== undefined) {
      const path: Path = stack.map((frame) => frame.step).filter((step) => step !== undefined);
      duplicates.push({
        kind: 'duplicate-key', reason: 'the key stands twice', span: entry.keySpan, key: entry.key,
        firstSpan: earlier.keySpan, path: [...path, entry.key],
      });
    }
    seen.set(entry.key, entry);
  }
}
