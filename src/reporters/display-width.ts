import { lazy } from '../words/lazy.js';

/** Two columns wide: East Asian Wide and Fullwidth (Unicode EastAsianWidth.txt), and emoji that are shown in colour. */
const WIDE = lazy(() => new RegExp(
  '[\\u1100-\\u115f\\u2329\\u232a\\u2e80-\\u303e\\u3041-\\ua4cf\\ua960-\\ua97c\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe10-\\ufe19'
  + '\\ufe30-\\ufe6f\\uff01-\\uff60\\uffe0-\\uffe6\\u{16fe0}-\\u{18dff}\\u{1aff0}-\\u{1b2ff}\\u{20000}-\\u{3fffd}]'
  + '|(?!\\p{Regional_Indicator})\\p{Emoji_Presentation}',
  'u',
));
const FIRST_COMBINING = '\u0300';
const COMBINING = lazy(() => /^[\p{Mn}\p{Me}]/u);
/** The selector that makes a sign an emoji in colour. */
const EMOJI_SELECTOR = '\ufe0f';
const CAN_BE_EMOJI = lazy(() => /(?!\p{ASCII})\p{Emoji}/u);
const SKIN_TONE = lazy(() => /^\p{Emoji_Modifier}/u);

/** A character as a terminal shows it: with its combining marks, in a number of columns. */
export interface Cell {
  readonly text: string;
  readonly width: number;
  /** UTF-16 units that it stands for. */
  readonly length: number;
}

/** Text in cells, each character as `show` gives it. */
export function cells(text: string, show: (character: string, index: number) => string = (character) => character): Cell[] {
  const found: { text: string; width: number; length: number }[] = [];
  let index = 0;
  for (const character of text) {
    const last = character < FIRST_COMBINING ? undefined : found.at(-1);
    if (last !== undefined && last.width > 0 && (COMBINING().test(character) || (SKIN_TONE().test(character) && last.width === 2))) {
      last.text += character;
      last.length += character.length;
      if (character === EMOJI_SELECTOR && CAN_BE_EMOJI().test(last.text)) last.width = 2;
    } else {
      const shown = show(character, index);
      found.push({ text: shown, width: shown === character ? characterWidth(character) : shown.length, length: character.length });
    }
    index += character.length;
  }
  return found;
}

export function displayWidth(text: string): number {
  return cells(text).reduce((sum, { width }) => sum + width, 0);
}

function characterWidth(character: string): number {
  if (character < FIRST_COMBINING) return 1;
  if (COMBINING().test(character)) return 0;
  return WIDE().test(character) ? 2 : 1;
}
