import { recogniseDialect } from '../dialects/index.js';
import type { Dialect, RawImage, RecogniseHints } from '../model/dialect.js';
import type { Finding, ImageIdentity } from '../model/finding.js';
import type { Intent } from '../model/image.js';
import { Lines, type Reader, type TextDocument } from '../text/index.js';
import type { Violation } from '../model/rule.js';
import { ambiguitiesIn, mayBeAmbiguous } from './ambiguities.js';
import { checkImage } from './check-image.js';
import type { HashedText } from './line-hash.js';
import type { LocateOptions, Source } from './locate-findings.js';
import type { RawFinding, RuleError, Subject } from './raw-finding.js';
import { invalidEncoding, problemFinding, unrecognisedManifest } from './reader-findings.js';
import type { RuleSet } from './rule-set.js';
import type { SetRules } from './set-rules.js';

export interface Manifest extends HashedText {
  /** As it is to be shown; with forward slashes. */
  readonly file: string;
  /** Offset of the first character that the bytes do not spell; -1 when there is none. */
  readonly invalidAt: number;
  readonly reader: Reader;
}

export interface LintSettings {
  readonly rules: RuleSet;
  readonly dialects: readonly Dialect[];
  /** The dialect to read with, instead of recognising one. */
  readonly dialect: Dialect | undefined;
  readonly intent: Intent | undefined;
  /** Was this manifest named on purpose? Then it is told when it is none. */
  readonly isNamed: boolean;
}

export interface LintedText {
  readonly source: Source;
  readonly findings: readonly RawFinding[];
  /** What was found before there was an image; already located. */
  readonly readerFindings: readonly Finding[];
  readonly images: number;
  readonly isManifest: boolean;
}

/** Lints one text. Pure: no files, no process, no console. */
export function lintText(
  manifest: Manifest,
  settings: LintSettings,
  setRules: SetRules,
  located: Pick<LocateOptions, 'docsOf' | 'withLineHashes'>,
  onError: (error: RuleError) => void,
): LintedText {
  const { file, text, reader } = manifest;
  if (!settings.isNamed && settings.dialect === undefined && !hasMarker(text, settings.dialects)) return passedBy(manifest);
  const { documents, problems } = reader.read(text);
  const other = reader.otherVersion !== undefined && mayBeAmbiguous(text) ? reader.otherVersion.read(text).documents : undefined;
  const source: Source = { ...manifest, documents };
  const hints: RecogniseHints = { path: file, intent: settings.intent ?? null };
  const findings: RawFinding[] = [];
  let images = 0;
  let isRecognised = false;
  // All records of a stream are of one kind: the first one tells.
  let streamDialect = settings.dialect;
  for (const document of documents) {
    let dialect = settings.dialect ?? streamDialect ?? recogniseDialect(settings.dialects, document.value, hints);
    if (dialect === undefined && settings.intent !== undefined && settings.isNamed) dialect = settings.dialects.at(-1);
    if (dialect === undefined) continue;
    isRecognised = true;
    if (reader.format === 'ndjson') streamDialect = dialect;
    for (const { raw, ambiguities } of readImages(dialect, document, other, reader, hints)) {
      const subject: Subject = { file, document: document.index, identity: identityOf(raw, images++, dialect), raw };
      const checked = checkImage(subject, dialect, settings.rules, onError, ambiguities);
      findings.push(...checked.findings);
      if (raw.malformed === undefined) setRules.gather(checked.image, subject, dialect, settings.rules, onError);
    }
  }
  const readerFindings: Finding[] = [];
  // What is broken cannot be recognised. Templates are broken by nature, and their own program mends them.
  const isBroken = problems.some(({ kind }) => kind === 'syntax');
  const isTemplate = isBroken && TEMPLATE.test(text);
  const isManifest = isRecognised || (isBroken && !isTemplate);
  const context = { source, lines: new Lines(text), rules: settings.rules, ...located };
  if (isManifest) {
    for (const problem of problems) readerFindings.push(...problemFinding(problem, context));
    if (manifest.invalidAt >= 0) readerFindings.push(...invalidEncoding(manifest.invalidAt, context));
  } else if (settings.isNamed) {
    readerFindings.push(...unrecognisedManifest(isTemplate ? 'template' : documents.length === 0 ? 'empty' : 'unrecognised', context));
  }
  return { source, findings, readerFindings, images, isManifest };
}

/** Jinja, Helm and Go templates, and what Terraform's templates look like. */
const TEMPLATE = /\{\{|\{%|%\{/;

function hasMarker(text: string, dialects: readonly Dialect[]): boolean {
  return dialects.some(({ markers }) => markers.some((marker) => text.includes(marker)));
}

function passedBy(manifest: Manifest): LintedText {
  return { source: { ...manifest, documents: [] }, findings: [], readerFindings: [], images: 0, isManifest: false };
}

/** The images as the dialect's own tool reads them, and where other readers would differ. */
function readImages(
  dialect: Dialect,
  document: TextDocument,
  other: readonly TextDocument[] | undefined,
  reader: Reader,
  hints: RecogniseHints,
): readonly { readonly raw: RawImage; readonly ambiguities: readonly Violation[] }[] {
  const otherDocument = other?.find(({ index }) => index === document.index);
  const images = [...imagesOf(dialect, document, reader, hints)];
  if (otherDocument === undefined) return images.map((raw) => ({ raw, ambiguities: [] }));
  const others = [...imagesOf(dialect, otherDocument, reader, hints)];
  const [own, foreign] = dialect.yaml === '1.1' ? [others, images] : [images, others];
  return own.map((raw, index) => {
    const counterpart = foreign[index];
    return { raw, ambiguities: counterpart === undefined ? [] : ambiguitiesIn(raw, counterpart) };
  });
}

function imagesOf(dialect: Dialect, document: TextDocument, reader: Reader, hints: RecogniseHints): Iterable<RawImage> {
  return reader.format === 'ndjson' ? [dialect.record(document.value, hints)] : dialect.images(document.value, hints);
}

function identityOf(raw: RawImage, index: number, dialect: Dialect): ImageIdentity {
  const { name, id } = raw.attributes;
  return {
    index,
    name: typeof name === 'string' ? name : null,
    id: typeof id === 'string' ? id : null,
    dialect: dialect.name,
    intent: raw.intent,
  };
}
