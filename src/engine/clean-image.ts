import type { RawImage } from '../model/dialect.js';
import { UNKNOWN, type Image } from '../model/image.js';
import type { DialectTraits, Violation } from '../model/rule.js';
import { violationsOf } from '../schema/violations.js';
import { bag } from '../words/bag.js';
import { pythonText } from '../words/python.js';

export interface CleanImage {
  /** Undefined when something else stands where the image should be. */
  readonly image: Image | undefined;
  readonly violations: readonly Violation[];
  /** Is everything that the manifest says of the image in it, as it says it? */
  readonly isWhole: boolean;
}

/** Holds an image against the schema, and leaves out what has a wrong type or is not known: rules need not look twice. */
export function cleanImage(raw: RawImage, dialect: DialectTraits): CleanImage {
  if (raw.malformed !== undefined) {
    return { image: undefined, isWhole: false, violations: [{ keyword: 'type', at: [], attribute: '', value: raw.malformed.value, params: { type: 'object' } }] };
  }
  const whole = { ...raw.attributes, properties: raw.properties };
  const ofSchema = violationsOf(raw, whole);
  // What has the right types throughout is clean as it is.
  const isWhole = ofSchema === undefined;
  const image = isWhole ? (whole as Image) : withoutWrong(raw, ofSchema, dialect);
  const ofRelease = releaseViolations(raw);
  const violations = isWhole ? ofRelease : [...ofSchema, ...ofRelease];
  if (raw.source === undefined && raw.release === undefined) return { image, violations, isWhole };
  return { image: { ...image, ...annex('source', raw.source), ...annex('release', raw.release) }, violations, isWhole };
}

const NONE: readonly Violation[] = [];

/** A version is text in every catalogue; one that is a number has lost its quotes. */
function releaseViolations({ release }: RawImage): readonly Violation[] {
  const value = release?.['version'];
  return typeof value === 'number' ? [{ keyword: 'type', at: ['release', 'version'], attribute: 'release', value, params: { type: 'string' } }] : NONE;
}

function withoutWrong(raw: RawImage, violations: readonly Violation[], { nonStringProperty }: DialectTraits): Image {
  const wrong = new Set(violations.filter(({ keyword }) => keyword === 'type').map(({ attribute }) => attribute));
  const clean: Record<string, unknown> = {};
  for (const name in raw.attributes) {
    const value = raw.attributes[name];
    const isKnown = value !== UNKNOWN && !(Array.isArray(value) && value.includes(UNKNOWN));
    if (isKnown && !wrong.has(name)) clean[name] = value;
  }
  const properties = bag<string>();
  for (const name in raw.properties) {
    const value = raw.properties[name];
    if (typeof value === 'string') properties[name] = value;
    else if (nonStringProperty === 'converted' && (typeof value === 'number' || typeof value === 'boolean')) properties[name] = pythonText(value);
  }
  return { ...clean, properties };
}

/** What dialects tell beside the image itself; known values of the right type only. */
function annex(name: 'source' | 'release', values: Readonly<Record<string, unknown>> | undefined): object {
  if (values === undefined) return {};
  const known = Object.entries(values).filter(([, value]) => ['string', 'boolean', 'number'].includes(typeof value));
  return { [name]: Object.fromEntries(known.map(([key, value]) => [key, typeof value === 'number' ? pythonText(value) : value])) };
}
