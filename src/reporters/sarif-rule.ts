import type { ReportingDescriptor } from 'sarif';
import type { Severity } from '../model/finding.js';
import type { Example, RuleMeta } from '../model/rule.js';
import { docsOf } from '../tool.js';
import { consequenceInWords } from '../words/consequence.js';
import { sentence } from '../words/sentence.js';
import { clip } from '../words/show.js';

/** GitHub cuts longer descriptions. */
const LONGEST_DESCRIPTION = 1024;

export const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<Severity, string>;
const PROBLEM_SEVERITIES: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'recommendation' };
/** Errors are facts; the milder a rule, the more it is a matter of the case. */
const PRECISIONS: Readonly<Record<Severity, string>> = { error: 'very-high', warning: 'high', info: 'medium' };
/** On GitHub's scale to 10: 7 begins "high", 4 "medium". Making a rule a security rule is for `unsafe` alone. */
const SECURITY_SEVERITIES: Readonly<Record<Severity, string>> = { error: '7.0', warning: '5.0', info: '3.0' };

/** A rule as SARIF's viewers and GitHub show it. */
export function descriptorOf(rule: RuleMeta): ReportingDescriptor {
  const helpUri = rule.docs ?? docsOf(rule.id);
  const isSecurity = rule.consequence.effect === 'unsafe';
  const otherwise = consequenceInWords(rule.consequence);
  return {
    id: rule.id,
    name: pascalCase(rule.id),
    shortDescription: { text: sentence(plain(rule.summary)) },
    fullDescription: { text: clip(plain(rule.why), LONGEST_DESCRIPTION) },
    help: { text: `${plain(rule.why)} ${otherwise}`, markdown: helpMarkdown(rule, otherwise) },
    ...(helpUri === null ? {} : { helpUri }),
    messageStrings: Object.fromEntries(
      Object.entries(rule.messages).filter(([, template]) => isStatement(template)).map(([id, template]) => [id, { text: placeholders(template).text }]),
    ),
    defaultConfiguration: { level: LEVELS[rule.severity] },
    properties: {
      tags: [rule.topic, ...(isSecurity ? ['security'] : [])],
      precision: PRECISIONS[rule.severity],
      'problem.severity': PROBLEM_SEVERITIES[rule.severity],
      ...(isSecurity ? { 'security-severity': SECURITY_SEVERITIES[rule.severity] } : {}),
    },
  };
}

/** SARIF wants messages that are told in parts to be whole sentences; questions are told as text only. */
export function isStatement(template: string): boolean {
  return template.endsWith('.');
}

/** Our `{name}` placeholders as SARIF's numbered ones, and the names in their order. */
export function placeholders(template: string): { readonly text: string; readonly names: readonly string[] } {
  const names: string[] = [];
  const text = template.replace(/\{(\w+)\}|[{}]/g, (brace, name: string | undefined) => {
    if (name === undefined) return brace + brace;
    if (!names.includes(name)) names.push(name);
    return `{${names.indexOf(name)}}`;
  });
  return { text, names };
}

function helpMarkdown({ summary, why, examples, source }: RuleMeta, otherwise: string): string {
  return [
    sentence(summary),
    why,
    `**Otherwise:** ${otherwise}`,
    ...example('Bad', examples.bad[0]),
    ...example('Good', examples.good[0]),
    `**Source:** ${source.join(', ')}`,
  ].join('\n\n');
}

function example(title: string, shown: Example | undefined): string[] {
  if (shown === undefined) return [];
  const lines = shown.manifest.trimEnd().split('\n').map((line) => clip(line, 120));
  return [`**${title}:**`, `\`\`\`yaml\n${lines.join('\n')}\n\`\`\``];
}

/** Markdown as plain text in one paragraph. */
function plain(markdown: string): string {
  return markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/`|\*\*/g, '').replace(/\s+/g, ' ').trim();
}

function pascalCase(id: string): string {
  return id.split(/[-/]/).map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`).join('');
}
