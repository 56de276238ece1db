import { CompletionItemKind, CompletionItemTag, type CompletionItem } from 'vscode-languageserver';
import { ATTRIBUTES } from '../facts/attributes.js';
import { PROPERTIES, propertyFact, type PropertyFact } from '../facts/properties/index.js';
import { isOlderThan } from '../facts/releases.js';
import type { Cloud } from '../model/cloud.js';
import type { Attribute, Intent } from '../model/image.js';
import type { TextFormat } from '../text/index.js';
import type { Span } from '../text/node.js';
import { scalarText } from '../text/yaml-scalar.js';
import type { Analysis } from './analysis.js';
import { attributeChoices, propertyChoices, type Choice } from './choices.js';
import { attributeDoc, propertyDoc } from './documentation.js';
import { meaningOf, type Meaning } from './level.js';
import { openingAt, type Opening } from './opening.js';

/** What may be typed at an offset: names of attributes and properties, or values. `isNameWanted`: false right after a blank. */
export function completionsAt(analysis: Analysis, offset: number, { isNameWanted = true } = {}): CompletionItem[] {
  const opening = openingAt(analysis, offset);
  if (opening === undefined) return [];
  const { cloud } = analysis.settings.rules;
  if (opening.cursor.kind === 'value') return choicesFor(meaningOf(opening.level, opening.key), cloud).map((choice, index) => valueItem(choice, index, opening, analysis));
  return isNameWanted ? namesAt(opening, cloud).map((name) => nameItem(name, opening, analysis)) : [];
}

/** What is needed to document a name that is being chosen. */
export interface NameData {
  readonly uri: string;
  readonly kind: 'attribute' | 'property';
  readonly name: string;
  readonly key: string;
  readonly intent: Intent;
}

export function documentationOf({ kind, name, key, intent }: NameData, cloud: Cloud): string {
  return kind === 'attribute' ? attributeDoc(name as Attribute, key, cloud, intent) : propertyDoc(name, key, cloud);
}

interface Name {
  readonly key: string;
  readonly meaning: Meaning;
  readonly detail: string;
  /** Names of a lower rank stand first. */
  readonly rank: number;
  readonly isOutdated: boolean;
}

function namesAt({ level, intent, taken }: Opening, cloud: Cloud): Name[] {
  const names = new Map<string, Name>();
  const add = (name: Name | undefined): void => {
    if (name !== undefined && !taken.has(name.key) && !names.has(name.key)) names.set(name.key, name);
  };
  for (const [key, meaning] of level.keys) {
    if (meaning.kind === 'attribute') add(attributeName(key, meaning, meaning.name, intent));
    else if (meaning.kind === 'property') add(propertyName(key, meaning, propertyFact(meaning.name), cloud));
    else add({ key, meaning, detail: '', rank: 1, isOutdated: false });
  }
  if (level.isBag) {
    for (const key of cloud.siteProperties) add(propertyName(key, meaningOf(level, key), propertyFact(key), cloud));
    for (const fact of PROPERTIES) add(propertyName(fact.name, meaningOf(level, fact.name), fact, cloud));
  }
  return [...names.values()];
}

function attributeName(key: string, meaning: Meaning, name: Attribute, intent: Intent): Name | undefined {
  const fact = ATTRIBUTES.find((one) => one.name === name);
  const isRefused = fact?.onCreate === 'refused' || fact?.onCreate === 'masked';
  if (intent === 'create' && isRefused) return undefined;
  return { key, meaning, detail: name === key ? 'attribute' : `attribute ${name}`, rank: 0, isOutdated: false };
}

function propertyName(key: string, meaning: Meaning | undefined, fact: PropertyFact | undefined, { release }: Cloud): Name | undefined {
  if (meaning === undefined || fact?.value.kind === 'never' || (fact?.since !== undefined && isOlderThan(release, fact.since))) return undefined;
  const isOutdated = fact?.isOutdated === true || fact?.storedAs !== undefined || (fact?.until !== undefined && !isOlderThan(release, fact.until));
  const isRead = fact === undefined || fact.readers.some((reader) => reader !== 'person' && reader !== 'client');
  return { key, meaning, detail: fact?.summary ?? 'property of your cloud', rank: isOutdated ? 4 : isRead ? 2 : 3, isOutdated };
}

