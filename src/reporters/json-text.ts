/** What `printable` makes visible and JSON.stringify leaves as it is, and the second sign of a runner's command. */
const ESCAPED = /(?![\n \u3000\ufe0e\ufe0f])[\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?<=#)#(?=\w*\[)/gu;

/**
 * A value as indented JSON, with a line end. What a terminal or a build log would obey is written as `\uXXXX`: to
 * readers of JSON that is the same.
 */
export function jsonText(value: unknown): string {
  const text = `${JSON.stringify(value, null, 2)}\n`;
  return /[^\n -~]|##/.test(text) ? text.replace(ESCAPED, unitEscapes) : text;
}

function unitEscapes(character: string): string {
  return character.split('').map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
}
