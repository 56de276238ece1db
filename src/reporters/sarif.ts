import type { ArtifactLocation, Fix, Invocation, Location, Log, Message, Notification, Region, Replacement, Result, Run, Suppression } from 'sarif';
import { EXCERPT_WIDTH } from '../engine/excerpts.js';
import type { Edit, Excerpt, Finding, Range } from '../model/finding.js';
import type { Report } from '../model/report.js';
import type { RuleMeta } from '../model/rule.js';
import { HOME } from '../tool.js';
import { sentence } from '../words/sentence.js';
import { fingerprinter } from './fingerprint.js';
import { jsonText, LongList } from './json-text.js';
import { printable } from './printable.js';
import type { Reporter, ReporterOptions } from './reporter.js';
import { isAbsolute, pathToUri, repositoryPath } from './repository-path.js';
import { limitNotifications, mostSevere, type Extent } from './sarif-limits.js';
import { descriptorOf, isStatement, LEVELS, placeholders } from './sarif-rule.js';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const ROOT = '%SRCROOT%';

/**
 * SARIF 2.1.0, for code scanning. The same report gives the same bytes: nothing depends on time or machine.
 * Sources: OASIS SARIF 2.1.0; GitHub docs "SARIF support for code scanning".
 */
export const sarifReporter: Reporter = {
  name: 'sarif',
  render: (report, options) => jsonText(logOf(report, options)),
};

type LongRun = Omit<Run, 'results'> & { readonly results: LongList };

function logOf(report: Report, { root, category, withSuppressed = false }: ReporterOptions): Omit<Log, 'runs'> & { readonly runs: LongRun[] } {
  const { tool, rules } = report;
  const kept = mostSevere(withSuppressed ? [report.findings, report.suppressed] : [report.findings]);
  const toResult = resultMaker(rules, (file) => locationOf(file, root));
  // All results of a run tell whether they are suppressed, or none does.
  const resultOf = withSuppressed ? (finding: Finding): Result => ({ ...toResult(finding), suppressions: suppressionsOf(finding) }) : toResult;
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [{
      tool: {
        driver: {
          name: tool.name,
          fullName: `${tool.name} ${tool.version}`,
          version: tool.version,
          semanticVersion: tool.version,
          informationUri: HOME,
          rules: rules.map(descriptorOf),
        },
      },
      automationDetails: { id: category === undefined || category === '' ? `${tool.name}/` : `${tool.name}/${category}/` },
      originalUriBaseIds: { [ROOT]: { description: { text: 'The root of the repository, or else the folder that was linted.' } } },
      columnKind: 'utf16CodeUnits',
      invocations: [invocationOf(report, kept, (file) => locationOf(file, root))],
      results: LongList.of(kept.findings, resultOf),
    }],
  };
}

function invocationOf({ failures }: Report, extent: Extent, locate: Locate): Invocation {
  const notifications: Notification[] = failures.map(({ message, file }) => ({
    level: 'error',
    message: { text: plainText(message) },
    ...(file === null ? {} : { locations: [{ physicalLocation: { artifactLocation: locate(file) } }] }),
  }));
  notifications.push(...limitNotifications(extent));
  return {
    executionSuccessful: failures.length === 0,
    ...(notifications.length === 0 ? {} : { toolExecutionNotifications: notifications }),
  };
}

type Locate = (file: string) => ArtifactLocation;

function locationOf(file: string, root: string | undefined): ArtifactLocation {
  const path = repositoryPath(file, root);
  return isAbsolute(path) ? { uri: pathToUri(path) } : { uri: pathToUri(path), uriBaseId: ROOT };
}

function resultMaker(rules: readonly RuleMeta[], locate: Locate): (finding: Finding) => Result {
  const indices = new Map(rules.map(({ id }, index) => [id, index]));
  const fingerprint = fingerprinter();
  return (finding) => {
    const { rule, severity, file, range, excerpt, pointer, related, consequence, image, lineHash } = finding;
    const ruleIndex = indices.get(rule);
    const artifactLocation = locate(file);
    const context = contextOf(excerpt, range);
    return {
      ruleId: rule,
      ...(ruleIndex === undefined ? {} : { ruleIndex }),
      level: LEVELS[severity],
      message: messageOf(finding, ruleIndex === undefined ? undefined : rules[ruleIndex]),
      locations: [{
        physicalLocation: {
          artifactLocation,
          region: { ...regionOf(range), ...snippetOf(excerpt, range) },
          ...(context === undefined ? {} : { contextRegion: context }),
        },
        ...logicalLocationOf(pointer),
      }],
      ...(related.length === 0 ? {} : {
        relatedLocations: related.map((place, index): Location => ({
          id: index + 1,
          message: { text: plainText(sentence(place.message)) },
          physicalLocation: { artifactLocation: locate(place.file), region: regionOf(place.range) },
          ...logicalLocationOf(place.pointer),
        })),
      }),
      partialFingerprints: {
        ...(lineHash === undefined ? {} : { primaryLocationLineHash: lineHash }),
        'imageAndPlace/v1': fingerprint({ ...finding, file: artifactLocation.uri ?? file }),
      },
      ...(finding.fix === null ? {} : { fixes: [fixOf(finding.fix, artifactLocation, finding)] }),
      properties: { consequence, ...(image === null ? {} : { image }) },
    };
  };
}

