import { lazy } from '../words/lazy.js';

/**
 * What must not reach a terminal as it is: control characters (ANSI escapes among them), what turns the direction
 * of writing, what shows as nothing or as a blank that is none, and halves of characters. Variation selectors
 * stay: they belong to emoji. So does the blank that is as wide as a Chinese character.
 */
const UNPRINTABLE = lazy(() => /(?![ \u3000\ufe0e\ufe0f])[\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu);

/** `##[…]` and `##vso[…]` are commands to the runners of GitHub, Azure and TeamCity, wherever they stand in a line. */
const RUNNER_COMMAND = /(?<=#)#(?=\w*\[)/g;

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Nothing but ASCII letters and signs, and no runner's command: as most texts are, and quick to ask. */
export function isPlain(text: string): boolean {
  return !/[^ -~]|##/.test(text);
}

/** Text from a manifest, on one line, with everything that a terminal or a build log would obey made visible. */
export function printable(text: string): string {
  if (isPlain(text)) return text;
  return text.replace(UNPRINTABLE(), escaped).replace(RUNNER_COMMAND, escaped);
}

/** Where a text has a `#` that would begin a command: indices into the text. */
export function runnerCommands(text: string): ReadonlySet<number> {
  return new Set(Array.from(text.matchAll(RUNNER_COMMAND), ({ index }) => index));
}

/** A file's name, as `printable`, and such that it cannot begin a GitHub workflow command (`::`). */
export function printablePath(file: string): string {
  return printable(/^\s*::/.test(file) ? `./${file}` : file);
}

/** Text without halves of characters: what writes UTF-8 or reads JSON strictly stumbles over them. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}

function escaped(character: string): string {
  const code = character.codePointAt(0) as number;
  return SHORT[character] ?? (code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`);
}
