import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { displayWidth } from '../../src/reporters/display-width.js';

for (const [what, text, width] of [
  ['nothing', '', 0],
  ['ASCII', 'qcow2', 5],
  ['letters with accents', 'Größe', 5],
  ['combining marks', 'e\u0301a\u0323\u0308', 2],
  ['Chinese', '大きさ', 6],
  ['Korean', '한국어', 6],
  ['halfwidth and fullwidth forms', 'ﾊＡ', 3],
  ['the wide blank', '\u3000', 2],
  ['signs of a rare plane', '𠀀', 2],
  ['emoji', '👍🚀', 4],
  ['emoji with a skin tone', '👍🏽', 2],
  ['a sign made an emoji', '❤️', 2],
  ['the same sign as text', '❤', 1],
  ['a digit with a selector', '1\ufe0f', 1],
  ['a flag', '🇩🇪', 2],
  ['right to left', 'שלום', 4],
] as const) {
  test(`${what}: ${width} columns`, () => assert.is(displayWidth(text), width));
}

test.run();
