import { PROPERTIES, type EnumValue, type PropertyFact, type PropertyReader, type PropertyValue } from '../facts/properties/index.js';

/*
 * What is known about a property, in words: for the command line and for editors.
 */

const READERS: Readonly<Record<PropertyReader, string>> = {
  nova: 'Nova', cinder: 'Cinder', ironic: 'Ironic', glance: 'Glance', client: 'clients', scs: 'the SCS standard', person: 'people',
};

const KINDS: Readonly<Record<Exclude<PropertyValue['kind'], 'enum' | 'text' | 'integer'>, string>> = {
  'boolean': '1, t, true, on, y or yes for yes, in any letter case; all other words are no',
  'uuid': 'a UUID',
  'version-predicate': 'comparisons with versions, separated by commas',
  'cpu-spec': 'CPU numbers, ranges and exclusions, separated by commas',
  'json': 'JSON text: a list of objects whose values are strings, numbers or null',
  'never': 'nothing: Nova fills it by itself',
};

const OTHERWISE: Readonly<Record<string, string>> = {
  'nova rejected': 'Nova refuses to make servers from the image (400)',
  'nova ignored': 'Nova ignores it',
  'glance rejected': 'Glance refuses the image (400)',
};

/** A label, such as "Value", and the words that go with it. */
export type Row = readonly [label: string, words: string];

/** All that is known about a property beside its name and summary. */
export function propertyRows(fact: PropertyFact): Row[] {
  const { value, until } = fact;
  const rows: (readonly [string, string | undefined])[] = [
    ['Value', valueInWords(value)],
    ...wordRows(value),
    ['Otherwise', otherwiseInWords(fact)],
    ['Read by', readersInWords(fact)],
    ['Since', fact.since],
    ['Until', until === undefined ? undefined : `${until}; no effect since`],
    ['Also called', otherNames(fact)],
    ['Example', value.kind === 'never' ? undefined : `${fact.name.replace(/\.N$/, '.0')}: ${quoted(fact.example)}`],
    ['Source', fact.source.join(', ')],
  ];
  return rows.filter((row): row is Row => row[1] !== undefined);
}

function valueInWords(value: PropertyValue): string {
  switch (value.kind) {
    case 'enum': return wordsInWords(value);
    case 'text': return value.hint ?? 'any text';
    case 'integer': return `a whole number${value.unit === undefined ? '' : ` of ${value.unit}`}${limits(value)}`;
    default: return KINDS[value.kind];
  }
}

function wordsInWords({ allowed, foldsCase, literal = [] }: EnumValue): string {
  const exact = literal.filter((word) => word !== '').map(quoted);
  const words = `${allowed.map(quoted).join(', ')}${foldsCase === true ? '; in any letter case' : ''}`;
  return exact.length === 0 ? words : `${exact.join(', ')} in these very letters; ${words}`;
}

function limits({ minimum, maximum }: { readonly minimum?: number; readonly maximum?: number }): string {
  if (minimum === undefined) return maximum === undefined ? '' : `, at most ${maximum}`;
  return maximum === undefined ? `, at least ${minimum}` : `, ${minimum} to ${maximum}`;
}

function wordRows(value: PropertyValue): (readonly [string, string | undefined])[] {
  if (value.kind !== 'enum') return [];
  const newer = Object.entries(value.newer ?? {}).map(([word, release]) => `${quoted(word)} since ${release}`);
  return [
    ['Takes also', byMeaning(value.aliases, 'for')],
    ['Not', byMeaning(value.guesses, 'but')],
    ['Newer', newer.length === 0 ? undefined : newer.join(', ')],
  ];
}

/** `i386, i486 for i686; amd64 for x86_64`: words, and what they mean. */
function byMeaning(words: EnumValue['aliases'], link: string): string | undefined {
  const groups = new Map<string, string[]>();
  for (const [word, meant] of Object.entries(words ?? {})) groups.set(meant, [...(groups.get(meant) ?? []), quoted(word)]);
  return groups.size === 0 ? undefined : [...groups].map(([meant, group]) => `${group.join(', ')} ${link} ${meant}`).join('; ');
}

function otherwiseInWords({ otherwise, value }: PropertyFact): string | undefined {
  if (otherwise !== undefined) return OTHERWISE[`${otherwise.by} ${otherwise.effect}`];
  return value.kind === 'text' || value.kind === 'boolean' ? undefined : 'no service checks it';
}

function readersInWords({ readers }: PropertyFact): string {
  return readers.length === 0 ? 'nobody' : readers.map((reader) => READERS[reader]).join(', ');
}

function otherNames({ name, storedAs }: PropertyFact): string | undefined {
  if (storedAs !== undefined) return `${storedAs}, which counts if both are set`;
  const old = PROPERTIES.filter((fact) => fact.storedAs === name).map((fact) => fact.name);
  return old.length === 0 ? undefined : `${old.join(', ')}; ${name} counts if both are set`;
}

function quoted(word: string): string {
  return /^[\w./+-]+$/.test(word) ? word : JSON.stringify(word);
}
