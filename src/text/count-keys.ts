/*
 * JSON.parse drops duplicate keys silently. When as many keys stand in the text as in the value, there were
 * none: a proof that costs far less than a parser of our own.
 */

const [TAB, LF, CR, SPACE, COLON, BACKSLASH] = [9, 10, 13, 32, 58, 92];

/** Keys written in a valid JSON text, by hops from quote to quote. */
export function countKeysInText(text: string): number {
  let count = 0;
  for (let open = text.indexOf('"'); open >= 0; ) {
    let close = text.indexOf('"', open + 1);
    while (isEscaped(text, close)) close = text.indexOf('"', close + 1);
    let next = close + 1;
    let code = text.charCodeAt(next);
    while (code === SPACE || code === LF || code === CR || code === TAB) code = text.charCodeAt(++next);
    if (code === COLON) count++;
    open = text.indexOf('"', next);
  }
  return count;
}

function isEscaped(text: string, quote: number): boolean {
  let backslashes = 0;
  while (text.charCodeAt(quote - 1 - backslashes) === BACKSLASH) backslashes++;
  return backslashes % 2 === 1;
}

/** Keys that a parsed value has. Iterative: depth must not cost stack. */
export function countKeysInValue(value: unknown): number {
  let count = 0;
  const open: unknown[] = [value];
  for (let item = open.pop(); item !== undefined; item = open.pop()) {
    if (typeof item !== 'object' || item === null) continue;
    if (Array.isArray(item)) {
      for (const child of item) if (typeof child === 'object' && child !== null) open.push(child);
    } else {
      for (const key in item) {
        count++;
        const child = (item as Record<string, unknown>)[key];
        if (typeof child === 'object' && child !== null) open.push(child);
      }
    }
  }
  return count;
}
