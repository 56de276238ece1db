import type { Report } from '../model/report.js';
import { nearest } from '../words/nearest.js';
import { oneOf } from '../words/show.js';
import type { Reporter, ReporterOptions } from './reporter.js';
import { textReporter } from './text.js';

export type { Reporter, ReporterOptions } from './reporter.js';

/** Only the format that is asked for is loaded; the default one comes with the rest, which is quicker than a file of its own. */
const REPORTERS = {
  text: () => Promise.resolve(textReporter),
  compact: async () => (await import('./compact.js')).compactReporter,
  json: async () => (await import('./json.js')).jsonReporter,
  sarif: async () => (await import('./sarif.js')).sarifReporter,
  github: async () => (await import('./github.js')).githubReporter,
  gitlab: async () => (await import('./gitlab.js')).gitlabReporter,
  junit: async () => (await import('./junit.js')).junitReporter,
  checkstyle: async () => (await import('./checkstyle.js')).checkstyleReporter,
  rdjson: async () => (await import('./rdjson.js')).rdjsonReporter,
  markdown: async () => (await import('./markdown.js')).markdownReporter,
  html: async () => (await import('./html.js')).htmlReporter,
} satisfies Readonly<Record<string, () => Promise<Reporter>>>;

export type FormatName = keyof typeof REPORTERS;

export const FORMATS = Object.keys(REPORTERS) as readonly FormatName[];

/** A format that does not exist was asked for. */
export class UnknownFormatError extends Error {
  override readonly name = 'UnknownFormatError';
  readonly format: string;
  constructor(format: string) {
    const guess = nearest(format, FORMATS);
    super(`There is no format "${format}". ${guess === undefined ? `Expected ${oneOf(FORMATS)}.` : `Did you mean "${guess}"?`}`);
    this.format = format;
  }
}

/** @throws UnknownFormatError */
export function assertFormat(name: string): asserts name is FormatName {
  if (!Object.hasOwn(REPORTERS, name)) throw new UnknownFormatError(name);
}

/**
 * Writes a report in a format.
 *
 * @throws UnknownFormatError; RangeError when the text is longer than a string may be, 512 MiB: use `formatInPieces`
 */
export async function format(report: Report, name: FormatName | (string & {}), options: ReporterOptions = {}): Promise<string> {
  return Array.from(await formatInPieces(report, name, options)).join('');
}

/**
 * As `format`, for reports of any size: the pieces are made while they are asked for. They end between characters.
 *
 * @throws UnknownFormatError
 */
export async function formatInPieces(report: Report, name: FormatName | (string & {}), options: ReporterOptions = {}): Promise<Iterable<string>> {
  assertFormat(name);
  return (await REPORTERS[name]()).render(report, options);
}
