import type { RuleLevel } from '../model/config.js';
import type { Intent } from '../model/image.js';
import type { LintFilesOptions, ProjectOptions } from '../project/lint-files.js';
import { UsageError } from '../project/errors.js';
import { parseShard } from '../project/shard.js';
import { assertFormat } from '../reporters/index.js';
import type { Arguments } from './options.js';

/** A report to write: to standard output, or to a file. */
export interface Output {
  readonly name: string;
  readonly file: string | undefined;
}

const LEVELS: readonly string[] = ['off', 'info', 'warning', 'error'];

/** @throws UsageError when two reports want standard output, UnknownFormatError */
export function outputsOf(formats: Arguments['options']['format']): readonly Output[] {
  const given = Array.isArray(formats) ? (formats as readonly string[]) : ['text'];
  const outputs = given.map((format): Output => {
    const equals = format.indexOf('=');
    return equals < 0 ? { name: format, file: undefined } : { name: format.slice(0, equals), file: format.slice(equals + 1) };
  });
  for (const { name } of outputs) assertFormat(name);
  const empty = outputs.find(({ file }) => file === '');
  if (empty !== undefined) throw new UsageError(`--format ${empty.name}= needs a file name after the "=".`);
  const onStdout = outputs.filter(({ file }) => file === undefined);
  if (onStdout.length > 1) {
    throw new UsageError(`Only one report fits on standard output. Write the others to files: --format ${onStdout[0]?.name}=FILE.`);
  }
  return outputs;
}

/** What the command line says, as the library takes it. */
export function lintOptionsOf({ options, operands }: Arguments, outputs: readonly Output[], readStdin: () => Uint8Array): LintFilesOptions {
  const takesStdin = options.stdin === true || options['stdin-filename'] !== undefined;
  if (takesStdin && operands.length === 0 && process.stdin.isTTY) {
    process.stderr.write('glance-lint: reading from the terminal; end with Ctrl-D.\n');
  }
  const plugins = options.plugin as readonly string[] | undefined;
  const config = options.config as string | false | undefined;
  return {
    ...(takesStdin ? { stdin: { bytes: readStdin(), path: options['stdin-filename'] as string | undefined } } : {}),
    ...(config === undefined ? {} : { config }),
    ...(options.preset === undefined ? {} : { preset: options.preset as string }),
    ...(options.rule === undefined ? {} : { rules: ruleLevels(options.rule as readonly string[]) }),
    ...(options.only === undefined ? {} : { only: (options.only as readonly string[]).flatMap((ids) => ids.split(',')) }),
    ...(options.intent === undefined ? {} : { intent: options.intent as Intent }),
    ...(options.dialect === undefined ? {} : { dialect: options.dialect as string }),
    ...(plugins === undefined ? {} : { plugins: plugins.map(asModule) }),
    configPlugins: options['allow-plugins'] === true ? 'load' : options.plugins === false ? 'skip' : 'refuse',
    gitignore: options.gitignore !== false,
    ignoreUnrecognised: options['ignore-unrecognised'] === true,
    allowEmpty: options['allow-empty'] === true,
    cache: options.cache === true,
    ...(options.shard === undefined ? {} : { shard: parseShard(options.shard as string) }),
    ...(options.baseline === undefined ? {} : { baseline: options.baseline as string | false }),
    ignoreSuppressions: options['ignore-suppressions'] === true,
    lineHashes: outputs.some(({ name }) => name === 'sarif'),
  };
}

/** @throws UsageError where more would be written to standard output than fits there */
export function fixingOf({ options, operands }: Arguments): ProjectOptions['fix'] {
  const level = options['fix-unsafe'] === true ? 'all' : 'safe';
  if (options.diff === true) {
    if (options.format !== undefined) throw new UsageError('--diff shows changes in place of a report. Leave --format out, or lint in a run of its own.');
    return { level, isWriting: false };
  }
  if (options.fix !== true && options['fix-unsafe'] !== true) return undefined;
  if ((options.stdin === true || options['stdin-filename'] !== undefined) && operands.length > 0) {
    throw new UsageError('With --fix, the fixed text of standard input goes to standard output. Fix files in a run of their own.');
  }
  return { level, isWriting: true };
}

/** On the command line, a plugin that ends like a file is one, also without `./`. */
export function asModule(name: string): string {
  return /\.[cm]?js$/.test(name) && !/^[./]/.test(name) ? `./${name}` : name;
}

function ruleLevels(settings: readonly string[]): Record<string, RuleLevel> {
  return Object.fromEntries(settings.map((setting) => {
    const [id = '', level] = setting.split('=', 2);
    if (level === undefined || !LEVELS.includes(level)) {
      throw new UsageError(`--rule takes ID=LEVEL with a level of ${LEVELS.join(', ')}, not "${setting}". Options of rules go into the config file.`);
    }
    return [id, level as RuleLevel];
  }));
}
