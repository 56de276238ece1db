import imageSchema from '../../schemas/image.schema.json' with { type: 'json' };
import { ATTRIBUTES } from '../facts/attributes.js';
import { propertyFact } from '../facts/properties/index.js';
import type { Cloud } from '../model/cloud.js';
import type { Finding } from '../model/finding.js';
import type { Attribute, Intent } from '../model/image.js';
import type { RuleMeta } from '../model/rule.js';
import { printable } from '../reporters/printable.js';
import { consequenceInWords } from '../words/consequence.js';
import { ON_CREATE } from '../words/on-create.js';
import { propertyRows, type Row } from '../words/property-words.js';
import { sentence } from '../words/sentence.js';
import { clip } from '../words/show.js';
import { attributeChoices } from './choices.js';

/*
 * What editors show about names: Markdown that also reads well as plain text.
 */

/** A base attribute. `key`: how the manifest spells it. */
export function attributeDoc(name: Attribute, key: string, cloud: Cloud, intent: Intent): string {
  const fact = ATTRIBUTES.find((one) => one.name === name);
  const { description = '' } = imageSchema.properties[name] as { readonly description?: string };
  const choices = attributeChoices(name, cloud).map(({ value }) => value);
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['Value', choices.length > 0 ? choices.join(', ') : fact && `${TYPES[fact.type]}${fact.unit === undefined ? '' : ` of ${fact.unit}`}`],
    ['In a create request', intent === 'create' ? fact && ON_CREATE[fact.onCreate] : undefined],
    ['Source', 'glance glance/api/v2/images.py'],
  ];
  return page(title(key, name, 'image attribute'), description, rows.filter((row): row is Row => row[1] !== undefined));
}

const TYPES = { string: 'text', integer: 'a whole number', boolean: 'true or false', list: 'a list' } as const;

/** A custom property. */
export function propertyDoc(name: string, key: string, cloud: Cloud): string {
  const fact = propertyFact(name);
  if (fact !== undefined) return page(title(key, name, 'image property'), sentence(fact.summary), propertyRows(fact));
  const isOfSite = cloud.siteProperties.includes(name);
  const about = isOfSite ? 'A property that your cloud\'s image schema describes.' : 'A custom property. No service is known to read it.';
  return page(title(key, name, 'image property'), about, []);
}

/** Why a rule found something. */
export function findingDoc({ rule: id, consequence, docs, fix }: Finding, rule: RuleMeta | undefined): string {
  const name = `**${id}**`;
  return [
    docs === null ? name : `${name} ([documentation](${docs}))`,
    ...(rule === undefined ? [] : [rule.why.trim()]),
    `Otherwise: ${consequenceInWords(consequence)}`,
    ...(fix === null ? [] : [`${fix.safe ? 'Fix' : 'Possible fix'}: ${sentence(printable(fix.description))}`]),
  ].join('\n\n');
}

/** The same for editors that show no Markdown. */
export function asPlainText(markdown: string): string {
  return markdown.replace(/\*\*|`/g, '').replace(/\[([^\]]*)\]\(([^)]*)\)/g, '$1: $2');
}

function page(head: string, about: string, rows: readonly Row[]): string {
  const list = rows.map(([label, words]) => `- ${label}: ${label === 'Example' ? `\`${words}\`` : words}`).join('\n');
  return [head, about, ...(list === '' ? [] : [list])].join('\n\n');
}

function title(key: string, name: string, kind: string): string {
  const written = printable(clip(key));
  return written === name ? `**${written}** (${kind})` : `**${written}**: ${kind} \`${printable(clip(name))}\``;
}
