import { UNKNOWN } from '../model/image.js';
import { pythonText } from '../words/python.js';

/** Jinja and Helm (`{{ }}`, `{% %}`), Terraform and shell (`${ }`), Terraform's directives (`%{ }`). */
const TEMPLATE = /\{\{|\{%|\$\{|%\{/;

/** A value as rules take it: UNKNOWN when it is a template that another program fills in, text when YAML 1.1 made it a date. */
export function literal(value: unknown): unknown {
  if (typeof value === 'string') return value.includes('{') && TEMPLATE.test(value) ? UNKNOWN : value;
  if (value instanceof Date) return pythonText(value);
  return Array.isArray(value) && value.some((item) => literal(item) === UNKNOWN) ? value.map(literal) : value;
}
