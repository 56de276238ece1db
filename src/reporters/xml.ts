/** What XML 1.0 cannot hold, however it is written. Control characters beside: some are allowed, but none is wanted. */
const FORBIDDEN = /(?!\n)[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;' };

export type Attributes = Readonly<Record<string, string | number>>;

/** An element: with text or elements inside, or empty. What is inside must be escaped already. */
export function element(name: string, attributes: Attributes, inside?: string): string {
  return inside === undefined ? startTag(name, attributes, '/>') : `${startTag(name, attributes)}${inside}</${name}>`;
}

function startTag(name: string, attributes: Attributes, end = '>'): string {
  return `<${name}${Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeAttribute(String(value))}"`).join('')}${end}`;
}

/** An element around others, each of them on lines of its own: whole lines, in pieces. Empty when there are none. */
export function* elementAround(name: string, attributes: Attributes, elements: Iterable<string>): Generator<string> {
  let isEmpty = true;
  for (const lines of elements) {
    if (isEmpty) yield startTag(name, attributes);
    isEmpty = false;
    yield lines.replace(/^(?= *<)/gm, '  ');
  }
  yield isEmpty ? element(name, attributes) : `</${name}>`;
}

export function* document(root: Iterable<string>): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  for (const lines of root) yield `${lines}\n`;
}

export function escapeText(text: string): string {
  return allowed(text).replace(/[&<>]/g, (character) => ENTITIES[character] as string);
}

/** Line ends too, which readers would otherwise make blanks of. */
function escapeAttribute(text: string): string {
  return allowed(text).replace(/[&<>"\n]/g, (character) => ENTITIES[character] as string);
}

/** Most texts are plain, and that is quick to ask. */
function allowed(text: string): string {
  return /[^\n -~]/.test(text) ? text.replace(FORBIDDEN, '\ufffd') : text;
}
