import { nearest } from './nearest.js';

/**
 * Like `nearest`, for names in which the number is the meaning: `SHA-265` is a slip of `SHA-256`, but
 * `SHA3-256` and `SHA-128` are something else.
 */
export function nearestVariant(
  written: string,
  allowed: readonly string[],
  aliases: Readonly<Record<string, string>> = {},
): string | undefined {
  const word = written.trim().toLowerCase();
  if (Object.hasOwn(aliases, word)) return aliases[word];
  return nearest(word, allowed.filter((value) => digitsOf(value) === digitsOf(word)));
}

function digitsOf(text: string): string {
  return [...text.replace(/\D/g, '')].sort().join('');
}
