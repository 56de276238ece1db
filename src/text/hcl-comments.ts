import { HclScanner, HclSyntaxError } from './hcl-scanner.js';
import type { Span } from './node.js';

/** The comments of an HCL text, up to where it is broken. */
export function hclComments(text: string): Span[] {
  const comments: Span[] = [];
  const scanner = new HclScanner(text);
  try {
    while (scanner.next !== '') {
      const start = scanner.at;
      const end = commentEnd(text, start);
      if (end !== undefined) {
        comments.push({ start, end });
        scanner.at = end;
      } else if (scanner.next === '"') scanner.quoted();
      else if (scanner.heredoc() === undefined) scanner.at++;
    }
  } catch (error) {
    if (!(error instanceof HclSyntaxError)) throw error;
  }
  return comments;
}

/** The end of the comment that stands here; undefined when none does. */
function commentEnd(text: string, start: number): number | undefined {
  if (text.startsWith('/*', start)) {
    const end = text.indexOf('*/', start + 2);
    return end < 0 ? text.length : end + 2;
  }
  if (text[start] !== '#' && !text.startsWith('//', start)) return undefined;
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : text[end - 1] === '\r' ? end - 1 : end;
}
