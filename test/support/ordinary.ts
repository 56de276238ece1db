import fc from 'fast-check';
import { SHAPES } from '../../src/engine/value-shapes.js';

const words = fc.oneof(fc.constantFrom('yes', 'Yes sir', 'NaN', 'y', 'no.1', 'on-1', 'null 1', 'Off'), fc.stringMatching(/^[A-Za-z][\w.-]*(?: [\w.-]+)*$/));

/** Texts that an attribute may have in a shape of its values, as they may be written. */
export function writtenAs(attribute: string, shape: string): fc.Arbitrary<string> {
  const pattern = new RegExp(`^(?:${shape})$`);
  const { least = 0, most = Infinity } = SHAPES[attribute] ?? {};
  const isRight = (text: string): boolean => pattern.test(text) && text.length >= least && text.length <= most;
  if (shape.includes('[A-Za-z][\\w.-]*')) return words.filter(isRight);
  // fast-check knows neither lookaheads nor how long a text must be.
  const lookahead = /^(?:\(\?!.*?\)\)?)+/.exec(shape)?.[0] ?? '';
  const body = shape.slice(lookahead.length).replace('(?<! )', '').replace(/[+*]$/, most < Infinity ? `{${Math.max(0, least - 1)},${Math.min(most, 140)}}` : '$&');
  return fc.stringMatching(new RegExp(`^(?:${body})$`)).filter(isRight);
}

const VALUE = { string: (text: string): unknown => text, number: Number, boolean: (text: string): unknown => text === 'true' };

export function valueOf(attribute: string, written: string): unknown {
  const type = SHAPES[attribute]?.type ?? 'string';
  return VALUE[type](written);
}

/** Ordinary values of a base attribute; of tags, one tag. */
export function ordinaryValue(attribute: string): fc.Arbitrary<unknown> {
  const shape = SHAPES[attribute];
  return writtenAs(attribute, shape?.quoted ?? shape?.plain ?? '').map((written) => valueOf(attribute, written));
}
