import type { Report } from '../model/report.js';

/** What a format may be told. Each looks only at what concerns it. */
export interface ReporterOptions {
  /** ANSI colours. Default: false. */
  readonly color?: boolean;
  /** Links that a terminal can follow (OSC 8). Default: false. */
  readonly links?: boolean;
  /** Columns of the terminal. Default: 100. */
  readonly width?: number;
  /** Way from the repository's root to the folder that the findings' files are relative to; empty when that is the root. */
  readonly root?: string;
  /** Tells apart several SARIF runs over one commit. */
  readonly category?: string;
  /** Put into SARIF also what comments or a baseline hold back. Default: false. */
  readonly withSuppressed?: boolean;
}

/**
 * A way to write a report. Pure: a report in, a text out. The text comes in pieces, no larger than one finding makes
 * them: that of a million findings is longer than a string may be.
 */
export interface Reporter {
  readonly name: string;
  render(report: Report, options: ReporterOptions): Iterable<string>;
}
