import { RULES } from '../../rules/index.js';
import type { Example, Rule, RuleMeta } from '../model/rule.js';
import { UsageError } from '../project/errors.js';
import { docsOf } from '../tool.js';
import { consequenceInWords } from '../words/consequence.js';
import { nearest } from '../words/nearest.js';
import { wrap } from '../words/wrap.js';

const INDENT = ' '.repeat(11);

/** The list of rules, by topic: severity, id, and below them the summary. */
export function renderRules(width: number): string {
  const lines: string[] = [];
  for (const topic of new Set(RULES.map((rule) => rule.topic))) {
    lines.push(topic);
    for (const rule of RULES.filter((one) => one.topic === topic)) {
      lines.push(`  ${levelOf(rule).padEnd(9)}${rule.id}`, ...wrap(rule.summary, width - INDENT.length).map((line) => INDENT + line));
    }
    lines.push('');
  }
  lines.push(`${RULES.length} rules. More on one: glance-lint explain RULE.`, '');
  return lines.join('\n');
}

/** Severity, or the preset that a rule waits for. */
function levelOf(rule: RuleMeta): string {
  return rule.presets === undefined || rule.presets.includes('recommended') ? rule.severity : `(${rule.presets[0] ?? 'off'})`;
}

/**
 * Everything about one rule, for a terminal.
 *
 * @throws UsageError when there is no such rule
 */
export function renderExplanation(id: string, width: number): string {
  const rule = RULES.find((one) => one.id === id);
  if (rule === undefined) {
    const guess = nearest(id, RULES.map((one) => one.id));
    throw new UsageError(`There is no rule "${id}". ${guess === undefined ? '"glance-lint rules" lists them.' : `Did you mean "${guess}"?`}`);
  }
  const paragraphs = [
    `${rule.id}  (${rule.topic}, ${rule.severity})`,
    ...section('What', [`${rule.summary[0]?.toUpperCase()}${rule.summary.slice(1)}.`], width),
    ...section('Why', rule.why.split(/\n\s*\n/), width),
    ...section('Otherwise', [consequenceInWords(rule.consequence), ...inRecord(rule)], width),
    ...examples('Bad', rule.examples.bad),
    ...examples('Good', rule.examples.good),
    ...options(rule, width),
    ...section('Presets', [(rule.presets ?? ['recommended', 'strict']).join(', ')], width),
    ...section('Source', rule.source, width),
    ...section('Documentation', [docsOf(rule.id) ?? ''], 1000),
  ];
  return `${paragraphs.join('\n')}\n`;
}

function section(title: string, paragraphs: readonly string[], width: number): string[] {
  return ['', title, ...paragraphs.flatMap((paragraph) => wrap(paragraph.replace(/\s+/g, ' '), width - 2).map((line) => `  ${line}`))];
}

function inRecord(rule: Rule): string[] {
  if (rule.inRecord === undefined) return [];
  return [`In a record exported from Glance (${rule.inRecord.severity ?? rule.severity}): ${consequenceInWords(rule.inRecord.consequence)}`];
}

function examples(title: string, list: readonly Example[]): string[] {
  return list.flatMap(({ manifest, note, intent }) => {
    const about = [note, intent === 'record' ? 'a record' : undefined].filter((part) => part !== undefined).join('; ');
    const body = manifest.trimEnd().split('\n').map((line) => `  | ${line.length > 200 ? `${line.slice(0, 60)}…` : line}`);
    return ['', about === '' ? title : `${title} (${about})`, ...body];
  });
}

function options({ options: schema }: Rule, width: number): string[] {
  if (schema === undefined) return [];
  const lines = Object.entries(schema.properties).map(([name, { default: value, description }]) =>
    `${name}: ${typeof description === 'string' ? `${description} ` : ''}Default: ${JSON.stringify(value)}.`);
  return section('Options', lines, width);
}
