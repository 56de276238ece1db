import { constructFromEvents, EVENT_ID, parseEvents, YAMLException, type Event, type Schema } from 'js-yaml';
import type { Reader, Reading, ReadingProblem, TextDocument } from './document.js';
import { yamlComments } from './yaml-comments.js';
import { editYaml } from './yaml-edit.js';
import { YamlPlacesBuilder, type YamlPlaces } from './yaml-places.js';
import { repeatedKeys, YAML_11, YAML_12 } from './yaml-schema.js';
import { explainYaml, TOO_LARGE } from './yaml-syntax.js';

/** YAML as PyYAML and libyaml read it. */
export const yaml11Reader: Reader = { format: 'yaml', read: (text) => readYaml(text, YAML_11), edit: editYaml, comments: yamlComments };

export const yamlReader: Reader = { ...yaml11Reader, read: (text) => readYaml(text, YAML_12), otherVersion: yaml11Reader };

/** About what fits the memory: each value costs some hundred bytes while it is read. */
const MOST_VALUES = 5_000_000;

/** Characters that may be passed again and again to tell of one broken document after the other. */
const MOST_PASSED = 100_000_000;

function readYaml(text: string, schema: Schema): Reading {
  if (mayHold(text, MOST_VALUES)) return { documents: [], problems: [{ kind: 'syntax', reason: TOO_LARGE, document: 0, span: { start: 0, end: 0 } }] };
  const { events, problem } = parse(text);
  // All at once is faster. One by one, what is wrong with one document does not keep the others from being read.
  const whole = construct(text, events, text.length, schema);
  const documents: TextDocument[] = [];
  const problems: ReadingProblem[] = [];
  let end = 0;
  for (const [index, own] of documentsOf(events).entries()) {
    const start = end;
    end = Math.max(start, endOf(own));
    const { values, error, mayHaveDuplicates } = whole.error === undefined ? whole : construct(text, own, end - start, schema);
    if (error !== undefined) {
      problems.push(explainYaml(error, text, index, own));
      // Each error costs js-yaml a pass over the whole text.
      if (problems.length * text.length > MOST_PASSED) break;
      continue;
    }
    let places: YamlPlaces | undefined;
    const placesOf = (): YamlPlaces => (places ??= new YamlPlacesBuilder(text, own, start, schema, index).build());
    if (mayHaveDuplicates) for (const duplicate of placesOf().duplicates) problems.push(duplicate);
    documents.push({ index, value: values[values === whole.values ? index : 0], places: () => placesOf().root });
  }
  if (problem !== undefined) problems.push(problem);
  return { documents, problems };
}

/** The events of a text; when it breaks off, those of the documents before that. */
function parse(text: string): { events: readonly Event[]; problem?: ReadingProblem } {
  try {
    return { events: parseEvents(text, {}) };
  } catch (error) {
    const events = eventsBefore(text, error instanceof YAMLException ? (error.mark?.position ?? 0) : 0);
    const document = events.filter(({ type }) => type === EVENT_ID.DOCUMENT).length;
    return { events, problem: explainYaml(error, text, document) };
  }
}

function eventsBefore(text: string, broken: number): Event[] {
  const before = text.slice(0, broken);
  const marker = Math.max(before.lastIndexOf('\n---'), before.lastIndexOf('\r---'));
  if (marker < 0) return [];
  try {
    return parseEvents(text.slice(0, marker + 1), {});
  } catch {
    return [];
  }
}

function documentsOf(events: readonly Event[]): (readonly Event[])[] {
  const starts: number[] = [];
  for (let index = 0; index < events.length; index++) if (events[index]?.type === EVENT_ID.DOCUMENT) starts.push(index);
  return starts.length === 1 ? [events] : starts.map((start, number) => events.slice(start, starts[number + 1]));
}

interface Built {
  readonly values: readonly unknown[];
  readonly mayHaveDuplicates: boolean;
  readonly error?: unknown;
}

/** The values of documents whose text has so many characters. */
function construct(source: string, events: readonly Event[], length: number, schema: Schema): Built {
  // Merge keys multiply. Real catalogues stay far below this; a bomb does not.
  const maxTotalMergeKeys = Math.min(10_000 + 4 * length, 20_000_000);
  const before = repeatedKeys;
  try {
    const values = constructFromEvents(events as Event[], { source, schema, json: true, maxTotalMergeKeys });
    return { values, mayHaveDuplicates: repeatedKeys > before };
  } catch (error) {
    return { values: [], mayHaveDuplicates: false, error };
  }
}

/** Where the content of a document ends: with its last event that is no bracket. */
function endOf(events: readonly Event[]): number {
  const last = events.findLast(({ type }) => type !== EVENT_ID.POP);
  if (last === undefined || last.type === EVENT_ID.POP || last.type === EVENT_ID.DOCUMENT) return 0;
  if (last.type === EVENT_ID.ALIAS) return last.anchorEnd;
  return Math.max(last.tagEnd, last.anchorEnd, last.type === EVENT_ID.SCALAR ? last.valueEnd : last.start);
}

/** Counts line ends, commas, colons and brackets; more exactly is not worth the time. */
function mayHold(text: string, most: number): boolean {
  if (text.length < most) return false;
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13 || code === 44 || code === 58 || code === 91 || code === 123) count++;
  }
  return count > most;
}
