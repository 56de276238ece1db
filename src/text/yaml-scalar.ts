import { resolvePlain, YAML_11, YAML_12 } from './yaml-schema.js';

export type Quote = '"' | "'" | '';

/** A plain value as YAML text; a string keeps the quotes that it had where they can hold it. */
export function scalarText(value: string | number | boolean | null, quote: Quote): string | undefined {
  if (typeof value === 'number') return /^-?\d+(\.\d+)?$/.test(String(value)) ? String(value) : undefined;
  if (typeof value !== 'string') return String(value);
  if (quote === '' && isPlainSafe(value)) return value;
  if (quote === "'" && PRINTABLE.test(value)) return `'${value.replaceAll("'", "''")}'`;
  return doubleQuoted(value);
}

/** A string in double quotes, as JSON and YAML 1.1 and 1.2 read it alike. */
export function doubleQuoted(value: string): string {
  // To YAML 1.1 some of these are line ends, and others must not stand in a text at all.
  return JSON.stringify(value).replace(/[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g, (character) =>
    `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** One line of characters that every YAML reader takes as they are. */
const PRINTABLE = /^[\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]*$/;

/** Would every YAML reader, of 1.1 and of 1.2, take the bare word for this very string, as key and value, in block and in flow style? */
function isPlainSafe(value: string): boolean {
  if (!/^[A-Za-z0-9_/][\w./+:-]*( [\w./+-]+)*$/.test(value) || /:( |$)/.test(value)) return false;
  return [YAML_12, YAML_11].every((schema) => resolvePlain(schema, value) === value);
}
