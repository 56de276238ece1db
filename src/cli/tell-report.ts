import { closeSync, openSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '../model/config.js';
import type { Finding } from '../model/finding.js';
import type { Report, Summary } from '../model/report.js';
import { repositoryRoot } from '../project/discover.js';
import { UsageError } from '../project/errors.js';
import { codeOf, inWords } from '../project/read-file.js';
import { formatInPieces } from '../reporters/index.js';
import { printable } from '../reporters/printable.js';
import { EXIT } from './exit.js';
import { writeAll, writePieces } from './io.js';
import type { Output } from './lint-options.js';
import type { Arguments } from './options.js';
import { terminalOn } from './terminal.js';

export type FailOn = NonNullable<Config['failOn']>;

/**
 * Writes a report in all formats that are wanted, and what could not be done to standard error. `main`: where the report
 * goes that has no file. Returns the exit code.
 */
export async function tellReport(report: Report, failOn: FailOn, outputs: readonly Output[], options: Arguments['options'], main: 1 | 2 = 1): Promise<number> {
  tellFailures(report);
  const told = options.quiet === true ? { ...report, findings: report.findings.filter(isError), suppressed: report.suppressed.filter(isError) } : report;
  const shown = outputs.some(({ name }) => FORMATS_WITH_PROSE.has(name)) ? await withWholeRules(told) : told;
  for (const output of outputs) await write(output, shown, options, main);
  if (options.format === undefined && process.env['GITHUB_ACTIONS'] === 'true') {
    const { annotations } = await import('./annotations.js');
    writePieces(2, await annotations(shown, folderInRepository()));
  }
  if (report.failures.length > 0) return EXIT.failed;
  return isFailing(report.summary, (options['fail-on'] as FailOn | undefined) ?? failOn, options['max-warnings']) ? EXIT.findings : EXIT.clean;
}

export function tellFailures({ failures }: Report): void {
  for (const { message, file } of failures) writeAll(2, `glance-lint: ${file === null ? '' : `${printable(file)}: `}${printable(message)}\n`);
}

function isError({ severity }: Finding): boolean {
  return severity === 'error';
}

/** Formats that tell of the rules more than the findings do. */
const FORMATS_WITH_PROSE: ReadonlySet<string> = new Set(['sarif', 'html']);

/** The main file of the command has the rules without their prose (scripts/lean.mjs); other parts have it. */
async function withWholeRules(report: Report): Promise<Report> {
  const { RULES } = await import('../../rules/index.js');
  const whole = new Map(RULES.map((rule) => [rule.id, rule]));
  return { ...report, rules: report.rules.map((rule) => whole.get(rule.id) ?? rule) };
}

async function write({ name, file }: Output, report: Report, options: Arguments['options'], main: 1 | 2): Promise<void> {
  const terminal = file === undefined ? terminalOn(main) : undefined;
  const color = file === undefined && wantsColor(String(options.color ?? 'auto'), terminal !== undefined);
  const pieces = await formatInPieces(report, name, {
    color,
    links: color && terminal !== undefined,
    width: terminal?.columns || 100,
    root: folderInRepository(),
    ...(options['sarif-category'] === undefined ? {} : { category: String(options['sarif-category']) }),
    withSuppressed: options['sarif-suppressed'] === true,
  });
  writeReport({ name, file }, pieces, main);
}

export function writeReport({ name, file }: Output, pieces: Iterable<string>, main: 1 | 2 = 1): void {
  if (file === undefined) return writePieces(main, pieces);
  try {
    const descriptor = openSync(file, 'w');
    try {
      writePieces(descriptor, pieces);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    if (codeOf(error) === '') throw error;
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

export function isFailing(summary: Pick<Summary, 'errors' | 'warnings' | 'infos'>, failOn: FailOn, maxWarnings: unknown): boolean {
  if (typeof maxWarnings === 'number' && summary.warnings > maxWarnings) return true;
  const counts = { error: summary.errors, warning: summary.errors + summary.warnings, info: summary.errors + summary.warnings + summary.infos };
  return failOn !== 'never' && counts[failOn] > 0;
}
