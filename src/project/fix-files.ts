import type { FixLevel } from '../engine/fix-manifest.js';
import type { Report } from '../model/report.js';
import type { FixedFile } from './fixer.js';
import { lintProject, type LintFilesOptions } from './lint-files.js';

export interface FixFilesOptions extends LintFilesOptions {
  /** `safe`: those that surely keep what the author meant. `all`: all. Default: `safe`. */
  readonly level?: FixLevel;
  /** Replace the files; otherwise only find out what would change. Default: true. */
  readonly write?: boolean;
}

export interface FixedFiles {
  /** What remains; without `write`, what there is. */
  readonly report: Report;
  /** The files with changes. That of standard input is never written. */
  readonly fixed: readonly FixedFile[];
  /** Fixes that were not made, in words. */
  readonly notices: readonly string[];
}

/**
 * Fixes files, folders and globs, as `lintFiles` finds them. A file that cannot be changed becomes a failure of the
 * report.
 *
 * @throws as `lintFiles`
 */
export async function fixFiles(patterns: readonly string[] = [], { level = 'safe', write = true, ...options }: FixFilesOptions = {}): Promise<FixedFiles> {
  const { report, fixed, notices } = await lintProject(patterns, { ...options, fix: { level, isWriting: write } });
  return { report, fixed, notices };
}
