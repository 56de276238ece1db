import { parseEvents } from 'js-yaml';
import { lineEnd, lineStart } from './yaml-gaps.js';

export interface Opener {
  /** Offset of the bracket or quote. */
  readonly at: number;
  /** Something follows it on its line. */
  readonly hasContent: boolean;
}

/** Characters that may be parsed again to find it. */
const BUDGET = 4_000_000;

/**
 * The bracket or quote that is still open where reading broke off. js-yaml tells only where it noticed, often many
 * lines below. The texts up to the ends of earlier lines are tried: the last one that is complete in itself ends
 * above the line in question. Undefined when nothing is open, or the search would take too long.
 */
export function findOpener(text: string, broken: number): Opener | undefined {
  let budget = BUDGET;
  const isComplete = (end: number): boolean | undefined => {
    budget -= end + 1000;
    if (budget < 0) return undefined;
    try {
      parseEvents(text.slice(0, end), {});
      return true;
    } catch {
      return false;
    }
  };
  let start = lineStart(text, broken);
  for (let complete = isComplete(start); complete !== true; complete = isComplete(start)) {
    if (complete === undefined || start === 0) return undefined;
    start = lineStart(text, text.slice(0, start).trimEnd().length);
  }
  const end = Math.min(lineEnd(text, start), broken);
  if (isComplete(end) !== false) return undefined;
  for (let at = end - 1; at >= start; at--) {
    if (!`[{"'`.includes(text.charAt(at))) continue;
    const complete = isComplete(at);
    if (complete === undefined) return undefined;
    if (complete) return { at, hasContent: /^\s*[^\s#]/.test(text.slice(at + 1, end)) };
  }
  return undefined;
}
