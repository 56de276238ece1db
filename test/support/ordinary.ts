import fc from 'fast-check';
import { SHAPES } from '../../src/engine/value-shapes.js';

const words = fc.oneof(fc.constantFrom('yes', 'Yes sir', 'NaN', 'y', 'no.1', 'on-1', 'null 1', 'Off'), fc.stringMatching(/^[A-Za-z][\w.-]*(?: [\w.-]+)*$/));

/** Texts that have a shape, as they may be written. */
export function writtenAs(shape: string): fc.Arbitrary<string> {
  const pattern = new RegExp(`^(?:${shape})$`);
  // fast-check knows no lookaheads.
  const lookahead = /^(?:\(\?!.*?\)\)?)+/.exec(shape)?.[0] ?? '';
  if (shape.includes('[A-Za-z][\\w.-]*')) return words.filter((text) => pattern.test(text));
  return fc.stringMatching(new RegExp(`^(?:${shape.slice(lookahead.length)})$`)).filter((text) => pattern.test(text));
}

const VALUE = { string: (text: string): unknown => text, number: Number, boolean: (text: string): unknown => text === 'true' };

export function valueOf(attribute: string, written: string): unknown {
  const type = SHAPES[attribute]?.type ?? 'string';
  return VALUE[type](written);
}

/** Ordinary values of a base attribute; of tags, one tag. */
export function ordinaryValue(attribute: string): fc.Arbitrary<unknown> {
  const shape = SHAPES[attribute];
  return writtenAs(shape?.quoted ?? shape?.plain ?? '').map((written) => valueOf(attribute, written));
}
