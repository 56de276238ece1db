import type { Finding, Fix, RelatedPlace } from '../model/finding.js';
import type { Path } from '../model/image.js';
import { Lines, locate, toPointer, type TextDocument } from '../text/index.js';
import type { Span } from '../text/node.js';
import { shared } from '../text/own.js';
import { Excerpts } from './excerpts.js';
import { Lasting } from './lasting.js';
import { lineHash } from './line-hash.js';
import type { Manifest } from './manifest.js';
import type { Part } from './part.js';
import type { RawFinding, Subject } from './raw-finding.js';

/** A manifest that was read: what places need. */
export interface Source extends Omit<Manifest, 'parts'> {
  readonly documents: readonly TextDocument[];
}

/** The lines of the text; of a part, with the numbers that they have in the whole. */
export function linesOf({ text, part, around }: Pick<Manifest, 'text' | 'part' | 'around'>): Lines {
  if (part === undefined || around === undefined) return new Lines(text);
  const { before, gap, after } = around;
  return new Lines(before + text + gap + after, part.beginning, before.length);
}

export interface LocateOptions {
  /** Where a rule's documentation is; null when nowhere. */
  docsOf(ruleId: string): string | null;
  /** Compute GitHub's line hashes. Costs a pass over the text. */
  readonly withLineHashes: boolean;
  /** Where related places are that are not in the text at hand. */
  readonly placeOf?: (related: Related) => Place | undefined;
}

/** A place beside the finding's own. */
export type Related = RawFinding['related'][number];
export type Place = Pick<RelatedPlace, 'pointer' | 'range'>;

const NONE: readonly RelatedPlace[] = [];

/** Gives line, column, excerpt and text edits to the findings of one file. */
export function locateFindings(findings: readonly RawFinding[], source: Source, options: LocateOptions): Finding[] {
  const lines = linesOf(source);
  const excerpts = new Excerpts(lines);
  const lasting = new Lasting();
  const located = findings.map((finding): Finding => {
    const path = finding.subject.raw.locate(finding.at);
    const document = documentOf(source, finding.document);
    const range = lines.range(spanOf(document, path, finding.at, finding.onName, finding.subject));
    const hash = options.withLineHashes ? lineHash(source, range.start.line) : undefined;
    const docs = finding.rule.docs ?? options.docsOf(finding.rule.id);
    return {
      rule: finding.rule.id,
      severity: finding.severity,
      message: shared(finding.message),
      messageId: finding.messageId,
      data: lasting.data(finding.rule.id, finding.messageId, finding.data),
      consequence: finding.consequence,
      file: source.file,
      pointer: shared(toPointer(inWhole(path, source.part))),
      imagePointer: shared(toPointer(placeInImage(finding))),
      document: finding.document,
      range,
      image: lasting.identity(finding.subject.identity),
      related: finding.related.length === 0 ? NONE : finding.related.flatMap((place) => relatedPlace(place, source, lines, options)),
      fix: fixOf(finding, source, document, lines),
      docs: docs === null ? null : shared(docs),
      excerpt: excerpts.around(range),
      ...(hash === undefined ? {} : { lineHash: hash }),
    };
  });
  return withoutRepetitions(located.sort(byPosition));
}

/** What several images get from one place of the manifest is told once. */
function withoutRepetitions(sorted: readonly Finding[]): Finding[] {
  const nameOf = ({ rule, message, range }: Finding): string => `${rule} ${range.end.offset} ${message}`;
  let here: Set<string> | undefined;
  return sorted.filter((finding, index) => {
    const before = sorted[index - 1];
    if (before?.range.start.offset !== finding.range.start.offset) {
      here = undefined;
      return true;
    }
    here ??= new Set([nameOf(before)]);
    const count = here.size;
    return here.add(nameOf(finding)).size > count;
  });
}

/** Of items of a list, the number is left out, and a key that is not known is called by its name. */
function placeInImage({ at, subject }: RawFinding): Path {
  const [first, index] = at;
  if (first === 'strays') return [first, subject.raw.strays?.[Number(index)]?.key ?? ''];
  return at.map((step) => (typeof step === 'number' ? '*' : step));
}

export function byPosition(a: Finding, b: Finding): number {
  return a.range.start.offset - b.range.start.offset || a.range.end.offset - b.range.end.offset
    || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}

/** Documents are in order; those that cannot be read are missing. */
function documentOf({ documents, part }: Source, index: number): TextDocument | undefined {
  const own = index - (part?.documents ?? 0);
  for (let at = Math.min(own, documents.length - 1); at >= 0; at--) {
    const document = documents[at] as TextDocument;
    if (document.index <= own) return document.index === own ? document : undefined;
  }
  return undefined;
}

/** From a path in a part to the path in the whole. */
function inWhole(path: Path, part: Part | undefined): Path {
  const [first, ...rest] = path;
  return part !== undefined && typeof first === 'number' ? [part.items + first, ...rest] : path;
}

function spanOf(document: TextDocument | undefined, path: Path, at: Path, onName: boolean, { raw }: Subject): Span {
  if (document === undefined) return { start: 0, end: 0 };
  const root = document.places();
  const found = locate(root, path);
  if (found === undefined) return root.span;
  // What is about the image as a whole is shown at its name: a span of many lines tells nothing.
  if (at.length === 0) {
    const name = locate(root, raw.locate(['name'])) ?? locate(root, raw.locate(['id']));
    if (name?.entry !== undefined) return name.node.span;
    const first = found.node.entries?.[0];
    return first?.keySpan ?? { start: found.node.span.start, end: Math.min(found.node.span.start + 1, found.node.span.end) };
  }
  if (found.entry !== undefined && (onName || found.node.kind !== 'scalar')) return found.entry.keySpan;
  return found.node.span;
}

function relatedPlace(related: Related, here: Source, lines: Lines, options: LocateOptions): RelatedPlace[] {
  const { message, at, subject } = related;
  const isHere = subject.file === here.file && subject.part?.index === here.part?.index;
  const place = isHere ? placeOf(subject, at, here, lines) : options.placeOf?.(related);
  return place === undefined ? [] : [{ message, file: subject.file, ...place }];
}

/** Where a place of an image is in its manifest. */
export function placeOf(subject: Subject, at: Path, source: Source, lines: Lines): Place {
  const path = subject.raw.locate(at);
  return { pointer: toPointer(inWhole(path, source.part)), range: lines.range(spanOf(documentOf(source, subject.document), path, at, false, subject)) };
}

function fixOf({ fix, subject, at }: RawFinding, source: Source, document: TextDocument | undefined, lines: Lines): Fix | null {
  if (fix === undefined || document === undefined) return null;
  const place = fix.at ?? at;
  if (subject.raw.allows?.(place, fix.change) === false) return null;
  const edits = source.reader.edit(source.text, document, subject.raw.locate(place), fix.change);
  if (edits === undefined) return null;
  const before = source.part === undefined ? 0 : lines.position(0).offset;
  const moved = edits.map(({ start, end, text }) => ({ start: before + start, end: before + end, text: shared(text) }));
  return { safe: fix.safe, description: shared(fix.description), edits: moved };
}
