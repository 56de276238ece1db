const SHOWN = 60;

/** A value as a message shows it: bounded, on one line, however large or odd the value is. */
export function show(value: unknown): string {
  if (typeof value === 'string') return `"${clip(value)}"`;
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'a mapping';
  if (typeof value === 'symbol') return 'an unknown value';
  return String(value);
}

/** A value with its kind, for a message about a wrong type: `the text "10"`, `the number 5`. */
export function describe(value: unknown): string {
  if (typeof value === 'string') return `the text ${show(value)}`;
  if (typeof value === 'number') return `the number ${value}`;
  return show(value);
}

/** Text cut to what a message can hold, never amid a character. */
export function clip(text: string, length = SHOWN): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** `a`, `b` or `c`: the first ten, and how many there are beside them. */
export function oneOf(values: readonly string[]): string {
  const shown = values.slice(0, 10).map((value) => `"${clip(value)}"`);
  const rest = values.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}`;
}
