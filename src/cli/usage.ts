import { UsageError } from '../project/errors.js';
import { nearest } from '../words/nearest.js';
import { OPTIONS, type Arguments, type OptionName, type OptionSpec } from './options.js';

const EXAMPLES: readonly (readonly [string, string])[] = [
  ['glance-lint', 'lint the manifests in this folder and below'],
  ['glance-lint images/*.yaml', 'lint these'],
  ['openstack image show -f json ID | glance-lint -', 'lint a live image'],
  ['glance-lint -f sarif=out.sarif -f text', 'two reports in one run'],
];

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
  const { default: yargs } = await import('yargs');
  let printed = '';
  let problem: string | undefined;
  let given: { command: Arguments['command']; values: Given } | undefined;
  const take = (command: Arguments['command']) => (values: Given): void => { given = { command, values }; };
  const cli = yargs([]).locale('en').scriptName('glance-lint').version(version).alias('version', 'V').help().alias('help', 'h')
    .exitProcess(false).parserConfiguration(PARSING).wrap(80).strict()
    .usage('$0 [paths..]\n\nCatches a bad OpenStack image before Glance, Nova or a user does.')
    .command('$0 [paths..]', false, (command) => command.positional('paths', { type: 'string', array: true }), take('lint'))
    .command('rules', 'List the rules', (command) => command, take('rules'))
    .command('explain <name>', 'Explain a rule', (command) => command.positional('name', { type: 'string' }), take('explain'))
    .command('properties [name]', 'Show the image properties that are known', (command) => command.positional('name', { type: 'string' }), take('properties'))
    .epilogue('Exit code: 0 nothing to report, 1 findings, 2 the work could not be done.')
    .fail((message: string | null, error: Error | undefined) => { problem ??= message ?? error?.message ?? 'The command line cannot be read.'; });
  for (const [command, words] of EXAMPLES) cli.example(command, words);
  for (const [name, spec] of Object.entries(OPTIONS) as [OptionName, OptionSpec][]) {
    cli.option(name, {
      type: spec.type === 'boolean' ? 'boolean' : 'string',
      ...(spec.alias === undefined ? {} : { alias: spec.alias }),
      ...(spec.choices === undefined ? {} : { choices: spec.choices }),
      requiresArg: spec.type !== 'boolean',
      describe: spec.describe,
      group: `${spec.group}:`,
    });
  }
  await cli.parse(withStdinNamed(argv), {}, (_error: unknown, _values: unknown, output: string) => { printed = output; });
  if (problem !== undefined) throw new UsageError(inOurWords(problem));
  if (given === undefined) return { print: printed };
  const { command, values } = given;
  return { command, operands: operandsOf(values), options: optionsOf(values) };
}

/** yargs loses a lone "-" among the paths. */
function withStdinNamed(argv: readonly string[]): string[] {
  const end = argv.indexOf('--');
  return argv.map((word, index) => (word === '-' && (end < 0 || index < end) ? '--stdin' : word));
}

function operandsOf(values: Given): readonly string[] {
  return [values['paths'], values['name'], values['--']].flat().filter((value) => typeof value === 'string');
}

function optionsOf(values: Given): Arguments['options'] {
  const options: Arguments['options'] = {};
  for (const [name, spec] of Object.entries(OPTIONS) as [OptionName, OptionSpec][]) {
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
function inOurWords(problem: string): string {
  const unknown = /^Unknown (?:arguments?|commands?): (.*)$/m.exec(problem)?.[1]?.split(', ')[0];
  if (unknown !== undefined) {
    const names = [...Object.keys(OPTIONS), 'help', 'version'];
    const guess = nearest(unknown, names);
    const hint = guess === undefined ? 'See glance-lint --help.' : `Did you mean --${guess}?`;
    return `There is no option "${unknown.length === 1 ? '-' : '--'}${unknown}". ${hint}`;
  }
  const choice = /Argument: ([\w-]+), Given: (.*), Choices: (.*)$/m.exec(problem);
  if (choice !== null) return `--${choice[1]} is ${choice[2]}, but must be one of ${choice[3]}.`;
  const missing = /^Not enough arguments following: ([\w-]+)/.exec(problem)?.[1];
  if (missing !== undefined) return `--${missing} needs a value.`;
  if (problem.startsWith('Not enough non-option arguments')) return 'Say which rule: glance-lint explain RULE. "glance-lint rules" lists them.';
  return problem;
}
