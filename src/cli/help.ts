import { wrap } from '../words/wrap.js';
import {
  ALL_OPTIONS, COMMAND_SPECS, COMMANDS, OPTIONS, type CommandName, type CommandSpec, type OptionName, type OptionSpec,
} from './options.js';

const WIDTH = 80;
const OPTION_COLUMN = 27;

const EXAMPLES: readonly (readonly [string, string])[] = [
  ['glance-lint', 'all that is below this folder'],
  ['glance-lint images/ old.json', 'this folder and this file'],
  ['glance-lint --diff', 'what fixes would change'],
  ['glance-lint -f sarif=out.sarif -f text', 'two reports in one run'],
  ['openstack image show -f json ID | glance-lint -', 'a live image'],
];

/** What `--help` prints: for linting, or for another command. */
export function renderHelp(command: CommandName | undefined): string {
  if (command !== undefined) return commandHelp(command, COMMAND_SPECS[command]);
  return [
    'glance-lint [PATH...]',
    'Catches a bad OpenStack image before Glance, Nova or a user does.',
    '',
    ...EXAMPLES.flatMap(([line, words]) => [`  ${line.padEnd(47)}  ${words}`]),
    '',
    'Commands (each has a --help of its own):',
    ...table(COMMANDS.map((name) => [usageOf(name), COMMAND_SPECS[name].describe]), OPTION_COLUMN),
    ...optionLines(Object.keys(OPTIONS) as OptionName[]),
    '',
    'Exit code: 0 nothing to report, 1 findings, 2 the work could not be done.',
  ].join('\n');
}

function commandHelp(name: CommandName, { describe, details, options = [] }: CommandSpec): string {
  return [`glance-lint ${usageOf(name)}`, `${describe}.`, ...(details === undefined ? [] : ['', ...wrap(details, WIDTH)]), ...optionLines(options)].join('\n');
}

/** `explain RULE`. */
function usageOf(name: CommandName): string {
  const { operand = '' }: CommandSpec = COMMAND_SPECS[name];
  const shown = operand.toUpperCase().replace(/[<>]/g, '').replace('..', '...');
  return `${name} ${shown}`.trim();
}

function optionLines(names: readonly OptionName[]): string[] {
  const groups = [...new Set(names.map((name) => ALL_OPTIONS[name].group))];
  return groups.flatMap((group) => {
    const rows = names.map((name) => ({ name, spec: ALL_OPTIONS[name] })).filter(({ spec }) => spec.group === group)
      .map(({ name, spec }) => [optionHead(name, spec), described(spec)] as const);
    return ['', `${group}:`, ...table(rows, OPTION_COLUMN)];
  });
}

function optionHead(name: OptionName, { alias, placeholder, isNegated, type }: OptionSpec): string {
  const value = type === 'boolean' ? '' : ` ${placeholder ?? 'WORD'}`;
  return `${alias === undefined ? '    ' : `-${alias}, `}--${isNegated === true ? 'no-' : ''}${name}${value}`;
}

function described({ describe, choices }: OptionSpec): string {
  return choices === undefined ? describe : `${describe}: ${choices.join(', ')}`;
}

/** Two columns; a long entry of the first has its line for itself. */
function table(rows: readonly (readonly [string, string])[], column: number): string[] {
  return rows.flatMap(([left, right]) => {
    const lines = wrap(right, WIDTH - column - 2);
    const head = `  ${left}`;
    const rest = lines.map((line) => `${' '.repeat(column + 2)}${line}`);
    return left.length < column ? [head.padEnd(column + 2) + (lines[0] ?? ''), ...rest.slice(1)] : [head, ...rest];
  });
}
