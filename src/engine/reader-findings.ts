import type { Finding, Fix } from '../model/finding.js';
import { toPointer, type Lines, type ReadingProblem, type TextFormat } from '../text/index.js';
import type { Span } from '../text/node.js';
import { clip } from '../words/show.js';
import { Excerpts } from './excerpts.js';
import { lineHash } from './line-hash.js';
import type { LocateOptions, Source } from './locate-findings.js';
import { fillMessage } from './report-finding.js';
import type { RuleSet } from './rule-set.js';

/*
 * Findings about the text itself, made before there is an image. Their rules (topic `yaml`) hold severity,
 * consequence and words like all rules, so that they can be configured, suppressed and explained.
 */

export interface ReaderContext extends Pick<LocateOptions, 'docsOf' | 'withLineHashes'> {
  readonly source: Source;
  readonly lines: Lines;
  readonly rules: RuleSet;
}

const FORMAT_NAMES: Readonly<Record<TextFormat, string>> = { json: 'JSON', jsonc: 'JSON', ndjson: 'JSON', yaml: 'YAML', hcl: 'HCL' };

/** A syntax error or a duplicate key. */
export function problemFinding(problem: ReadingProblem, context: ReaderContext): Finding[] {
  if (problem.kind === 'syntax') {
    const format = FORMAT_NAMES[context.source.reader.format];
    return readerFinding('syntax-error', 'broken', problem.span, { format, reason: problem.reason }, context, { document: problem.document });
  }
  const key = clip(problem.key ?? '');
  const line = context.lines.position(problem.firstSpan?.start ?? 0).line;
  const message = context.source.reader.format === 'hcl' ? 'refused' : 'twice';
  return readerFinding('duplicate-key', message, problem.span, { key, line }, context, {
    document: problem.document, pointer: toPointer(problem.path ?? []), firstSpan: problem.firstSpan,
  });
}

export function invalidEncoding(offset: number, context: ReaderContext): Finding[] {
  return readerFinding('invalid-encoding', 'invalid', { start: offset, end: offset + 1 }, {}, context);
}

export function unrecognisedManifest(message: 'empty' | 'template' | 'unrecognised', context: ReaderContext): Finding[] {
  const end = Math.min(1, context.source.text.length);
  return readerFinding('unrecognised-manifest', message, { start: 0, end }, {}, context);
}

interface ReaderFindingDetails {
  readonly document?: number;
  readonly pointer?: string;
  readonly firstSpan?: Span | undefined;
  readonly fix?: Fix | undefined;
}

/** A finding of a rule about the text; none when the rule is off. */
export function readerFinding(
  id: string, messageId: string, span: Span, data: Finding['data'], context: ReaderContext,
  { document = 0, pointer = '', firstSpan, fix }: ReaderFindingDetails = {},
): Finding[] {
  const active = context.rules.active.get(id);
  if (active === undefined) return [];
  const { rule, severity } = active;
  const { source, lines } = context;
  const { file } = source;
  const range = lines.range(span);
  const hash = context.withLineHashes ? lineHash(source, range.start.line) : undefined;
  return [{
    rule: id,
    severity,
    message: fillMessage(id, rule.messages, messageId, data),
    messageId,
    data,
    consequence: rule.consequence,
    file,
    pointer,
    imagePointer: null,
    document,
    range,
    image: null,
    related: firstSpan === undefined ? [] : [{ message: 'first written here', file, pointer, range: lines.range(firstSpan) }],
    fix: fix ?? null,
    docs: context.docsOf(id),
    excerpt: new Excerpts(lines).around(range),
    ...(hash === undefined ? {} : { lineHash: hash }),
  }];
}
