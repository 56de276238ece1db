import type { Example, Rule } from '../model/rule.js';
import { consequenceInWords } from '../words/consequence.js';

/** A rule's page in docs/rules/, made from the rule itself. */
export function rulePage(rule: Rule): string {
  const { bad, good } = rule.examples;
  return `${[
    `# ${rule.id}`,
    `${sentence(rule.summary)}`,
    factsTable(rule),
    '## Why',
    rule.why,
    ...(bad.length === 0 ? [] : ['## Bad', ...bad.map(example)]),
    '## Good',
    ...good.map(example),
    ...optionsTable(rule),
    '## Source',
    rule.source.map((source) => `- ${source}`).join('\n'),
    '---',
    `Switch it off with \`rules: {${rule.id}: off}\` in the configuration. This page is made from \`rules/${rule.topic}/${rule.id}.ts\`.`,
  ].join('\n\n')}\n`;
}

function factsTable(rule: Rule): string {
  const rows: [string, string][] = [
    ['Topic', rule.topic],
    ['Severity', rule.severity],
    ['Otherwise', consequenceInWords(rule.consequence)],
  ];
  if (rule.inRecord !== undefined) {
    rows.push(['In a record', `${rule.inRecord.severity ?? rule.severity}. ${consequenceInWords(rule.inRecord.consequence)}`]);
  }
  if (rule.intents !== undefined) rows.push(['Looks at', rule.intents.map((intent) => (intent === 'create' ? 'images to create' : 'records')).join(', ')]);
  rows.push(['Presets', (rule.presets ?? ['recommended', 'strict']).join(', ')]);
  return ['| | |', '|---|---|', ...rows.map(([name, value]) => `| ${name} | ${value} |`)].join('\n');
}

function example({ manifest, note, intent, cloud, options }: Example): string {
  const remarks = [
    ...(note === undefined ? [] : [sentence(note)]),
    ...(intent === undefined ? [] : [`Read with \`--intent ${intent}\`.`]),
    ...(cloud === undefined ? [] : [`With \`cloud: ${JSON.stringify(cloud)}\`.`]),
    ...(options === undefined ? [] : [`With the options \`${JSON.stringify(options)}\`.`]),
  ];
  const lines = manifest.trimEnd().split('\n').map((line) => (line.length > 160 ? `${line.slice(0, 120)}…` : line));
  return [...(remarks.length === 0 ? [] : [remarks.join(' ')]), `\`\`\`yaml\n${lines.join('\n')}\n\`\`\``].join('\n\n');
}

function optionsTable({ options }: Rule): string[] {
  if (options === undefined) return [];
  const rows = Object.entries(options.properties).map(([name, schema]) =>
    `| \`${name}\` | ${typeof schema['description'] === 'string' ? schema['description'] : ''} | \`${JSON.stringify(schema.default)}\` |`);
  return ['## Options', ['| option | meaning | default |', '|---|---|---|', ...rows].join('\n')];
}

function sentence(clause: string): string {
  const text = `${clause[0]?.toUpperCase()}${clause.slice(1)}`;
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
