/** An element as a reader of XML sees it. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** XML 1.0, production 2. */
const ALLOWED = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;

/**
 * Reads what our reporters may write of XML 1.0 (no comments, no CDATA, no document type), and refuses everything that
 * is not well-formed.
 */
export function parseXml(source: string): Element {
  if (!ALLOWED.test(source)) throw new Error('a character that XML does not allow');
  let at = 0;
  const take = (pattern: RegExp, what: string): RegExpExecArray => {
    const sticky = new RegExp(pattern.source, 'uy');
    sticky.lastIndex = at;
    const match = sticky.exec(source);
    if (match === null) throw new Error(`expected ${what} at ${at}: ${source.slice(at, at + 40)}`);
    at = sticky.lastIndex;
    return match;
  };
  const element = (): Element => {
    const name = take(/<([A-Za-z][\w.-]*)/, 'an element')[1] as string;
    const attributes: Record<string, string> = {};
    while (/^\s+[A-Za-z]/.test(source.slice(at, at + 100))) {
      const [, key = '', value = ''] = take(/\s+([A-Za-z][\w.-]*)="([^"<]*)"/, 'an attribute');
      if (Object.hasOwn(attributes, key)) throw new Error(`${key} twice`);
      // Line ends become blanks unless they are written as references.
      attributes[key] = unescaped(value.replace(/[\t\n\r]/g, ' '));
    }
    if (take(/\s*(\/?)>/, 'the end of a tag')[1] === '/') return { name, attributes, children: [], text: '' };
    const children: Element[] = [];
    let text = '';
    for (;;) {
      const part = take(/[^<]*/, 'text')[0];
      if (part.includes(']]>')) throw new Error(']]> in text');
      text += unescaped(part);
      if (source.startsWith('</', at)) break;
      children.push(element());
    }
    take(new RegExp(`</${name}\\s*>`), `</${name}>`);
    return { name, attributes, children, text };
  };
  take(/<\?xml version="1\.0" encoding="UTF-8"\?>\n/, 'a declaration');
  const root = element();
  take(/\n$/, 'the end');
  return root;
}

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-fA-F]+)|(\w+));|&/g, (entity, decimal?: string, hexadecimal?: string, name = '') => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    if (hexadecimal !== undefined) return String.fromCodePoint(parseInt(hexadecimal, 16));
    if (!Object.hasOwn(ENTITIES, name)) throw new Error(`the entity ${entity}`);
    return ENTITIES[name] as string;
  });
}
