import fc from 'fast-check';
import * as assert from 'uvu/assert';

export type Plain = null | boolean | number | string | Plain[] | { [key: string]: Plain };

/** Strings that readers stumble over. */
const AWKWARD = [
  '', ' ', 'a b', 'true', 'no', 'null', '~', '010', '22.10', '1e3', '0x1f', '12:30', '2024-01-01', '<<', '=', '-', '- a', '? a', ': a',
  'a: b', 'a #b', '#a', '&a', '*a', '!a', '|', '>', '%a', '@a', '`a', '"', "'", "it's", '{', '}', '[', ']', ',', 'a, b', '{{ x }}',
  '\\', '\\u0041', '\t', 'a\tb', '\n', 'a\nb', 'a\n\nb\n', ' lead', 'trail ', '\r\n', '\0', '\u001b[31m', '\u007f', '\u0085', '\u2028',
  'some words in a row', 'two words: and more', 'Größe', '日本語', '😀', 'x😀y', '\ufeff', '---', '...', '::error::x', 'http://example.com/a?b=c#d', 'x'.repeat(100),
];
const KEYS = [
  'name', 'disk_format', 'min_disk', 'properties', 'hw_disk_bus', 'a', 'b', 'c', '', '__proto__', 'constructor', 'toString', '1', '0', '01', '-1',
  '1.0', 'null', 'true', 'key with blanks', 'ключ', '😀', 'a:b', 'a"b', "a'b", 'a/b~c',
];

export const word = fc.oneof(fc.constantFrom(...AWKWARD), fc.string({ maxLength: 8 }), fc.string({ unit: 'binary', maxLength: 6 }));
export const key = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...KEYS) }, { weight: 1, arbitrary: word });

const number = fc.oneof(fc.integer(), fc.constantFrom(0, 1, 1.5, -2.25, 22.1, 2 ** 40), fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0));

/** A plain value, as JSON can hold it. Objects have keys like `__proto__`, too. */
export const value: fc.Arbitrary<Plain> = fc.letrec<{ value: Plain }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    word, fc.constantFrom(null, true, false), number,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(key, tie('value')), { maxLength: 5 }).map((entries) => objectOf(entries)),
  ),
})).value;

/** An object with own properties only, whatever their names; of equal keys the last one counts. */
export function objectOf(entries: readonly (readonly [string, Plain])[]): { [key: string]: Plain } {
  return Object.fromEntries(entries) as { [key: string]: Plain };
}

/** Calls back for a value and all values in it, with their paths. */
export function walk(root: Plain, visit: (value: Plain, path: (string | number)[]) => void, path: (string | number)[] = []): void {
  visit(root, path);
  if (Array.isArray(root)) root.forEach((item, index) => walk(item, visit, [...path, index]));
  else if (typeof root === 'object' && root !== null) for (const name of Object.keys(root)) walk(root[name] as Plain, visit, [...path, name]);
}

/** Are they equal, keys in order? uvu's own comparison stumbles over keys such as `constructor`. */
export function same(actual: unknown, expected: Plain): void {
  assert.is(JSON.stringify(actual), JSON.stringify(expected));
}
