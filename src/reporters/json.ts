import type { Consequence, Finding, ImageIdentity, Range } from '../model/finding.js';
import type { Report, Shard } from '../model/report.js';
import { jsonText, LongList } from './json-text.js';
import type { Reporter } from './reporter.js';

/** The report as data, for programs: `schemas/report.schema.json` describes it. */
export const jsonReporter: Reporter = {
  name: 'json',
  render: (report) => jsonText(reportData(report)),
};

/** The contract, field by field: what the model gains does not get out by chance, and the order is always the same. */
function reportData({ version, tool, summary, findings, failures, shard }: Report): object {
  return {
    version,
    tool: { name: tool.name, version: tool.version },
    summary: {
      files: summary.files,
      images: summary.images,
      errors: summary.errors,
      warnings: summary.warnings,
      infos: summary.infos,
      suppressed: summary.suppressed,
    },
    findings: LongList.of(findings, findingData),
    failures: failures.map(({ message, file }) => ({ message, file })),
    ...(shard === undefined ? {} : { shard: shardData(shard) }),
  };
}

function findingData(finding: Finding): object {
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    messageId: finding.messageId,
    data: finding.data,
    consequence: consequenceData(finding.consequence),
    file: finding.file,
    document: finding.document,
    pointer: finding.pointer,
    range: rangeData(finding.range),
    image: finding.image === null ? null : imageData(finding.image),
    related: finding.related.map(({ message, file, pointer, range }) => ({ message, file, pointer, range: rangeData(range) })),
    fix: finding.fix === null ? null : {
      safe: finding.fix.safe,
      description: finding.fix.description,
      edits: finding.fix.edits.map(({ start, end, text }) => ({ start, end, text })),
    },
    docs: finding.docs,
  };
}

function shardData({ index, count, failOn, rules, cloud, comparisons }: Shard): object {
  return {
    index,
    count,
    failOn,
    rules,
    cloud,
    comparisons: comparisons.map(({ rule, severity, isSeveritySet, options, images }) => ({
      rule,
      severity,
      isSeveritySet,
      options,
      images: LongList.of(images, ({ file, document, image, keys, extract, places }) => ({
        file,
        document,
        image: imageData(image),
        keys,
        extract,
        places: places.map(({ at, pointer, range, suppression }) => ({
          at,
          pointer,
          range: rangeData(range),
          suppression: suppression === null ? null : { kind: suppression.kind, reason: suppression.reason },
        })),
      })),
    })),
  };
}

function consequenceData({ by, when, effect }: Consequence): Consequence {
  return { by, when, effect };
}

function rangeData({ start, end }: Range): Range {
  return {
    start: { line: start.line, column: start.column, offset: start.offset },
    end: { line: end.line, column: end.column, offset: end.offset },
  };
}

function imageData({ index, name, id, dialect, intent }: ImageIdentity): ImageIdentity {
  return { index, name, id, dialect, intent };
}
