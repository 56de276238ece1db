import { HASHES } from '../facts/hashes.js';

/*
 * What ordinary values of base attributes look like: those that are right, in which hardly any rule could find
 * something, and that mean themselves wherever they stand: between quotes in JSON and YAML, without escapes and
 * templates, or plainly in YAML. Much narrower than what Glance takes.
 */

interface Shape {
  readonly type: 'string' | 'number' | 'boolean';
  /** What a value looks like between quotes: a regular expression without groups. Numbers and booleans stand without. */
  readonly quoted?: string;
  readonly plain?: string;
  /** How long a text may be. Not said in the expressions: counting makes those slow. */
  readonly least: number;
  readonly most: number;
  /** Are all values of records that are alike as long as one another? */
  readonly isOfOneLength?: true;
}

/** Characters that mean themselves between quotes, no blanks at the ends. Braces may belong to a template. */
const TEXT = String.raw`(?! )[ !#-&(-[\]-z|~]+(?<! )`;
/** Words that some version of YAML takes for something else than text. */
const SPECIAL = ['y', 'n', 'yes', 'no', 'on', 'off', 'true', 'false', 'null', 'nan', 'inf'].map(inAnyCase).join('|');
const WORDS = String.raw`(?!(?:${SPECIAL})(?![\w.-]| [\w.-]))[A-Za-z][\w.-]*(?: [\w.-]+)*`;
const [DIGIT, HEX_DIGIT] = [String.raw`\d`, '[0-9a-fA-F]'];
/** Written out, as counting takes longer. */
const UUID = [8, 4, 4, 4, 12].map((count) => HEX_DIGIT.repeat(count)).join('-');
const POINT_IN_TIME = String.raw`${DIGIT.repeat(4)}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ`;
const VISIBILITY = 'community|private|public|shared';

const LONG = 255;
const text: Shape = { type: 'string', quoted: TEXT, plain: WORDS, least: 1, most: LONG };
const pointInTime: Shape = { type: 'string', quoted: POINT_IN_TIME, least: 1, most: LONG };
const flag: Shape = { type: 'boolean', plain: 'true|false', least: 1, most: LONG };
/** Below 2^31. */
const small: Shape = { type: 'number', plain: String.raw`0|[1-9]\d*`, least: 1, most: 9 };
/** As many digits as fit a number without loss. */
const large: Shape = { type: 'number', plain: String.raw`[1-9]\d*`, least: 1, most: 15 };

/** By base attribute. Of tags, what one of them looks like. */
export const SHAPES: Readonly<Record<string, Shape>> = {
  id: { type: 'string', quoted: UUID, plain: UUID, least: 1, most: LONG },
  name: text, owner: text, tags: text,
  visibility: { type: 'string', quoted: VISIBILITY, plain: VISIBILITY, least: 1, most: LONG },
  protected: flag, os_hidden: flag,
  min_disk: small, min_ram: small, size: large, virtual_size: large,
  checksum: digest(32, 32), os_hash_value: digest(32, 128),
  created_at: pointInTime, updated_at: pointInTime,
};

/** Small letters, and not the digest of nothing. Without quotes, digits at the beginning could be those of a number. */
function digest(least: number, most: number): Shape {
  const ofNothing = HASHES.flatMap((hash) => hash.ofNothing?.slice(0, 8) ?? []).join('|');
  const isOther = `(?!${ofNothing})`;
  return { type: 'string', quoted: `${isOther}[0-9a-f]+`, plain: `${isOther}[a-f][0-9a-f]+`, least, most, isOfOneLength: true };
}

function inAnyCase(word: string): string {
  return [...word].map((letter) => `[${letter}${letter.toUpperCase()}]`).join('');
}

export function hasLength({ least, most }: Pick<Shape, 'least' | 'most'>, written: string): boolean {
  return written.length >= least && written.length <= most;
}

const patterns = new Map<string, RegExp>();

/** The shape that a value of an attribute has, as it is written; undefined when it is not one that means itself. */
export function shapeOf(attribute: string, value: unknown, written: string, isQuoted: boolean): string | undefined {
  const shape = SHAPES[attribute];
  const source = shape?.type === typeof value ? (isQuoted ? shape.quoted : shape.plain) : undefined;
  if (shape === undefined || source === undefined || written !== String(value) || !hasLength(shape, written)) return undefined;
  let pattern = patterns.get(source);
  if (pattern === undefined) patterns.set(source, (pattern = new RegExp(`^(?:${source})$`)));
  return pattern.test(written) ? source : undefined;
}
