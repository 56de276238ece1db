/*
 * How the Python services read and write plain values. Nova reads image properties with these; the Python
 * tools write them so.
 */

/** A plain value as Python's `str()` writes it. */
export function pythonText(value: unknown): string {
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (value === null) return 'None';
  return String(value);
}

/** What `int(text)` gives; undefined where it raises ValueError. Blanks around, `+`, `-` and `1_000` are allowed. */
export function pythonInt(text: string): bigint | undefined {
  const trimmed = text.replace(/^[\s\x1c-\x1f\x85]+|[\s\x1c-\x1f\x85]+$/g, '');
  const match = /^([+-]?)([0-9]+(?:_[0-9]+)*)$/.exec(trimmed);
  if (match === null) return undefined;
  const magnitude = BigInt((match[2] as string).replaceAll('_', ''));
  return match[1] === '-' ? -magnitude : magnitude;
}

const TRUE_WORDS = new Set(['1', 't', 'true', 'on', 'y', 'yes']);
const FALSE_WORDS = new Set(['0', 'f', 'false', 'off', 'n', 'no']);

/**
 * What a FlexibleBooleanField makes of text: every word that is not known is false, without a complaint.
 * Source: oslo.utils oslo_utils/strutils.py bool_from_string, oslo.versionedobjects fields.py.
 */
export function flexibleBoolean(text: string): { readonly value: boolean; readonly isKnown: boolean } {
  const word = text.trim().toLowerCase();
  return { value: TRUE_WORDS.has(word), isKnown: TRUE_WORDS.has(word) || FALSE_WORDS.has(word) };
}
