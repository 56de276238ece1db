import { DIALECTS, recogniseDialect } from '../dialects/index.js';
import type { Dialect } from '../model/dialect.js';
import type { Image, Path } from '../model/image.js';
import type { SetRule } from '../model/rule.js';
import { locate } from '../text/index.js';
import type { Node, Span } from '../text/node.js';
import { countLineEnds } from '../text/position.js';
import { RecordPatterns, type Slot } from '../text/record-patterns.js';
import { recordsOf } from '../text/records.js';
import { bag } from '../words/bag.js';
import type { Manifest, ManifestImage } from './manifest.js';
import type { Subject } from './raw-finding.js';
import type { Plan, RuleRunner } from './rule-runner.js';
import type { Active } from './rule-set.js';
import { hasLength, SHAPES, shapeOf } from './value-shapes.js';

/*
 * Records that are written like one in which nothing was found, but for a few values, need not be read: what stands
 * between these values means the same, and only the rules that look at one of them can find something. Such records
 * are surely clean, and all others are linted as ever. Values count only if they can be taken as they stand: text
 * without escapes and templates, digits, true and false.
 */

const TAGS = 'tags';
/** More kinds of records are not worth the memory, and would take long to tell apart. */
const MOST_KINDS = 200;
/** When so many records were tried, and few of them were like others, the rest is not tried. */
const TRIAL = 100;
/** The first image may be the only one, and then there is nothing to learn for. */
const FIRST = 1;
/** What every comment for us begins with: it may hold back what would be found. */
const MARK = 'glance-lint-';

/** Where a value goes in the image. */
interface Part {
  readonly attribute: string;
  /** Number of the tag. */
  readonly index: number | undefined;
  readonly type: 'string' | 'number' | 'boolean';
  /** How long it may be. */
  readonly least: number;
  readonly most: number;
}

/** Records that are alike. */
interface Kind {
  readonly dialect: Dialect;
  readonly runner: RuleRunner;
  /** The rules that may find something in one of them. */
  readonly plan: Plan;
  /** The rules that one of them may give something to compare. */
  readonly setRules: readonly Active<SetRule>[];
  readonly parts: readonly Part[];
  /** One of their images. */
  readonly image: Image;
  readonly subject: Subject;
  /** Is a text that is nothing but one of them a manifest, with this one image? */
  readonly isManifest: boolean;
  /** How many lines end in one. */
  readonly lineEnds: number;
}

/** An image in which nothing was found, and the kind of its record. */
export interface SureImage {
  readonly image: Image;
  readonly kind: Pick<Kind, 'dialect' | 'subject' | 'setRules' | 'isManifest' | 'lineEnds'>;
}

/** Knows records that are surely clean. */
export class SureRecords {
  readonly #patterns = new RecordPatterns<Kind>();
  #seen = 0;
  #kinds = 0;
  #tried = 0;
  #sure = 0;

  /** Is it worth asking? */
  get isUseful(): boolean {
    return this.#kinds > 0 && (this.#tried < TRIAL || this.#sure * 2 > this.#tried);
  }

  /** The image of the record that stands from `start` to `end`, if it is surely clean. */
  imageOf(text: string, start: number, end: number): SureImage | undefined {
    this.#tried++;
    const match = this.#patterns.match(text, start, end);
    if (match === undefined) return undefined;
    const { result: kind, values } = match;
    const image = imageLike(kind, values);
    if (image === undefined || !kind.runner.findsNothing(kind.plan, image, kind.subject)) return undefined;
    this.#sure++;
    return { image, kind };
  }

