import { UNKNOWN } from '../model/image.js';
import { pythonText } from '../words/python.js';

/** Jinja and Helm (`{{ }}`, `{% %}`), Terraform and shell (`${ }`), Terraform's directives (`%{ }`). */
const TEMPLATE = /\{\{|\{%|\$\{|%\{/;

/** Longer lists are taken as they stand: with aliases, a YAML text can hold the same long list any number of times. */
const MOST_ITEMS = 1000;

/** A value as rules take it: UNKNOWN when it is a template that another program fills in, text when YAML 1.1 made it a date. */
export function literal(value: unknown): unknown {
  if (!Array.isArray(value)) return literalScalar(value);
  // Lists in lists are passed by: aliases can make them endless.
  return value.length <= MOST_ITEMS && value.some((item) => literalScalar(item) === UNKNOWN) ? value.map(literalScalar) : value;
}

function literalScalar(value: unknown): unknown {
  if (typeof value === 'string') return value.includes('{') && TEMPLATE.test(value) ? UNKNOWN : value;
  return value instanceof Date ? pythonText(value) : value;
}
