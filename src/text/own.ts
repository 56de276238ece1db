/** V8 copies shorter texts anyway. */
const LONG = 13;
/** How many texts are remembered. */
const MOST_SHARED = 1000;

/** The same text, which keeps no larger one in memory: JavaScript engines cut texts without copying them. */
export function own(text: string): string {
  return text.length < LONG ? text : ` ${text}`.slice(1);
}

let sharedTexts = new Map<string, string>();

/** As `own`; and of equal texts that are asked for again and again, there is only one. */
export function shared(text: string): string {
  const known = sharedTexts.get(text);
  if (known !== undefined) return known;
  if (sharedTexts.size >= MOST_SHARED) sharedTexts = new Map();
  const owned = own(text);
  sharedTexts.set(owned, owned);
  return owned;
}
