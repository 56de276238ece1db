import type { Excerpt, Finding, Severity } from '../model/finding.js';
import type { Report } from '../model/report.js';
import { HOME } from '../tool.js';
import { inLines } from './phrases.js';
import { jsonText, LongList } from './json-text.js';
import { printable, wellFormed } from './printable.js';
import type { Reporter } from './reporter.js';

const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'ERROR', warning: 'WARNING', info: 'INFO' };

/** Columns count from 1 in bytes of UTF-8. Without columns, whole lines are meant. */
interface Position {
  readonly line: number;
  readonly column?: number;
}

interface Range {
  readonly start: Position;
  readonly end: Position;
}

interface Diagnostic {
  readonly message: string;
  readonly location: { readonly path: string; readonly range?: Range };
  readonly severity: string;
  readonly code: { readonly value: string; readonly url?: string };
  readonly suggestions?: readonly { readonly range: Range; readonly text: string }[];
}

/**
 * Reviewdog's Diagnostic Format, as one JSON object. Its reader refuses fields that it does not know and halves of
 * characters, and takes paths from the folder that it is run in. Safe fixes of one edit are suggestions, which a
 * reviewer can take over with a click.
 *
 * Sources: reviewdog proto/rdf/reviewdog.proto, parser/rdjson.go, pathutil/pathutil.go.
 */
export const rdjsonReporter: Reporter = {
  name: 'rdjson',
  render: (report) => jsonText({
    source: { name: report.tool.name, url: HOME },
    diagnostics: new LongList(diagnostics(report)),
  }),
};

function* diagnostics({ failures, findings }: Report): Generator<Diagnostic> {
  for (const { message, file } of failures) {
    yield { message: printable(message), location: { path: wellFormed(file ?? '') }, severity: 'ERROR', code: { value: 'not-linted' } };
  }
  for (const finding of findings) yield diagnosticOf(finding);
}

function diagnosticOf(finding: Finding): Diagnostic {
  const { file, range: { start, end }, excerpt, severity, rule, docs } = finding;
  const suggestions = suggestionsOf(finding);
  return {
    message: inLines(finding).join('\n'),
    location: {
      path: wellFormed(file),
      range: rangeBetween(start.offset, end.offset, excerpt) ?? { start: { line: start.line }, end: { line: end.line } },
    },
    severity: SEVERITIES[severity],
    code: { value: printable(rule), ...(docs === null ? {} : { url: wellFormed(docs) }) },
    ...(suggestions.length === 0 ? {} : { suggestions }),
  };
}

/** Several suggestions would be alternatives, so a fix of several edits is none. */
function suggestionsOf({ fix, excerpt }: Finding): { range: Range; text: string }[] {
  const [edit, ...others] = fix?.edits ?? [];
  if (fix?.safe !== true || edit === undefined || others.length > 0) return [];
  const range = rangeBetween(edit.start, edit.end, excerpt);
  return range === undefined ? [] : [{ range, text: wellFormed(edit.text) }];
}

/** Bytes can be counted only in lines that the excerpt has from their beginning. */
function rangeBetween(from: number, to: number, excerpt: Excerpt): Range | undefined {
  const [start, end] = [positionAt(from, excerpt), positionAt(to, excerpt)];
  return start === undefined || end === undefined ? undefined : { start, end };
}

function positionAt(offset: number, { firstLine, firstColumn, lines, starts }: Excerpt): Position | undefined {
  const index = starts.findLastIndex((start) => start <= offset);
  const line = lines[index];
  const length = offset - (starts[index] as number);
  if (line === undefined || firstColumn > 1 || length > line.length) return undefined;
  return { line: firstLine + index, column: new TextEncoder().encode(line.slice(0, length)).length + 1 };
}
