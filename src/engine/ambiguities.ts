import type { RawImage } from '../model/dialect.js';
import type { Path } from '../model/image.js';
import type { Violation } from '../model/rule.js';
import { lazy } from '../words/lazy.js';

/**
 * Plain words that YAML 1.1 and 1.2 take for different things: `yes`, `010`, `0o10`, `-0x10`, `12:30`, `1_000`, `1e3`,
 * `2024-05-01 10:00:00`. Only a text that holds one of them needs to be read twice.
 */
const SUSPECT = lazy(() => new RegExp(`(?:^|[\\s:,[{-])(?:${[
  'y|n|yes|no|on|off',
  '[+-]?0\\d[\\d_]*|0o[0-7]+|[+-]?0b[01_]+|[+-]0x[\\da-f_]+|0x[\\da-f]*_[\\da-f_]*',
  '[+-]?[\\d.][\\d.:]*_[\\d.:_]*(?:e[+-]?\\d+)?|[+-]?[\\d.]+e[+-]?\\d+',
  '[+-]?\\d+(?::[0-5]?\\d)+(?:\\.\\d*)?',
  '\\d{4}-\\d\\d?-\\d\\d?(?:t|[ \\t]+)\\d\\d?:\\d\\d:\\d\\d(?:\\.\\d*)?(?:[ \\t]*(?:z|[+-]\\d\\d?(?::\\d\\d)?))?',
].join('|')})(?=[\\s,\\]}#]|$)`, 'im'));

export function mayBeAmbiguous(text: string): boolean {
  return SUSPECT().test(text);
}

/** Where two readings of one image differ: plain values only, as violations with the keyword `ambiguous`. */
export function ambiguitiesIn(image: RawImage, other: RawImage): Violation[] {
  return [
    ...differences(image.attributes, other.attributes, []),
    ...differences(image.properties, other.properties, ['properties']),
    ...differences(image.release ?? {}, other.release ?? {}, ['release']),
  ];
}

function differences(values: Readonly<Record<string, unknown>>, others: Readonly<Record<string, unknown>>, base: Path): Violation[] {
  return Object.keys(values).flatMap((name) => {
    const [value, otherValue] = [values[name], others[name]];
    // Not a number is equal to nothing, but the same to both.
    if (Object.is(value, otherValue) || !isScalar(value) || !isScalar(otherValue)) return [];
    const at = [...base, name];
    return [{ keyword: 'ambiguous', at, attribute: String(at[0]), value, params: { other: otherValue } }];
  });
}

function isScalar(value: unknown): boolean {
  return value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
