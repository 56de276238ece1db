/** V8 copies shorter texts anyway. */
const LONG = 13;

/** The same text, which keeps no larger one in memory: JavaScript engines cut texts without copying them. */
export function own(text: string): string {
  return text.length < LONG ? text : ` ${text}`.slice(1);
}
