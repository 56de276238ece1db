import { EVENT_ID, parseEvents } from 'js-yaml';
import type { Span } from './node.js';
import { lineEnd } from './yaml-gaps.js';

/** The comments of a YAML text, each to the end of its line; none where the text is broken. */
export function yamlComments(text: string): Span[] {
  const comments: Span[] = [];
  /** What stands between the scalars: indicators, blanks and comments. */
  const gap = (from: number, to: number): void => {
    if (hash < from) hash = nextHash(text, from);
    while (hash < to) {
      const isComment = hash === 0 || /\s/.test(text.charAt(hash - 1));
      const end = isComment ? lineEnd(text, hash) : hash + 1;
      if (isComment) comments.push({ start: hash, end });
      hash = nextHash(text, end);
    }
  };
  let hash = nextHash(text, 0);
  let from = 0;
  try {
    for (const event of parseEvents(text, {})) {
      if (event.type !== EVENT_ID.SCALAR || event.valueEnd <= from) continue;
      gap(from, event.valueStart);
      from = event.valueEnd;
    }
  } catch {
    return [];
  }
  gap(from, text.length);
  return comments;
}

function nextHash(text: string, from: number): number {
  const at = text.indexOf('#', from);
  return at < 0 ? Infinity : at;
}
