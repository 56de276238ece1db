import type { Options } from 'yargs';
import { UsageError } from '../project/errors.js';
import { nearest } from '../words/nearest.js';
import { renderHelp } from './help.js';
import {
  ALL_OPTIONS, COMMAND_SPECS, COMMANDS, OPTIONS, type Arguments, type CommandName, type CommandSpec, type OptionName, type OptionSpec,
} from './options.js';

const PARSING = {
  'camel-case-expansion': false, 'dot-notation': false, 'parse-numbers': false, 'parse-positional-numbers': false,
  'populate--': true, 'strip-aliased': true,
};

type Given = Readonly<Record<string, unknown>>;

/**
 * Reads the command line with yargs, strictly: what it does not know is an error with a hint.
 *
 * @returns text to print (help, version), or what to do.
 * @throws UsageError
 */
export async function readArguments(argv: readonly string[], version: string): Promise<Arguments | { readonly print: string }> {
  const words = argv.slice(0, argv.includes('--') ? argv.indexOf('--') : argv.length);
  if (words.includes('--help') || words.includes('-h')) return { print: renderHelp(commandIn(words)) };
  if (words.includes('--version') || words.includes('-V')) return { print: version };
  const { default: yargs } = await import('yargs');
  let problem: string | undefined;
  let given: Arguments | undefined;
  const cli = yargs([]).locale('en').scriptName('glance-lint').version(false).help(false).exitProcess(false).parserConfiguration(PARSING).strict()
    .fail((message: string | null, error: Error | undefined) => { problem ??= message ?? error?.message ?? 'The command line cannot be read.'; });
  const command = (name: Arguments['command'], usage: string, options: readonly OptionName[]): void => {
    const names = Array.from(usage.matchAll(/(?<= [<[])\w+/g), ([word]) => word);
    cli.command(usage, '', (inner) => {
      for (const operand of names) inner.positional(operand, { type: 'string' });
      for (const option of options) inner.option(option, inYargs(ALL_OPTIONS[option]));
      return inner;
    }, (values: Given) => {
      const operands = [...names.map((operand) => values[operand]), values['--']].flat().filter((value) => typeof value === 'string');
      given = { command: name, operands, options: optionsOf(values, options) };
    });
  };
  command('lint', '$0 [paths..]', Object.keys(OPTIONS) as OptionName[]);
  for (const [name, { operand, options = [] }] of Object.entries(COMMAND_SPECS) as [CommandName, CommandSpec][]) {
    command(name, operand === undefined ? name : `${name} ${operand}`, options);
  }
  await cli.parse(withStdinNamed(argv), {}, () => {});
  if (problem === undefined && given !== undefined) return given;
  throw new UsageError(inOurWords(problem ?? 'The command line cannot be read.', argv));
}

function commandIn(argv: readonly string[]): CommandName | undefined {
  const first = argv.find((word) => !word.startsWith('-'));
  return COMMANDS.find((name) => name === first);
}

function inYargs(spec: OptionSpec): Options {
  return {
    type: spec.type === 'boolean' ? 'boolean' : 'string',
    ...(spec.alias === undefined ? {} : { alias: spec.alias }),
    ...(spec.choices === undefined ? {} : { choices: spec.choices }),
    requiresArg: spec.type !== 'boolean',
  };
}

/** yargs loses a lone "-" among the paths. */
function withStdinNamed(argv: readonly string[]): string[] {
  const end = argv.indexOf('--');
  return argv.map((word, index) => (word === '-' && (end < 0 || index < end) ? '--stdin' : word));
}

function optionsOf(values: Given, names: readonly OptionName[]): Arguments['options'] {
  const options: Arguments['options'] = {};
  for (const name of names) {
    const spec = ALL_OPTIONS[name];
    const value = values[name];
    if (value === undefined) continue;
    if (spec.type === 'list') options[name] = [value].flat().map(String);
    else {
      const last = Array.isArray(value) ? (value.at(-1) as unknown) : value;
      if (last === '') throw new UsageError(`--${name} needs a value.`);
      options[name] = spec.type === 'number' ? wholeNumber(name, last) : (last as string | boolean);
    }
  }
  return options;
}

function wholeNumber(name: string, value: unknown): number {
  if (!/^\d+$/.test(String(value))) throw new UsageError(`--${name} takes a whole number, not "${String(value)}".`);
  return Number(value);
}

/** yargs' complaints, with the next step. */
function inOurWords(problem: string, argv: readonly string[]): string {
  const command = commandIn(argv);
  const spec: CommandSpec | undefined = command && COMMAND_SPECS[command];
  const unknown = /^Unknown (?:arguments?|commands?): (.*)$/m.exec(problem)?.[1]?.split(', ')[0];
  if (unknown !== undefined) {
    const names = [...(spec === undefined ? Object.keys(OPTIONS) : spec.options ?? []), 'help', 'version'];
    const guess = nearest(unknown, names);
    const hint = guess === undefined ? `See glance-lint ${command === undefined ? '' : `${command} `}--help.` : `Did you mean --${guess}?`;
    if (spec !== undefined && argv.includes(unknown)) return `"${command}" cannot use "${unknown}". ${hint}`;
    return `${command === undefined ? 'There is no' : `"${command}" has no`} option "${unknown.length === 1 ? '-' : '--'}${unknown}". ${hint}`;
  }
  const choice = /Argument: ([\w-]+), Given: (.*), Choices: (.*)$/m.exec(problem);
  if (choice !== null) return `--${choice[1]} is ${choice[2]}, but must be one of ${choice[3]}.`;
  const missing = /^Not enough arguments following: ([\w-]+)/.exec(problem)?.[1];
  if (missing !== undefined) return `--${missing} needs a value.`;
  if (problem.startsWith('Not enough non-option arguments')) return spec?.missing ?? problem;
  return problem;
}