  /** Learns how the record of an image is written in which nothing was found. */
  learn(manifest: Manifest, found: ManifestImage, image: Image, runner: RuleRunner, setRules: readonly Active<SetRule>[]): void {
    const isWorthIt = this.#kinds < MOST_KINDS && (this.#tried < TRIAL || this.#sure * 2 > this.#tried);
    if (++this.#seen <= FIRST || !isWorthIt || found.dialect.isVerbatim !== true) return;
    const { subject: { raw, identity }, dialect, document } = found;
    // Without one of them, it depends on more than the text whether this is a manifest.
    if (!dialect.markers.some((name) => Object.hasOwn(image, name) || Object.hasOwn(image.properties, name))) return;
    const span = image.source !== undefined || image.release !== undefined ? undefined : spanOf(manifest, found);
    if (span === undefined || manifest.text.slice(span.start, span.end).includes(MARK)) return;
    const spots: { readonly slot: Slot; readonly part: Part }[] = [];
    const add = (at: Path, attribute: string, index: number | undefined, value: unknown): void => {
      const place = locate(document.places(), raw.locate(at));
      const slot = place === undefined || place.isParentShared ? undefined : slotOf(manifest.text, place.node, attribute, value);
      const shape = SHAPES[attribute];
      if (slot === undefined || shape === undefined) return;
      const { least, most } = shape.isOfOneLength === true ? { least: slot.end - slot.start, most: slot.end - slot.start } : shape;
      spots.push({ slot, part: { attribute, index, type: shape.type, least, most } });
    };
    for (const attribute in SHAPES) if (attribute !== TAGS && Object.hasOwn(image, attribute)) add([attribute], attribute, undefined, image[attribute as keyof Image]);
    for (const [index, tag] of image.tags?.entries() ?? []) add([TAGS, index], TAGS, index, tag);
    spots.sort((a, b) => a.slot.start - b.slot.start);
    const isApart = spots.every(({ slot }, index) => slot.start >= (spots[index - 1]?.slot.end ?? span.start) && slot.end < span.end);
    if (!isApart) return;
    const ordinary = new Set(spots.map(({ part }) => part.attribute));
    if (spots.filter(({ part }) => part.attribute === TAGS).length < (image.tags?.length ?? 0)) ordinary.delete(TAGS);
    const plan = runner.planFor(raw, image, ordinary);
    if (plan === undefined) return;
    const own = ownImage(image);
    const subject: Subject = {
      file: '', document: 0, identity: { ...identity, name: null, id: null },
      raw: { attributes: own as unknown as Record<string, unknown>, properties: own.properties, intent: raw.intent, locate: (path) => path },
    };
    const lineEnds = countLineEnds(manifest.text, span.start, span.end);
    const kind: Kind = { dialect, runner, plan, setRules, parts: spots.map(({ part }) => part), image: own, subject, isManifest: isKnownAlone(manifest, found), lineEnds };
    if (this.#patterns.add(manifest.text, span.start, span.end, spots.map(({ slot }) => slot), kind)) this.#kinds++;
  }
}

/** The stretch of text that is the image's record; undefined when the text is more than records. */
function spanOf({ text, reader, part }: Manifest, { subject: { raw }, document, isAlone }: ManifestImage): Span | undefined {
  const [index, ...rest] = raw.locate([]);
  if (rest.length > 0 || reader.format === 'hcl') return undefined;
  if (reader.format === 'ndjson') return index === undefined ? document.places().span : undefined;
  // One image, and nothing else but comments.
  if (index === undefined) return isAlone && part === undefined ? { start: 0, end: text.length } : undefined;
  const item = locate(document.places(), [index])?.node.span;
  if (item === undefined || reader.format === 'json') return item;
  const start = text.lastIndexOf('\n', item.start) + 1;
  const end = text.startsWith('- ', start) ? recordsOf('yaml')?.endOf(text, start) : undefined;
  // The last item may go on into another document, and aliases mean what stands above, in this text.
  return !isAlone || end === undefined || text.slice(start, end).includes('*') ? undefined : { start, end };
}

/** Would a text that is nothing but the record of this image be taken for a manifest of the same dialect? */
function isKnownAlone({ reader }: Manifest, { subject: { raw }, document: { value }, dialect }: ManifestImage): boolean {
  const [index] = raw.locate([]);
  const record = index === undefined ? value : (value as Readonly<Record<string | number, unknown>>)[index];
  // A dash makes a list of it.
  const alone = index !== undefined && reader.format === 'yaml' ? [record] : record;
  return recogniseDialect(DIALECTS, alone, { path: '', intent: null }) === dialect;
}

/** The value as it stands in the text; undefined when it is not written in one of the simple ways. */
function slotOf(text: string, { kind, span: { start, end } }: Node, attribute: string, value: unknown): Slot | undefined {
  if (kind !== 'scalar' || start === end) return undefined;
  const quotes = /^["']/.test(text.charAt(start)) ? 1 : 0;
  const [from, to] = [start + quotes, end - quotes];
  const shape = shapeOf(attribute, value, text.slice(from, to), quotes > 0);
  return shape === undefined ? undefined : { start: from, end: to, shape };
}

/** An image like that of its kind, with other values, which stand from the second place on; undefined when one of them is too long or too short. */
function imageLike({ parts, image }: Kind, values: readonly string[]): Image | undefined {
  const made: Record<string, unknown> = { ...image };
  let tags: unknown[] | undefined;
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at] as Part;
    const { attribute, index, type } = part;
    const written = values[at + 1] as string;
    if (!hasLength(part, written)) return undefined;
    const value = type === 'string' ? written : type === 'number' ? Number(written) : written === 'true';
    if (index === undefined) made[attribute] = value;
    else (tags ??= [...(image.tags ?? [])])[index] = value;
  }
  if (tags !== undefined) made[TAGS] = tags;
  return made as unknown as Image;
}

/**
 * A copy that keeps nothing of the manifest's text, and has the shape that the engine gives to what it reads as JSON:
 * such objects are copied fast. Its properties serve many images.
 */
function ownImage({ properties, ...attributes }: Image): Image {
  const copy = JSON.parse(JSON.stringify({ ...attributes, properties: null })) as Record<string, unknown>;
  copy['properties'] = Object.freeze(Object.assign(bag<string>(), JSON.parse(JSON.stringify(properties))));
  return copy as unknown as Image;
}
