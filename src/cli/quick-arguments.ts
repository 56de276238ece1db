import { lazy } from '../words/lazy.js';
import { OPTIONS, type Arguments, type OptionName, type OptionSpec } from './options.js';

/*
 * Reads a plain command line without yargs, whose loading costs more than a lint run. It goes by the same table of
 * options; what it is not sure of, it leaves to yargs, and a property test holds the two against each other.
 */

const SPECS = lazy((): ReadonlyMap<string, OptionSpec> => new Map(Object.entries(OPTIONS)));
const BY_ALIAS = lazy(() => new Map([...SPECS()].flatMap(([name, { alias }]) => (alias === undefined ? [] : [[alias, name] as const]))));
const NAME = /^--([a-z][a-z-]*)(?:=(.*))?$/s;

/** Undefined when the command line is one for yargs: help, other commands, mistakes. `commands`: words that are commands. */
export function quickArguments(argv: readonly string[], commands: readonly string[]): Arguments | undefined {
  const operands: string[] = [];
  const options: Arguments['options'] = {};
  for (let index = 0; index < argv.length; index++) {
    const word = argv[index] as string;
    if (word === '-') {
      options.stdin = true;
      continue;
    }
    if (!word.startsWith('-')) {
      operands.push(word);
      continue;
    }
    const read = optionIn(word);
    if (read === undefined) return undefined;
    const { name, spec, isNegated } = read;
    let { value } = read;
    if (spec.type === 'boolean') {
      if (value !== undefined) return undefined;
      options[name] = !isNegated;
      continue;
    }
    if (isNegated) {
      // Only --no-config means something, and yargs knows what comes of it beside --config.
      if (name !== 'config' || value !== undefined || options.config !== undefined) return undefined;
      options.config = false;
      continue;
    }
    value ??= argv[++index];
    // A value that looks like an option, or none at all, is for yargs to judge.
    if (value === undefined || value === '' || (value.startsWith('-') && word.indexOf('=') < 0)) return undefined;
    if (!put(options, name, spec, value)) return undefined;
  }
  // Where a command may stand, yargs knows.
  return operands.some((operand) => commands.includes(operand)) ? undefined : { command: 'lint', operands, options };
}

interface ReadOption {
  readonly name: OptionName;
  readonly spec: OptionSpec;
  readonly isNegated: boolean;
  readonly value: string | undefined;
}

function optionIn(word: string): ReadOption | undefined {
  const short = /^-([a-zA-Z])$/.exec(word)?.[1];
  const long = NAME.exec(word);
  const written = short === undefined ? long?.[1] : BY_ALIAS().get(short);
  if (written === undefined) return undefined;
  const isNegated = short === undefined && !SPECS().has(written) && written.startsWith('no-');
  const name = isNegated ? written.slice(3) : written;
  const spec = SPECS().get(name);
  return spec === undefined ? undefined : { name: name as OptionName, spec, isNegated, value: long?.[2] };
}

/** Says whether the value is one that the option takes. */
function put(options: Arguments['options'], name: OptionName, spec: OptionSpec, value: string): boolean {
  if (spec.choices !== undefined && !spec.choices.includes(value)) return false;
  const before = options[name];
  if (spec.type === 'list') options[name] = [...(Array.isArray(before) ? (before as readonly string[]) : []), value];
  else if (before !== undefined) return false;
  else if (spec.type === 'number') {
    if (!/^\d+$/.test(value)) return false;
    options[name] = Number(value);
  } else options[name] = value;
  return true;
}
