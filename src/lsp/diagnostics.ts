import { DiagnosticSeverity, DiagnosticTag, type Diagnostic, type Range } from 'vscode-languageserver';
import type { Finding, Range as TextRange, RelatedPlace, Severity } from '../model/finding.js';
import { printable } from '../reporters/printable.js';
import { consequenceInWords } from '../words/consequence.js';

export const SOURCE = 'glance-lint';

/** What an editor can show of a diagnostic beside its message. */
export interface DiagnosticSupport {
  readonly related: boolean;
  readonly tags: boolean;
  readonly links: boolean;
}

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error, warning: DiagnosticSeverity.Warning, info: DiagnosticSeverity.Information,
};

/** A finding as an editor shows it. `uriOf`: the address of a file by the name that findings have for it. */
export function diagnosticOf(finding: Finding, uriOf: (file: string) => string, support: DiagnosticSupport): Diagnostic {
  const { rule, severity, message, consequence, docs, related, range } = finding;
  return {
    range: rangeOf(range),
    severity: SEVERITIES[severity],
    source: SOURCE,
    code: rule,
    message: `${printable(message)}\n${consequenceInWords(consequence)}`,
    ...(support.links && docs !== null ? { codeDescription: { href: docs } } : {}),
    // Editors grey out what has no effect.
    ...(support.tags && consequence.effect === 'ignored' ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(support.related && related.length > 0 ? { relatedInformation: related.map((place) => relatedInformation(place, uriOf)) } : {}),
  };
}

function relatedInformation({ message, file, range }: RelatedPlace, uriOf: (file: string) => string): NonNullable<Diagnostic['relatedInformation']>[number] {
  return { message: printable(message), location: { uri: uriOf(file), range: rangeOf(range) } };
}

/** Editors count lines and columns from 0. */
export function rangeOf({ start, end }: TextRange): Range {
  return {
    start: { line: start.line - 1, character: start.column - 1 },
    end: { line: end.line - 1, character: end.column - 1 },
  };
}
