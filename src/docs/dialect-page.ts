import { ATTRIBUTES } from '../facts/attributes.js';
import type { Dialect } from '../model/dialect.js';
import type { Spelling, Word, Words } from '../model/spelling.js';
import { consequenceInWords } from '../words/consequence.js';

/** docs/dialects.md: how each dialect is told and how it spells an image, made from the declarations. */
export function dialectPage(dialects: readonly Dialect[]): string {
  return `${[
    '# Dialects',
    'A dialect is a way of writing image metadata. What a file is written in is told by its content, never by its name; a file that no dialect claims for '
    + 'sure is passed by. `--dialect NAME` decides it otherwise. This page is made from the declarations in `src/dialects/`.',
    'Units are Glance\'s own in all dialects, whatever their keys say: `min_disk` in GiB, `min_ram` in MiB, sizes in bytes. Templates (`{{ }}`, `{% %}`, `${ }`, '
    + '`%{ }`) and expressions are unknown, and nothing is said about their values.',
    overview(dialects),
    '## The same in all dialects',
    matrix(dialects.filter(({ name }) => name !== 'glance')),
    ...dialects.map(section),
  ].join('\n\n')}\n`;
}

function overview(dialects: readonly Dialect[]): string {
  const rows = dialects.map((dialect) =>
    `| [${dialect.name}](#${dialect.name}) | ${dialect.title} | ${wrongTypes(dialect)} | ${strays(dialect)} | ${dialect.yaml ?? '1.2'} |`);
  return ['| dialect | what | properties that are not text | unknown keys | YAML |', '|---|---|---|---|---|', ...rows].join('\n');
}

function wrongTypes({ nonStringProperty, onWrongType }: Dialect): string {
  if (nonStringProperty === 'converted') return 'are converted by the tool';
  return onWrongType === undefined ? 'are refused by Glance' : 'are refused by the tool';
}

function strays({ onStray, spelling }: Dialect): string {
  if (onStray !== undefined) return `are ${onStray.effect}`;
  return spelling?.bags?.includes('') === true ? 'are custom properties' : 'are passed by';
}

interface Row {
  readonly label: string;
  words(spelling: Spelling): Words | undefined;
}

const ROWS: readonly Row[] = [
  ...ATTRIBUTES.filter(({ onCreate }) => onCreate !== 'unknown').map(({ name }): Row => ({ label: name, words: ({ attributes }) => attributes[name] })),
  { label: 'custom properties', words: ({ bags }) => bags },
  { label: 'address of the file', words: ({ source }) => source?.url },
  { label: 'address at the publisher', words: ({ source }) => source?.origin_url },
  { label: 'local file', words: ({ source }) => source?.file },
  { label: 'digest of the file', words: ({ source }) => source?.digest },
  { label: 'its algorithm', words: ({ source }) => source?.algorithm },
  { label: 'address of the digest', words: ({ source }) => [source?.digest_url ?? [], source?.digests_url ?? []].flat() },
  { label: 'unpacked by the tool', words: ({ source }) => source?.decompress },
  { label: 'fetched by Glance', words: ({ source }) => source?.web_download },
  { label: 'version', words: ({ release }) => release?.version },
  { label: 'day of the build', words: ({ release }) => release?.build_date },
];

function matrix(dialects: readonly Dialect[]): string {
  const spelled = dialects.filter(({ spelling }) => spelling !== undefined);
  const rows = ROWS.map(({ label, words }) => ({ label, cells: spelled.map(({ spelling }) => inWords(spelling && words(spelling))) }))
    // What nobody else has a word for is in the section of its dialect.
    .filter(({ cells }) => cells.filter((cell) => cell !== '').length > 1)
    .map(({ label, cells }) => `| ${label} | ${cells.map((cell) => cell || '–').join(' | ')} |`);
  return [`| Glance | ${spelled.map(({ name }) => name).join(' | ')} |`, `|---|${spelled.map(() => '---|').join('')}`, ...rows].join('\n');
}

function section({ name, title, about, spelling, onStray }: Dialect): string {
  return [
    `## ${name}`,
    `**${title}.** ${about ?? ''}`.trim(),
    ...(spelling === undefined ? [] : [spellingTable(spelling)]),
    ...(onStray === undefined ? [] : [`A key that is not known: ${consequenceInWords(onStray)}`]),
  ].join('\n\n');
}

function spellingTable(spelling: Spelling): string {
  const { properties = {}, defaults = {} } = spelling;
  const rows = ROWS.map(({ label, words }) => [label, inWords(words(spelling)), (defaults as Record<string, string>)[label] ?? ''] as const)
    .filter(([, words, left]) => words !== '' || left !== '');
  const own = Object.entries(properties).map(([label, words]) => [`property \`${label}\``, inWords(words), ''] as const);
  return ['| Glance | written | when left out |', '|---|---|---|', ...[...rows, ...own].map((cells) => `| ${cells.join(' | ')} |`)].join('\n');
}

function inWords(words: Words = []): string {
  return [words].flat().map((word) => wordText(word as Word)).join(' or ');
}

function wordText(word: Word): string {
  if (word === '') return 'beside the attributes';
  if (typeof word === 'string') return `\`${word}\``;
  if ('isOwnKey' in word) return 'the key of the entry';
  if ('joined' in word) return word.joined.map((key) => `\`${key}\``).join(' + ');
  if ('names' in word) return `\`${word.key}\` (name of an image)`;
  if ('holds' in word) return `\`${word.key}\` (\`${word.holds}\`)`;
  return `\`${word.key}\` (true: ${word.whenTrue}, false: ${word.whenFalse})`;
}