function nameItem({ key, meaning, detail, rank, isOutdated }: Name, { cursor, intent }: Opening, analysis: Analysis): CompletionItem {
  const { word, quote, isClosed, hasSeparator } = cursor;
  const { format } = analysis.manifest.reader;
  // A name with a variable part goes as far as it is known; a number can be begun with.
  const written = key.replace(/\.N$/, '.0').replace(/NAME$/, '');
  const isWhole = !key.endsWith('NAME');
  const mark = quote !== '' ? quote : isBare(isWhole ? written : key, format) ? '' : '"';
  const separator = hasSeparator ? '' : format === 'hcl' ? ' = ' : ': ';
  const span: Span = { start: word.start, end: word.end + (isClosed && isWhole ? 1 : 0) };
  const data: NameData | undefined = meaning.kind === 'other' ? undefined : { uri: analysis.document.uri, kind: meaning.kind, name: meaning.name, key, intent };
  return {
    label: key,
    kind: meaning.kind === 'property' ? CompletionItemKind.Property : CompletionItemKind.Field,
    detail,
    sortText: `${rank}${key}`,
    filterText: written,
    textEdit: { range: analysis.rangeOf(span), newText: `${quote === '' ? mark : ''}${written}${isWhole ? `${mark}${separator}` : ''}` },
    ...(isOutdated ? { tags: [CompletionItemTag.Deprecated] } : {}),
    ...(data === undefined ? {} : { data }),
  };
}

function isBare(name: string, format: TextFormat): boolean {
  return format === 'yaml' ? yamlText(name) === name : format === 'hcl' && /^[A-Za-z_][\w-]*$/.test(name);
}

/** A text in YAML, with quotes if it needs them. Most are told by a look at them: there are hundreds. */
function yamlText(text: string): string {
  const isSurelyPlain = /^[A-Za-z][\w.:-]*\w$/.test(text) && !/^(?:no?|on|off|y(?:es)?|true|false|null)$/i.test(text);
  return isSurelyPlain ? text : (scalarText(text, '') ?? JSON.stringify(text));
}

function choicesFor(meaning: Meaning | undefined, cloud: Cloud): readonly Choice[] {
  if (meaning === undefined || meaning.kind === 'other') return [];
  const { word } = meaning;
  if (typeof word === 'object' && 'whenTrue' in word) return [{ value: true, detail: word.whenTrue }, { value: false, detail: word.whenFalse }];
  if (typeof word !== 'string') return [];
  if (meaning.kind === 'attribute') return attributeChoices(meaning.name, cloud);
  const choices = propertyChoices(meaning.name, cloud);
  // A key for one property alone takes a boolean; among all others, properties are texts.
  const isTyped = meaning.isOwnKey && propertyFact(meaning.name)?.value.kind === 'boolean';
  return isTyped ? choices.map(({ value }) => ({ value: value === 'true' })) : choices;
}

function valueItem({ value, detail }: Choice, index: number, { cursor }: Opening, analysis: Analysis): CompletionItem {
  const { word, quote, isClosed } = cursor;
  const { text, reader } = analysis.manifest;
  const label = String(value);
  const bare = typeof value !== 'string' ? label : reader.format === 'yaml' ? yamlText(value) : JSON.stringify(value);
  // Right behind its colon, a YAML value would be part of the key.
  const gap = reader.format === 'yaml' && quote === '' && text[word.start - 1] === ':' ? ' ' : '';
  return {
    label,
    kind: CompletionItemKind.EnumMember,
    ...(detail === undefined ? {} : { detail }),
    sortText: String(index).padStart(4, '0'),
    filterText: label,
    textEdit: { range: analysis.rangeOf(word), newText: quote === '' ? `${gap}${bare}` : `${label}${isClosed ? '' : quote}` },
  };
}
