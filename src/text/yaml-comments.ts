import { EVENT_ID, parseEvents } from 'js-yaml';
import type { Span } from './node.js';
import { lineEnd } from './yaml-gaps.js';

/** The comments of a YAML text, each to the end of its line; none where the text is broken. */
export function yamlComments(text: string): Span[] {
  const comments: Span[] = [];
  /** What stands between the scalars: indicators, blanks and comments. */
  const gap = (from: number, to: number): void => {
    for (let at = text.indexOf('#', from); at >= 0 && at < to; at = text.indexOf('#', at)) {
      const isComment = at === 0 || /\s/.test(text.charAt(at - 1));
      const end = isComment ? lineEnd(text, at) : at + 1;
      if (isComment) comments.push({ start: at, end });
      at = end;
    }
  };
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
