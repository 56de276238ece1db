import type { Finding, Severity } from '../model/finding.js';
import type { Failure, Report } from '../model/report.js';
import { inLines } from './phrases.js';
import { printable } from './printable.js';
import type { Reporter } from './reporter.js';
import { repositoryPath } from './repository-path.js';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** GitHub shows no more annotations of one kind for a step. */
export const MOST_ANNOTATIONS = 10;

/**
 * Workflow commands, which GitHub Actions makes annotations of. What could not be linted comes first, for only so many
 * are shown.
 *
 * Sources: GitHub docs "Workflow commands for GitHub Actions" and "REST API: check runs"; actions/runner
 * src/Runner.Common/ActionCommand.cs.
 */
export const githubReporter: Reporter = {
  name: 'github',
  *render(report, { root }) {
    yield* limitNotice(report);
    for (const failure of report.failures) yield failureCommand(failure, root);
    for (const finding of report.findings) yield findingCommand(finding, root);
  },
};

function limitNotice({ findings, failures }: Report): string[] {
  const isTooMany = (severity: Severity, others = 0): boolean =>
    findings.filter((finding) => finding.severity === severity).length + others > MOST_ANNOTATIONS;
  if (!isTooMany('error', failures.length) && !isTooMany('warning') && !isTooMany('info')) return [];
  const message = `GitHub shows only the first ${MOST_ANNOTATIONS} errors, warnings and notices of a step; the log of the step has all.`;
  return [command('notice', { title: 'glance-lint' }, message)];
}

function failureCommand({ message, file }: Failure, root: string | undefined): string {
  return command('error', { ...(file === null ? {} : { file: pathOf(file, root) }), title: 'glance-lint: not linted' }, printable(message));
}

function findingCommand(finding: Finding, root: string | undefined): string {
  const { range: { start, end }, file, severity, rule } = finding;
  const endLine = end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
  return command(COMMANDS[severity], {
    file: pathOf(file, root),
    line: start.line,
    endLine,
    // Refused by GitHub where the lines differ.
    ...(endLine === start.line && end.line === start.line ? { col: start.column, endColumn: end.column } : {}),
    title: `glance-lint: ${rule}`,
  }, inLines(finding).join('\n'));
}

function pathOf(file: string, root: string | undefined): string {
  return printable(repositoryPath(file, root));
}

function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${list.join(',')}::${escapeMessage(message)}\n`;
}

function escapeMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
