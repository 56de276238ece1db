import { recogniseDialect } from '../dialects/index.js';
import type { Dialect, RawImage, RecogniseHints } from '../model/dialect.js';
import type { ImageIdentity } from '../model/finding.js';
import type { Intent } from '../model/image.js';
import type { Violation } from '../model/rule.js';
import type { Reader, ReadingProblem, TextDocument } from '../text/index.js';
import { ambiguitiesIn, mayBeAmbiguous } from './ambiguities.js';
import type { HashedText } from './line-hash.js';
import { PartsError, type Part, type Parts, type PartText } from './part.js';
import type { Subject } from './raw-finding.js';
import type { RuleSet } from './rule-set.js';

export interface Manifest extends HashedText {
  /** As it is to be shown; with forward slashes. */
  readonly file: string;
  /** Offset of the first character that the bytes do not spell; -1 when there is none. */
  readonly invalidAt: number;
  readonly reader: Reader;
  /** Tells the bytes from all others. Set when results are kept for later runs. */
  readonly digest?: string | undefined;
  /** Set when the manifest is large, and may be one that can be linted part by part. */
  readonly parts?: Parts;
  /** Set when the text is only part of a manifest. */
  readonly part?: Part;
  readonly around?: PartText;
  /** Was the part linted? Then it is of the dialect of those before it, though by itself it need not be known for it: its records may have been like others. */
  readonly isLinted?: true;
}

export interface LintSettings {
  readonly rules: RuleSet;
  readonly dialects: readonly Dialect[];
  /** The dialect to read with, instead of recognising one. */
  readonly dialect: Dialect | undefined;
  readonly intent: Intent | undefined;
  /** Does nothing but a text itself decide what it is? A plugin's dialect may go by anything, and who says an intent may mean what no dialect knows. */
  readonly isByText: boolean;
  /** Was this manifest named on purpose? Then it is told when it is none. */
  readonly isNamed: boolean;
}

/** An image of a manifest, on its way to the rules. */
export interface ManifestImage {
  readonly subject: Subject;
  readonly dialect: Dialect;
  readonly document: TextDocument;
  /** Is there no other document in the text? */
  readonly isAlone: boolean;
  /** Where other readers of the text would read other values. */
  readonly ambiguities: readonly Violation[];
}

export interface ReadManifest {
  readonly documents: readonly TextDocument[];
  readonly problems: readonly ReadingProblem[];
  /** The images, one by one; empty when no dialect is recognised. */
  images(): Iterable<ManifestImage>;
}

/** Reads a manifest. Undefined when it holds nothing that any dialect could know. */
export function readManifest(manifest: Manifest, settings: LintSettings): ReadManifest | undefined {
  const { text, reader } = manifest;
  const isPart = manifest.part !== undefined;
  if (!settings.isNamed && !isPart && settings.dialect === undefined && !hasMarker(text, settings.dialects)) return undefined;
  const { documents, problems } = reader.read(text);
  return { documents, problems, images: () => imagesIn(manifest, documents, settings) };
}

function* imagesIn(manifest: Manifest, documents: readonly TextDocument[], settings: LintSettings): Generator<ManifestImage> {
  const { file, text, reader, part } = manifest;
  const other = reader.otherVersion !== undefined && mayBeAmbiguous(text) ? reader.otherVersion.read(text).documents : undefined;
  const hints: RecogniseHints = { path: file, intent: settings.intent ?? null };
  const isStream = reader.format === 'ndjson';
  let dialect = part?.dialect;
  let index = part?.images ?? 0;
  const before = part?.documents ?? 0;
  for (const document of documents) {
    // All records of a stream are of one kind: the first one tells.
    if (dialect === undefined || !(isStream || manifest.isLinted === true)) dialect = dialectOf(document, settings, hints);
    if (part !== undefined && !isStream) holdToParts(dialect, part);
    if (dialect === undefined) continue;
    for (const { raw, ambiguities } of readImages(dialect, document, other, isStream, hints)) {
      const subject: Subject = { file, part, document: before + document.index, identity: identityOf(raw, index++, dialect), raw };
      yield { subject, dialect, document, isAlone: documents.length === 1, ambiguities };
    }
  }
}

/** The parts of a list are of one dialect, and of one that looks at each item by itself. */
function holdToParts(dialect: Dialect | undefined, part: Part): void {
  const isFirst = part.index === 0;
  if (dialect?.isPerItem !== true || (!isFirst && dialect !== part.dialect)) throw new PartsError();
}

/** The dialect to read with. Who says what a named file is for says that it holds images, in Glance's own words if in no other. */
function dialectOf(document: TextDocument, settings: LintSettings, hints: RecogniseHints): Dialect | undefined {
  return settings.dialect
    ?? recogniseDialect(settings.dialects, document.value, hints)
    ?? (settings.intent !== undefined && settings.isNamed ? settings.dialects.at(-1) : undefined);
}

export function hasMarker(text: string, dialects: readonly Dialect[]): boolean {
  return dialects.some(({ markers }) => markers.some((marker) => text.includes(marker)));
}

/** The images as the dialect's own tool reads them, and where other readers would differ. */
function readImages(
  dialect: Dialect,
  document: TextDocument,
  other: readonly TextDocument[] | undefined,
  isStream: boolean,
  hints: RecogniseHints,
): Iterable<{ readonly raw: RawImage; readonly ambiguities: readonly Violation[] }> {
  const imagesOf = ({ value }: TextDocument): readonly RawImage[] =>
    (isStream ? [dialect.record(value, hints)] : [...dialect.images(value, hints)]);
  const images = imagesOf(document);
  const otherDocument = other?.find(({ index }) => index === document.index);
  if (otherDocument === undefined) return images.map((raw) => ({ raw, ambiguities: NONE }));
  const others = imagesOf(otherDocument);
  const [own, foreign] = dialect.yaml === '1.1' ? [others, images] : [images, others];
  return own.map((raw, index) => {
    const counterpart = foreign[index];
    return { raw, ambiguities: counterpart === undefined ? NONE : ambiguitiesIn(raw, counterpart) };
  });
}

const NONE: readonly Violation[] = [];

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
