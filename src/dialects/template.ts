import { UNKNOWN } from '../model/image.js';

/** Jinja and Helm (`{{ }}`, `{% %}`), Terraform and shell (`${ }`), Terraform's directives (`%{ }`). */
const TEMPLATE = /\{\{|\{%|\$\{|%\{/;

/** The value itself, or UNKNOWN when it is a template that another program fills in. */
export function literal(value: unknown): unknown {
  if (typeof value === 'string') return value.includes('{') && TEMPLATE.test(value) ? UNKNOWN : value;
  return Array.isArray(value) && value.some((item) => literal(item) === UNKNOWN) ? value.map(literal) : value;
}
