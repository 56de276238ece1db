/*
 * What stands between YAML's tokens. js-yaml tells where contents stand; indicators, closing brackets and empty
 * values are found from the end of the content before them.
 */

const [TAB, LF, CR, SPACE, HASH, MARK] = [9, 10, 13, 32, 35, 0xfeff];

function isBlank(code: number): boolean {
  return code === SPACE || code === LF || code === CR || code === TAB || code === MARK;
}

/** The offset after blanks, line ends and comments. */
export function passBlank(text: string, from: number): number {
  let at = from;
  for (;;) {
    const code = text.charCodeAt(at);
    if (isBlank(code)) at++;
    else if (code === HASH && (at === 0 || isBlank(text.charCodeAt(at - 1)))) at = lineEnd(text, at);
    else return at;
  }
}

/** Where a line ends, without its line end. */
export function lineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) !== LF && text.charCodeAt(at) !== CR) at++;
  return at;
}

/** Where the line of an offset starts. */
export function lineStart(text: string, from: number): number {
  let at = from;
  while (at > 0 && text.charCodeAt(at - 1) !== LF && text.charCodeAt(at - 1) !== CR) at--;
  return at;
}

/** The offset before the line ends that stand before an offset. */
export function passLineEndsBack(text: string, from: number): number {
  let at = from;
  while (at > 0 && (text.charCodeAt(at - 1) === LF || text.charCodeAt(at - 1) === CR)) at--;
  return at;
}

/** Where an empty value stands that follows the content before `cursor`. */
export function emptyValueAt(text: string, cursor: number): number {
  const at = passBlank(text, cursor);
  return text[at] === ':' ? at + 1 : cursor;
}

/** Where an empty key stands: before its colon, or after its question mark. */
export function emptyKeyAt(text: string, cursor: number, isFlow: boolean): number {
  const at = isFlow ? passComma(text, cursor) : passBlank(text, cursor);
  return text[at] === '?' ? at + 1 : at;
}

/** Where an empty item of a block list stands. */
export function emptyItemAt(text: string, cursor: number): number {
  const at = passBlank(text, cursor);
  return text[at] === '-' ? at + 1 : cursor;
}

/** The end of a flow collection whose content ends at `cursor`. */
export function flowEnd(text: string, cursor: number, close: string): number {
  const at = passComma(text, cursor);
  return text[at] === close ? at + 1 : cursor;
}

function passComma(text: string, cursor: number): number {
  const at = passBlank(text, cursor);
  return text[at] === ',' ? passBlank(text, at + 1) : at;
}

/** Where a block scalar's `|` or `>` stands; `contents` when it is not found. */
export function blockScalarStart(text: string, cursor: number, contents: number): number {
  let at = passBlank(text, cursor);
  while (at < contents && ':-?'.includes(text.charAt(at))) at = passBlank(text, at + 1);
  return at < contents && (text[at] === '|' || text[at] === '>') ? at : contents;
}

/** Where a document's content may begin, after its `---`; the document before ends at `from`, the content begins by `first`. */
export function documentStart(text: string, from: number, first: number): number {
  const marker = /^---(?=\s|$)/gm;
  marker.lastIndex = from;
  const found = marker.exec(text);
  return found !== null && found.index < first ? found.index + 3 : from;
}
