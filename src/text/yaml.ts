import {
  constructFromEvents, CORE_SCHEMA, defineMappingTag, defineScalarTag, defineSequenceTag, mergeTag, parseEvents,
  YAML11_SCHEMA, YAMLException, type Event, type Schema,
} from 'js-yaml';
import { UNKNOWN } from '../model/image.js';
import type { Reader, Reading, ReadingProblem, TextDocument } from './document.js';
import type { Node } from './node.js';
import { editYaml } from './yaml-edit.js';
import { yamlPlaces, type YamlDocumentPlaces } from './yaml-places.js';

/** Tags that a program of its own gives a meaning to (`!vault`, `!Ref`, `!!python/…`): the value is not known here. */
const foreignTags = ['!', 'tag:'].flatMap((prefix) => [
  defineScalarTag(prefix, { matchByTagPrefix: true, resolve: () => UNKNOWN, identify: () => false }),
  defineSequenceTag<unknown[], unknown>(prefix, {
    matchByTagPrefix: true, create: () => [], addItem: () => {}, finalize: () => UNKNOWN, identify: () => false,
  }),
  defineMappingTag<object, unknown>(prefix, {
    matchByTagPrefix: true, create: () => ({}), addPair: () => '', has: () => false, keys: () => [], get: () => undefined,
    finalize: () => UNKNOWN, identify: () => false,
  }),
]);

/** YAML 1.2, with the merge keys of 1.1 because everybody uses them. */
const YAML_12 = CORE_SCHEMA.withTags(mergeTag, foreignTags);
/** YAML 1.1 as PyYAML reads it: `yes` is true, `010` is 8. */
const YAML_11 = YAML11_SCHEMA.withTags(foreignTags);

/** Merge keys multiply; real catalogues stay far below, a bomb does not. */
const MERGE_LIMIT = 1_000_000;

export const yamlReader: Reader = {
  format: 'yaml',
  read: (text) => readYaml(text, YAML_12),
  edit: editYaml,
};

export const yaml11Reader: Reader = { ...yamlReader, read: (text) => readYaml(text, YAML_11) };

function readYaml(text: string, schema: Schema): Reading {
  let events: Event[];
  try {
    events = parseEvents(text, {});
  } catch (error) {
    return { documents: [], problems: [explain(error, text)] };
  }
  let places: YamlDocumentPlaces[] | undefined;
  const placesOf = (index: number): YamlDocumentPlaces =>
    (places ??= yamlPlaces(text, events))[index] as YamlDocumentPlaces;
  const problems: ReadingProblem[] = [];
  let values: unknown[];
  try {
    values = constructFromEvents(events, { source: text, schema, maxTotalMergeKeys: MERGE_LIMIT });
  } catch (error) {
    if (!isDuplicateKey(error)) return { documents: [], problems: [explain(error, text)] };
    try {
      values = constructFromEvents(events, { source: text, schema, json: true, maxTotalMergeKeys: MERGE_LIMIT });
    } catch (second) {
      return { documents: [], problems: [explain(second, text)] };
    }
    values.forEach((_, index) => problems.push(...placesOf(index).duplicates));
  }
  const documents = values.map((value, index): TextDocument => ({
    index,
    value,
    places: (): Node => placesOf(index).root,
  }));
  return { documents, problems };
}

function isDuplicateKey(error: unknown): boolean {
  return error instanceof YAMLException && error.reason === 'duplicated mapping key';
}

/** js-yaml's reasons in the words of someone who looks at the file. */
const REASONS: Readonly<Record<string, string>> = {
  'deficient indentation': 'this line is indented less than the text that it belongs to',
  'bad indentation of a mapping entry': 'the indentation fits no key above, or a second ":" stands in an unquoted value',
  'bad indentation of a sequence entry': 'the indentation fits no list above',
  'end of the stream or a document separator is expected': 'this does not go on what stands above; YAML does not allow tabs for indentation',
  'null byte is not allowed in input': 'a NUL byte stands here; this is not text',
  'the stream contains non-printable characters': 'a character stands here that YAML does not allow',
  'missed comma between flow collection entries': 'a comma is missing, or a bracket is not closed',
  'duplicated mapping key': 'the key stands twice',
  'object-based map does not support complex keys': 'a list or a mapping is used as a key',
};

function explain(error: unknown, text: string): ReadingProblem {
  if (!(error instanceof YAMLException)) {
    return { kind: 'syntax', reason: 'the document nests too deep or is too large to read', span: { start: 0, end: 0 } };
  }
  const at = Math.min(Math.max(error.mark?.position ?? 0, 0), text.length);
  const reason = error.reason ?? 'this is not YAML';
  return { kind: 'syntax', reason: REASONS[reason] ?? reason, span: { start: at, end: Math.min(at + 1, text.length) } };
}
