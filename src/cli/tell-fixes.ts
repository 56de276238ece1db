import type { FixedFile } from '../project/fixer.js';
import type { LintedProject, ProjectOptions } from '../project/lint-files.js';
import { printable, printablePath } from '../reporters/printable.js';
import { unifiedDiff } from '../text/unified-diff.js';
import { EXIT } from './exit.js';
import { writeAll } from './io.js';
import type { Output } from './lint-options.js';
import type { Arguments } from './options.js';
import { tellFailures, tellReport } from './tell-report.js';
import { terminalOn } from './terminal.js';

/** Tells what fixes did, or would do. `stdin`: what stood there. Returns the exit code. */
export async function tellFixes(
  { report, failOn, fixed }: LintedProject,
  { level, isWriting }: NonNullable<ProjectOptions['fix']>,
  outputs: readonly Output[],
  options: Arguments['options'],
  stdin: Uint8Array | undefined,
): Promise<number> {
  const count = fixed.reduce((sum, file) => sum + file.fixed.length, 0);
  if (isWriting) {
    if (count > 0) note(`Fixed ${countOf(count, 'finding')} in ${countOf(fixed.length, 'file')}.`);
    // Also what is not changed goes on, as a filter's text does.
    if (stdin !== undefined) writeAll(1, fixed[0]?.bytes ?? stdin);
    return tellReport(report, failOn, outputs, options, stdin === undefined ? 1 : 2);
  }
  tellFailures(report);
  for (const file of fixed) writeAll(1, diffOf(file));
  const unsafe = level === 'all' ? 0 : report.findings.filter(({ fix }) => fix?.safe === false).length;
  const more = unsafe === 0 ? '' : ` ${count === 0 ? unsafe : `${unsafe} more`} ${unsafe === 1 ? 'has' : 'have'} a possible fix, which has to guess: --fix-unsafe --diff shows it.`;
  if (count + unsafe > 0) note(`${count === 0 ? 'Nothing would be fixed.' : `${countOf(count, 'finding')} in ${countOf(fixed.length, 'file')} would be fixed.`}${more}`);
  if (report.failures.length > 0) return EXIT.failed;
  return fixed.length > 0 ? EXIT.findings : EXIT.clean;
}

function diffOf({ file, before, edits }: FixedFile): string {
  const diff = unifiedDiff(printablePath(file), before, edits);
  // A terminal must not obey what a manifest says; a program wants the very characters.
  return terminalOn(1) === undefined ? diff : diff.split('\n').map(printable).join('\n');
}

function note(words: string): void {
  writeAll(2, `glance-lint: ${words}\n`);
}

function countOf(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
