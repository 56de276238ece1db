import type { Key, Word, Words } from '../model/spelling.js';

/** The step to the items of a list. */
export const ITEM = '[]';

/** Every word with what it is for, the stronger ones first. */
export function wordsIn<Name extends string>(words: Readonly<Record<string, Words | undefined>> = {}): [Name, Word][] {
  return Object.entries(words).flatMap(([name, word = []]) => [word].flat().map((one): [Name, Word] => [name as Name, one as Word]));
}

/** The keys of the manifest that a word is made of. */
export function keysIn(word: Word): readonly Key[] {
  if (typeof word === 'string') return [word];
  if ('key' in word) return [word.key];
  return 'joined' in word ? word.joined : [];
}

/** `versions[].id` step by step. */
export function stepsOf(key: Key): readonly string[] {
  return key === '' ? [] : key.replaceAll(ITEM, `.${ITEM}`).split('.');
}
