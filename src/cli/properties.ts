import { PROPERTIES, propertyFact, type EnumValue, type PropertyFact, type PropertyReader, type PropertyValue } from '../facts/properties/index.js';
import { UsageError } from '../project/errors.js';
import { extraSpecOf } from '../words/extra-spec.js';
import { meantProperty } from '../words/meant-property.js';
import { clip } from '../words/show.js';
import { wrap } from '../words/wrap.js';

export interface PropertiesOptions {
  /** Columns of the terminal. */
  readonly width: number;
}

const NAME_COLUMN = 28;
const LABEL_COLUMN = 12;

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

/**
 * One property with all that is known about it, or the list of all of them.
 *
 * @throws UsageError when nobody is known to read a property of that name
 */
export function renderProperties(name: string | undefined, { width }: PropertiesOptions): string {
  if (name === undefined) return renderAll(width);
  const fact = propertyFact(name) ?? PROPERTIES.find((one) => one.name === name);
  if (fact === undefined) throw new UsageError(`${notKnown(name)} "glance-lint properties" lists those that are known.`);
  const rows = [
    row('Value', valueInWords(fact.value), width),
    ...wordRows(fact.value, width),
    row('Otherwise', otherwiseInWords(fact), width),
    row('Read by', readersInWords(fact), width),
    row('Since', fact.since, width),
    row('Until', fact.until === undefined ? undefined : `${fact.until}; no effect since`, width),
    row('Also called', otherNames(fact), width),
    row('Example', fact.value.kind === 'never' ? undefined : `${fact.name.replace(/\.N$/, '.0')}: ${quoted(fact.example)}`, width),
    row('Source', fact.source.join(', '), width),
  ];
  return `${fact.name}\n${wrap(sentence(fact.summary), width - 2).map((line) => `  ${line}`).join('\n')}\n\n${rows.flat().join('\n')}\n`;
}

function renderAll(width: number): string {
  const lines = PROPERTIES.toSorted((a, b) => (a.name < b.name ? -1 : 1)).flatMap(({ name, summary }) => {
    const head = `${name.padEnd(NAME_COLUMN - 1)} `;
    const [first = '', ...rest] = wrap(summary, Math.max(20, width - NAME_COLUMN));
    // A long name has its line for itself.
    const top = head.length > NAME_COLUMN ? [name, `${' '.repeat(NAME_COLUMN)}${first}`] : [`${head}${first}`];
    return [...top, ...rest.map((line) => `${' '.repeat(NAME_COLUMN)}${line}`)];
  });
  return `${lines.join('\n')}\n\n${PROPERTIES.length} properties. More on one: glance-lint properties NAME.\n`;
}

function row(label: string, text: string | undefined, width: number): string[] {
  if (text === undefined) return [];
  return wrap(text, Math.max(20, width - LABEL_COLUMN - 2)).map((line, index) => `  ${(index === 0 ? label : '').padEnd(LABEL_COLUMN)}${line}`);
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

function wordRows(value: PropertyValue, width: number): string[] {
  if (value.kind !== 'enum') return [];
  const newer = Object.entries(value.newer ?? {}).map(([word, release]) => `${quoted(word)} since ${release}`);
  return [
    ...row('Takes also', byMeaning(value.aliases, 'for'), width),
    ...row('Not', byMeaning(value.guesses, 'but'), width),
    ...row('Newer', newer.length === 0 ? undefined : newer.join(', '), width),
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

function notKnown(name: string): string {
  const shown = clip(name);
  const extraSpec = extraSpecOf(name);
  if (extraSpec !== undefined) return `"${shown}" is no image property: Nova reads "${clip(extraSpec)}" from flavors only.`;
  const meant = meantProperty(name)?.name;
  return `No service is known to read "${shown}".${meant === undefined ? '' : ` Did you mean "${meant}"?`}`;
}

function quoted(word: string): string {
  return /^[\w./+-]+$/.test(word) ? word : JSON.stringify(word);
}

function sentence(clause: string): string {
  return `${clause[0]?.toUpperCase()}${clause.slice(1)}.`;
}
