/** What XML 1.0 cannot hold, however it is written. Control characters beside: some are allowed, but none is wanted. */
const FORBIDDEN = /(?!\n)[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;' };

export type Attributes = Readonly<Record<string, string | number>>;

/** An element: with text or elements inside, or empty. What is inside must be escaped already. */
export function element(name: string, attributes: Attributes, inside?: string): string {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeAttribute(String(value))}"`).join('');
  return inside === undefined ? `<${name}${list}/>` : `<${name}${list}>${inside}</${name}>`;
}

/** An element around others, each of them on a line of its own. */
export function elementAround(name: string, attributes: Attributes, elements: readonly string[]): string {
  if (elements.length === 0) return element(name, attributes);
  const inside = elements.join('\n').replace(/^(?= *<)/gm, '  ');
  return element(name, attributes, `\n${inside}\n`);
}

export function document(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

export function escapeText(text: string): string {
  return text.replace(FORBIDDEN, '\ufffd').replace(/[&<>]/g, (character) => ENTITIES[character] as string);
}

/** Line ends too, which readers would otherwise make blanks of. */
function escapeAttribute(text: string): string {
  return text.replace(FORBIDDEN, '\ufffd').replace(/[&<>"\n]/g, (character) => ENTITIES[character] as string);
}
