import { CodeActionKind, type CodeAction, type Range, type WorkspaceEdit } from 'vscode-languageserver';
import type { Edit, Finding } from '../model/finding.js';
import { printable } from '../reporters/printable.js';
import type { TextFormat } from '../text/index.js';
import type { Analysis } from './analysis.js';
import { diagnosticOf, SOURCE, type DiagnosticSupport } from './diagnostics.js';

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.${SOURCE}`;

export interface CodeActionOptions extends DiagnosticSupport {
  /** The kinds that are asked for; undefined: all. */
  readonly only: readonly string[] | undefined;
  /** Can the editor check that edits are for the version that it has? */
  readonly versioned: boolean;
  /** Can the editor ask for an action's edits when it is chosen? */
  readonly resolves: boolean;
}

/** What can be done about the findings in a range, and about all of them. */
export function codeActions(analysis: Analysis, range: Range, options: CodeActionOptions): CodeAction[] {
  const isWanted = (kind: string): boolean => options.only?.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`)) ?? true;
  const actions: CodeAction[] = [];
  if (isWanted(CodeActionKind.QuickFix)) {
    const { document } = analysis;
    const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
    const here = analysis.report.findings.filter((finding) => finding.range.start.offset <= end && start <= finding.range.end.offset);
    actions.push(...here.flatMap((finding) => fixes(analysis, finding, options)), ...suppressions(analysis, here, options));
  }
  if (isWanted(FIX_ALL)) actions.push(...fixAll(analysis, options));
  return actions;
}

function fixes(analysis: Analysis, finding: Finding, options: CodeActionOptions): CodeAction[] {
  const { fix } = finding;
  if (fix === null) return [];
  return [{
    title: `${printable(fix.description)}${fix.safe ? '' : ' (unsafe fix)'}`,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticOf(finding, () => analysis.document.uri, options)],
    isPreferred: fix.safe,
    edit: workspaceEdit(analysis, fix.edits, options),
  }];
}

/** What a comment begins with, where the format has comments and we read them. */
const COMMENT: Readonly<Partial<Record<TextFormat, string>>> = { yaml: '#', hcl: '#', jsonc: '//' };

/** A comment above the line that holds the finding back. */
function suppressions(analysis: Analysis, findings: readonly Finding[], options: CodeActionOptions): CodeAction[] {
  const { document, manifest } = analysis;
  const opener = COMMENT[manifest.reader.format];
  if (opener === undefined) return [];
  const seen = new Set<string>();
  return findings.flatMap((finding): CodeAction[] => {
    const { rule, range, image } = finding;
    const key = `${range.start.line} ${rule}`;
    // What is not about an image may stand within a text, where no comment can be.
    if (image === null || seen.has(key)) return [];
    seen.add(key);
    const at = range.start.offset - (range.start.column - 1);
    const [indentation = ''] = /^[ \t]*/.exec(manifest.text.slice(at, range.start.offset)) ?? [];
    const [lineEnd = '\n'] = /\r\n?|\n/.exec(manifest.text) ?? [];
    const edits = [{ start: at, end: at, text: `${indentation}${opener} glance-lint-disable-next-line ${rule}${lineEnd}` }];
    return [{
      title: `Disable ${rule} for this line`,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnosticOf(finding, () => document.uri, options)],
      edit: workspaceEdit(analysis, edits, options),
    }];
  });
}

/** Finding out what all fixes together come to takes several rounds of linting: not at every step of the cursor. */
function fixAll(analysis: Analysis, options: CodeActionOptions): CodeAction[] {
  if (!analysis.report.findings.some(({ fix }) => fix?.safe === true)) return [];
  const action: CodeAction = { title: 'Make all safe fixes of glance-lint', kind: FIX_ALL, data: { uri: analysis.document.uri } };
  if (options.resolves) return [action];
  return analysis.safeFixes.length === 0 ? [] : [resolveFixAll(action, analysis, options)];
}

export function resolveFixAll(action: CodeAction, analysis: Analysis, options: Pick<CodeActionOptions, 'versioned'>): CodeAction {
  return { ...action, edit: workspaceEdit(analysis, analysis.safeFixes, options) };
}

function workspaceEdit(analysis: Analysis, edits: readonly Edit[], { versioned }: Pick<CodeActionOptions, 'versioned'>): WorkspaceEdit {
  const { uri, version } = analysis.document;
  const textEdits = edits.map(({ text, ...span }) => ({ range: analysis.rangeOf(span), newText: text }));
  return versioned ? { documentChanges: [{ textDocument: { uri, version }, edits: textEdits }] } : { changes: { [uri]: textEdits } };
}
