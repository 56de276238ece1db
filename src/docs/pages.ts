import imageSchema from '../../schemas/image.schema.json' with { type: 'json' };
import { DIALECTS } from '../dialects/index.js';
import { ATTRIBUTES } from '../facts/attributes.js';
import type { ImageRule, Rule, ViolationRule } from '../model/rule.js';
import { ON_CREATE } from '../words/on-create.js';
import { dialectPage } from './dialect-page.js';
import { rulePage } from './rule-page.js';

/** The generated pages: path below docs/ → text. */
export function generatedPages(rules: readonly Rule[]): ReadonlyMap<string, string> {
  return new Map([
    ['rules/README.md', ruleIndex(rules)],
    ['attributes.md', attributePage(rules)],
    ['dialects.md', dialectPage(DIALECTS)],
    ...rules.map((rule): [string, string] => [`rules/${rule.id}.md`, rulePage(rule)]),
  ]);
}

function ruleIndex(rules: readonly Rule[]): string {
  const topics = [...new Set(rules.map(({ topic }) => topic))];
  const sections = topics.map((topic) => {
    const rows = rules.filter((rule) => rule.topic === topic).map((rule) =>
      `| [${rule.id}](${rule.id}.md) | ${rule.severity} | ${rule.presets?.includes('recommended') === false ? rule.presets.join(', ') : 'recommended'} | ${rule.summary} |`);
    return `## ${topic}\n\n| rule | severity | preset | what holds |\n|---|---|---|---|\n${rows.join('\n')}`;
  });
  return `# Rules\n\n${rules.length} rules. This page is made from \`rules/\`.\n\n${sections.join('\n\n')}\n`;
}

function attributePage(rules: readonly Rule[]): string {
  const rows = [...ATTRIBUTES.map(({ name, onCreate, unit }) => ({ name: name as string, onCreate: ON_CREATE[onCreate], unit })),
    { name: 'properties', onCreate: 'each is set beside the base attributes, as a string', unit: undefined }]
    .map(({ name, onCreate, unit }) => {
      const schema = imageSchema.properties[name as keyof typeof imageSchema.properties] as { description: string };
      const links = rules.filter((rule) => speaksOf(rule, name)).map(({ id }) => `[${id}](rules/${id}.md)`);
      return `## ${name}\n\n${schema.description}\n\n- In a create request: ${onCreate}.\n${unit === undefined ? '' : `- Unit: ${unit}.\n`}- Rules: ${links.join(', ') || 'its type only, [wrong-type](rules/wrong-type.md)'}.`;
    });
  return `# Image attributes\n\nThe base attributes of an image, in Glance v2 terms, and the rules that read them. This page is made from
\`schemas/image.schema.json\`, \`src/facts/attributes.ts\` and \`rules/\`.\n\n${rows.join('\n\n')}\n`;
}

function speaksOf(rule: Rule, attribute: string): boolean {
  const reads = (rule as Partial<ImageRule>).reads ?? [];
  const violations = (rule as Partial<ViolationRule>).violations ?? [];
  return reads.includes(attribute) || violations.some((violation) => violation.startsWith(`${attribute}:`));
}
