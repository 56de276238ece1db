import { ARCHITECTURE_WORDS } from '../facts/architecture-words.js';
import { lazy } from './lazy.js';

const WORDS = lazy(() => new RegExp(`(?<![a-z0-9])(?:${Object.keys(ARCHITECTURE_WORDS).join('|')})(?![a-z0-9])`, 'gi'));
/** Every word has one of these numbers in it, and most names have none of them. */
const NUMBER = lazy(() => new RegExp([...new Set(Object.keys(ARCHITECTURE_WORDS).map((word) => /\d\d+(?=\D*\d?$)/.exec(word)?.[0] ?? ''))].join('|')));

/** The one architecture that a name of an image or a file speaks of; undefined for none, and for several. */
export function architectureIn(text: string): string | undefined {
  if (!NUMBER().test(text)) return undefined;
  const found = new Set([...text.matchAll(WORDS())].map(([word]) => ARCHITECTURE_WORDS[word.toLowerCase()]));
  return found.size === 1 ? [...found][0] : undefined;
}

/** An architecture as Nova calls it, where we know what was meant. */
export function architectureMeant(value: string): string {
  const word = value.trim().toLowerCase();
  return Object.hasOwn(ARCHITECTURE_WORDS, word) ? (ARCHITECTURE_WORDS[word] as string) : word;
}
