/*
 * How the Python services read and write plain values. Nova reads image properties with these; the Python
 * tools write them so.
 */

/** A plain value as Python's `str()` writes it. Lists and mappings are not spelled out: YAML's aliases can make them endless. */
export function pythonText(value: unknown): string {
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (value === null) return 'None';
  if (value instanceof Date) return dateText(value);
  if (typeof value === 'object') return Array.isArray(value) ? '[…]' : '{…}';
  return String(value);
}

/** A day without a time is a `date` to PyYAML, anything else a `datetime`. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const [day = '', time = ''] = date.toISOString().split('T');
  return time.startsWith('00:00:00.000') ? day : `${day} ${time.replace(/(\.000)?Z$/, '+00:00')}`;
}

/** What `str.isspace` says of a character: unlike in JavaScript, the separators are blanks and U+FEFF is none. */
const BLANK = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;

export function hasBlank(text: string): boolean {
  return BLANK.test(text);
}

/** What `text.strip()` gives. */
export function pythonStrip(text: string): string {
  return strip(text, BLANK);
}

function strip(text: string, blank: RegExp): string {
  let start = 0;
  let end = text.length;
  while (start < end && blank.test(text[start] as string)) start++;
  while (start < end && blank.test(text[end - 1] as string)) end--;
  return text.slice(start, end);
}

/** The same without the separators of ASCII, which `int` does not skip. */
const BLANK_FOR_INT = /[\t-\r\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;

/** Python refuses longer numbers, lest they cost too much time. */
const MOST_DIGITS = 4300;

const ASCII = /^[\0-\x7f]*$/;

/**
 * What `int(text)` gives; undefined where it raises ValueError. Blanks around, `+`, `-`, `1_000` and the digits of
 * all scripts are allowed.
 */
export function pythonInt(text: string): bigint | undefined {
  const stripped = strip(text, BLANK_FOR_INT);
  // V8 takes a millisecond to learn the digits of all scripts, and hardly anybody writes them.
  const match = ASCII.test(stripped) ? /^([+-]?)([0-9]+(?:_[0-9]+)*)$/.exec(stripped) : /^([+-]?)(\p{Nd}+(?:_\p{Nd}+)*)$/u.exec(stripped);
  if (match === null) return undefined;
  const digits = (match[2] as string).replaceAll('_', '');
  if ([...digits].length > MOST_DIGITS) return undefined;
  const magnitude = BigInt(/^[0-9]+$/.test(digits) ? digits : [...digits].map(digitValue).join(''));
  return match[1] === '-' ? -magnitude : magnitude;
}

/** Unicode keeps the ten digits of a script together, so the distance to the first one is the value. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) as number;
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return (code - zero) % 10;
}

const TRUE_WORDS = new Set(['1', 't', 'true', 'on', 'y', 'yes']);
const FALSE_WORDS = new Set(['0', 'f', 'false', 'off', 'n', 'no']);

/**
 * What a FlexibleBooleanField makes of text: every word that is not known is false, without a complaint.
 * Source: oslo.utils oslo_utils/strutils.py bool_from_string, oslo.versionedobjects fields.py.
 */
export function flexibleBoolean(text: string): { readonly value: boolean; readonly isKnown: boolean } {
  const word = pythonStrip(text).toLowerCase();
  return { value: TRUE_WORDS.has(word), isKnown: TRUE_WORDS.has(word) || FALSE_WORDS.has(word) };
}