function suppressionsOf({ suppression }: Finding): Suppression[] {
  if (suppression === undefined) return [];
  const { kind, reason } = suppression;
  return [{ kind: kind === 'comment' ? 'inSource' : 'external', status: 'accepted', ...(reason === null ? {} : { justification: plainText(reason) }) }];
}

/** Text, and beside it the parts of which it was made. Related places are linked, or GitHub would not show them. */
function messageOf({ message, messageId, data, related }: Finding, rule: RuleMeta | undefined): Message {
  const links = related.map((place, index) => `[${plainText(place.message).replace(/[[\]\\]/g, '')}](${index + 1})`);
  const text = [plainText(message), ...(links.length === 0 ? [] : [`Related: ${links.join(', ')}.`])].join(' ');
  const template = rule !== undefined && Object.hasOwn(rule.messages, messageId) ? rule.messages[messageId] : undefined;
  if (template === undefined || !isStatement(template)) return { text };
  const values = placeholders(template).names.map((name) => plainText(String(data[name])));
  return { text, id: messageId, ...(values.length === 0 ? {} : { arguments: values }) };
}

/** SARIF's viewers make links of `[text](address)`, and a manifest must not write any. */
function plainText(text: string): string {
  return printable(text).replaceAll('](', '] (');
}

function regionOf({ start, end }: Range): Region {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

/** The exact text of a range, if the excerpt has all of it. */
function snippetOf({ firstLine, firstColumn, lines }: Excerpt, { start, end }: Range): Pick<Region, 'snippet'> {
  const spanned = lines.slice(start.line - firstLine, end.line - firstLine + 1);
  const isWhole = spanned.length === end.line - start.line + 1
    && (start.line === end.line ? end.column - firstColumn <= EXCERPT_WIDTH : !spanned.some((line) => isCut(line, firstColumn)));
  const last = spanned.pop();
  if (!isWhole || last === undefined) return {};
  spanned.push(last.slice(0, end.column - firstColumn));
  const text = spanned.join('\n').slice(start.column - firstColumn);
  return text === '' ? {} : { snippet: { text } };
}

/** The lines around a range, if they are whole and more than the range itself. */
function contextOf({ firstLine, firstColumn, lines }: Excerpt, { start, end }: Range): Region | undefined {
  const lastLine = firstLine + lines.length - 1;
  const isMore = firstLine <= start.line && lastLine >= end.line && lines.length > end.line - start.line + 1;
  if (!isMore || lines.some((line) => isCut(line, firstColumn))) return undefined;
  return { startLine: firstLine, endLine: lastLine, snippet: { text: lines.join('\n') } };
}

function isCut(line: string, firstColumn: number): boolean {
  return firstColumn > 1 || line.length >= EXCERPT_WIDTH;
}

function logicalLocationOf(pointer: string): Pick<Location, 'logicalLocations'> {
  if (pointer === '') return {};
  return { logicalLocations: [{ fullyQualifiedName: pointer, kind: /\/\d+$/.test(pointer) ? 'value' : 'property' }] };
}

function fixOf({ description, safe, edits }: NonNullable<Finding['fix']>, artifactLocation: ArtifactLocation, finding: Finding): Fix {
  const replacements = edits.map((edit): Replacement => ({
    deletedRegion: editedRegion(edit, finding),
    ...(edit.text === '' ? {} : { insertedContent: { text: edit.text } }),
  }));
  return {
    description: { text: sentence(plainText(description)) },
    artifactChanges: [{ artifactLocation, replacements }],
    properties: { safe },
  };
}

/** In lines and columns where the excerpt tells them; elsewhere by offset. */
function editedRegion({ start, end }: Edit, { excerpt }: Finding): Region {
  const [from, to] = [placeIn(excerpt, start), placeIn(excerpt, end)];
  if (from === undefined || to === undefined) return { charOffset: start, charLength: end - start };
  return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
}

function placeIn({ firstLine, firstColumn, lines, starts }: Excerpt, offset: number): { readonly line: number; readonly column: number } | undefined {
  const index = starts.findLastIndex((start) => start <= offset);
  const [line, start] = [lines[index], starts[index]];
  if (line === undefined || start === undefined || offset > start + line.length) return undefined;
  return { line: firstLine + index, column: firstColumn + offset - start };
}
