import { readManifest, type LintSettings, type Manifest } from '../engine/manifest.js';
import type { Dialect, RawImage } from '../model/dialect.js';
import type { ImageIdentity } from '../model/finding.js';
import type { Path } from '../model/image.js';
import type { TextDocument } from '../text/index.js';

/** An image with the map that writes it. */
export interface PlacedImage {
  readonly identity: ImageIdentity;
  readonly raw: RawImage;
  readonly dialect: Dialect;
  readonly document: TextDocument;
  /** Where the map stands in the document. */
  readonly base: Path;
}

export interface ReadImages {
  readonly documents: readonly TextDocument[];
  readonly images: readonly PlacedImage[];
  /** Is there a document that cannot be read? */
  readonly isBroken: boolean;
}

/** The images of a manifest. A map that makes several, such as a catalogue's item with versions, is told once. */
export function readImages(manifest: Manifest, settings: LintSettings): ReadImages {
  const read = readManifest(manifest, settings);
  const { documents, problems } = read ?? { documents: [], problems: [] };
  const images = new Map<string, PlacedImage>();
  for (const { subject, dialect } of read?.images() ?? []) {
    const { raw, identity } = subject;
    const document = documents.find(({ index }) => index === subject.document);
    const base = raw.locate([]);
    const key = JSON.stringify([subject.document, ...base]);
    if (document !== undefined && raw.malformed === undefined && !images.has(key)) images.set(key, { identity, raw, dialect, document, base });
  }
  return { documents, images: [...images.values()], isBroken: problems.some(({ kind }) => kind === 'syntax') };
}
