/** What `printable` makes visible and JSON.stringify leaves as it is, and the second sign of a runner's command. */
const ESCAPED = /(?![\n \u3000\ufe0e\ufe0f])[\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?<=#)#(?=\w*\[)/gu;

/** A list that may have so many items that they do not fit one text: each is made when it is written. Items have no long lists. */
export class LongList {
  readonly items: Iterable<unknown>;

  constructor(items: Iterable<unknown>) {
    this.items = items;
  }

  /** What is made of each of some items. */
  static of<Item>(items: Iterable<Item>, make: (item: Item) => unknown): LongList {
    return new LongList({
      *[Symbol.iterator]() {
        for (const item of items) yield make(item);
      },
    });
  }
}

/**
 * A value as indented JSON, with a line end, in pieces. What a terminal or a build log would obey is written as `\uXXXX`:
 * to readers of JSON that is the same.
 */
export function* jsonText(value: unknown): Generator<string> {
  for (const text of textsOf(value, '')) yield /[^\n -~]|##/.test(text) ? text.replace(ESCAPED, unitEscapes) : text;
  yield '\n';
}

function* textsOf(value: unknown, indentation: string): Generator<string> {
  if (!hasLongList(value)) {
    yield indented(value, indentation);
    return;
  }
  const inside = `${indentation}  `;
  const isList = value instanceof LongList || Array.isArray(value);
  let before = isList ? '[' : '{';
  if (value instanceof LongList) {
    for (const item of value.items) {
      yield `${before}\n${inside}${indented(item, inside)}`;
      before = ',';
    }
  } else {
    for (const [name, item] of Object.entries(value)) {
      yield `${before}\n${inside}${isList ? '' : `${JSON.stringify(name)}: `}`;
      yield* textsOf(item, inside);
      before = ',';
    }
  }
  const after = isList ? ']' : '}';
  yield before === ',' ? `\n${indentation}${after}` : `${before}${after}`;
}

/** Within texts, line ends are escaped. */
function indented(value: unknown, indentation: string): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${indentation}`);
}

function hasLongList(value: unknown): value is object {
  return value instanceof LongList || (typeof value === 'object' && value !== null && Object.values(value).some(hasLongList));
}

function unitEscapes(character: string): string {
  return character.split('').map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
}
