import type { Reader } from './document.js';
import { editJson } from './json-edit.js';
import { jsonReader } from './json.js';
import type { Span } from './node.js';

/**
 * JSON with comments and trailing commas. Both are read as blanks, so that everything else stands where it stands in
 * JSON.
 */
export const jsoncReader: Reader = {
  format: 'jsonc',
  read: (text) => jsonReader.read(asJson(text)),
  edit: editJson,
  comments: (text) => scan(text).comments,
};

function asJson(text: string): string {
  const { comments, commas } = scan(text);
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of [...comments, ...commas].sort((a, b) => a.start - b.start)) {
    parts.push(text.slice(from, start), text.slice(start, end).replace(/[^\r\n]/g, ' '));
    from = end;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

const TOKEN = /"(?:[^"\\\r\n]|\\.)*"?|\/\/.*|\/\*[^]*?(?:\*\/|$)|[,\]}]|[^\s"/,\]}]+|\//g;

/** The comments, and the commas before a closing bracket. */
function scan(text: string): { readonly comments: readonly Span[]; readonly commas: readonly Span[] } {
  const comments: Span[] = [];
  const commas: Span[] = [];
  let comma: Span | undefined;
  let hasValue = false;
  for (const { 0: token, index: start } of text.matchAll(TOKEN)) {
    const span = { start, end: start + token.length };
    if (token.startsWith('//') || token.startsWith('/*')) {
      comments.push(span);
      continue;
    }
    if ((token === ']' || token === '}') && comma !== undefined) commas.push(comma);
    // A comma after nothing stays an error.
    comma = token === ',' && hasValue ? span : undefined;
    hasValue = token !== ',' && !/[[{:]$/.test(token);
  }
  return { comments, commas };
}
