import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '../model/config.js';
import type { Report } from '../model/report.js';
import { UsageError } from '../project/errors.js';
import { lintProject } from '../project/lint-files.js';
import { inWords } from '../project/read-file.js';
import { repositoryRoot } from '../project/discover.js';
import { format } from '../reporters/index.js';
import { printable } from '../reporters/printable.js';
import { TOOL } from '../tool.js';
import { readStdin, writeAll } from './io.js';
import { lintOptionsOf, outputsOf, type Output } from './lint-options.js';
import { COMMANDS, type Arguments } from './options.js';
import { ProgressLine } from './progress.js';
import { quickArguments } from './quick-arguments.js';

export const EXIT = { clean: 0, findings: 1, failed: 2 } as const;

export interface Outcome {
  /** The exit code. */
  readonly code: number;
  /** Was something linted, rather than a question about the linter answered? */
  readonly hasLinted: boolean;
}

/** Does what the command line says. Never throws, never exits. */
export async function main(argv: readonly string[]): Promise<Outcome> {
  try {
    const args = quickArguments(argv, COMMANDS) ?? await (await import('./usage.js')).readArguments(argv, TOOL.version);
    if ('print' in args) {
      writeAll(1, `${args.print}\n`);
      return { code: EXIT.clean, hasLinted: false };
    }
    if (args.command !== 'lint') return { code: await inform(args), hasLinted: false };
    const code = await lint(args);
    return { code, hasLinted: code !== EXIT.failed && args.options['print-config'] !== true };
  } catch (error) {
    writeAll(2, `glance-lint: ${describe(error)}\n`);
    return { code: EXIT.failed, hasLinted: false };
  }
}

async function lint(args: Arguments): Promise<number> {
  const { options } = args;
  const outputs = outputsOf(options.format);
  const lintOptions = lintOptionsOf(args, outputs, readStdin);
  if (options['print-config'] === true) {
    const { printConfig } = await import('./print-config.js');
    writeAll(1, await printConfig(args.operands, lintOptions));
    return EXIT.clean;
  }
  const progress = new ProgressLine(process.stderr, process.env);
  const { report, failOn } = await lintProject(args.operands, { ...lintOptions, onProgress: (done, total) => progress.show(done, total) })
    .finally(() => progress.clear());
  for (const { message, file } of report.failures) {
    writeAll(2, `glance-lint: ${file === null ? '' : `${printable(file)}: `}${printable(message)}\n`);
  }
  const told = options.quiet === true ? { ...report, findings: report.findings.filter(({ severity }) => severity === 'error') } : report;
  const shown = outputs.some(({ name }) => FORMATS_WITH_PROSE.has(name)) ? await withWholeRules(told) : told;
  for (const output of outputs) await write(output, shown, args);
  if (options.format === undefined && process.env['GITHUB_ACTIONS'] === 'true') {
    const { annotations } = await import('./annotations.js');
    writeAll(2, await annotations(shown, folderInRepository()));
  }
  if (report.failures.length > 0) return EXIT.failed;
  return isFailing(report, (options['fail-on'] as Config['failOn']) ?? failOn, options['max-warnings']) ? EXIT.findings : EXIT.clean;
}

/** Formats that tell of the rules more than the findings do. */
const FORMATS_WITH_PROSE: ReadonlySet<string> = new Set(['sarif', 'html']);

/** The main file of the command has the rules without their prose (scripts/lean-rules.mjs); other parts have it. */
async function withWholeRules(report: Report): Promise<Report> {
  const { RULES } = await import('../../rules/index.js');
  const whole = new Map(RULES.map((rule) => [rule.id, rule]));
  return { ...report, rules: report.rules.map((rule) => whole.get(rule.id) ?? rule) };
}

async function write({ name, file }: Output, report: Report, { options }: Arguments): Promise<void> {
  const isTerminal = file === undefined && process.stdout.isTTY;
  const color = file === undefined && wantsColor(String(options.color ?? 'auto'), isTerminal);
  const text = await format(report, name, {
    color,
    links: color && isTerminal,
    width: (isTerminal ? process.stdout.columns : 0) || 100,
    root: folderInRepository(),
    ...(options['sarif-category'] === undefined ? {} : { category: String(options['sarif-category']) }),
  });
  if (file === undefined) return writeAll(1, text);
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new UsageError(`The ${name} report cannot be written to ${file}: ${inWords(error)}.`);
  }
}

/** The way from the repository's root to the working folder. */
function folderInRepository(): string {
  const root = repositoryRoot(process.cwd());
  return root === undefined ? '' : path.relative(root, process.cwd()).split(path.sep).join('/');
}

/** NO_COLOR and FORCE_COLOR as https://no-color.org and Node have them; the option is above both. */
function wantsColor(choice: string, isTerminal: boolean): boolean {
  if (choice !== 'auto') return choice === 'always';
  const { NO_COLOR: no, FORCE_COLOR: force } = process.env;
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false';
  if (no !== undefined && no !== '') return false;
  return isTerminal && process.env['TERM'] !== 'dumb';
}

function isFailing({ summary }: Report, failOn: NonNullable<Config['failOn']>, maxWarnings: unknown): boolean {
  if (typeof maxWarnings === 'number' && summary.warnings > maxWarnings) return true;
  const counts = { error: summary.errors, warning: summary.errors + summary.warnings, info: summary.errors + summary.warnings + summary.infos };
  return failOn !== 'never' && counts[failOn] > 0;
}

async function inform({ command, operands }: Arguments): Promise<number> {
  const width = Math.min(process.stdout.columns || 80, 100);
  const { renderExplanation, renderRules } = await import('./explain.js');
  if (command === 'rules') writeAll(1, renderRules(width));
  else if (command === 'explain') writeAll(1, renderExplanation(operands[0] ?? '', width));
  else writeAll(1, (await import('./properties.js')).renderProperties(operands[0], { width }));
  return EXIT.clean;
}

/** Errors that speak for themselves, by name: parts of the command that are loaded later have classes of their own. */
const EXPECTED = new Set(['UsageError', 'ConfigError', 'NoFilesError', 'SettingsError', 'OptionsError', 'PluginError', 'UnknownFormatError']);

/** Of unexpected errors we say that they are ours, without a stack trace. */
function describe(error: unknown): string {
  const words = printable(error instanceof Error ? error.message : String(error));
  if (error instanceof Error && EXPECTED.has(error.name)) return words;
  const stack = process.env['GLANCE_LINT_DEBUG'] === undefined ? '' : `\n${error instanceof Error ? error.stack : ''}`;
  return `internal error: ${words}\nThis is a defect of glance-lint. Please report it, with GLANCE_LINT_DEBUG=1 set.${stack}`;
}
