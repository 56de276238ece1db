import type { EnumValue, PropertyValue } from '../facts/properties/property-fact.js';
import { cpuRanges } from './cpu-spec.js';
import { hasBlank, pythonInt, pythonStrip } from './python.js';

/** The allowed word that a service reads, with letter case and aliases resolved; undefined when it refuses the text. */
export function wordRead({ allowed, aliases = {}, foldsCase, literal = [] }: EnumValue, text: string): string | undefined {
  if (literal.includes(text)) return text;
  if (foldsCase !== true) return allowed.includes(text) ? text : undefined;
  const folded = text.toLowerCase();
  const word = Object.hasOwn(aliases, folded) ? (aliases[folded] as string) : folded;
  return allowed.find((one) => one.toLowerCase() === word);
}

/** Would a service make something of this text? Kinds of text that nobody checks are always read. */
export function isRead(value: PropertyValue, text: string, { hasStrictVersions = false } = {}): boolean {
  switch (value.kind) {
    case 'enum': return wordRead(value, text) !== undefined;
    case 'integer': return pythonInt(text) !== undefined;
    case 'version-predicate': return text.split(',').every((one) => isComparison(one, hasStrictVersions));
    case 'cpu-spec': return cpuRanges(text) !== undefined;
    case 'json': return mappingsIn(text) === 'fine';
    case 'never': return false;
    default: return true;
  }
}

/** `>=` and a version. Up to Zed Python's own package tools read it, in one line and with two or three numbers. */
function isComparison(text: string, isStrict: boolean): boolean {
  const operand = /^(?:<=|>=|<|>|!=|==)([^]*)$/.exec(pythonStrip(text))?.[1];
  if (operand === undefined || (isStrict && text.includes('\n'))) return false;
  const version = pythonStrip(operand);
  return version !== '' && !hasBlank(version) && (!isStrict || /^\d+\.\d+(?:\.\d+)?(?:[ab]\d+)?$/.test(version));
}

/** Is the text a JSON list of flat objects, as Nova wants block device mappings? `text`: it is no JSON at all. */
export function mappingsIn(text: string): 'fine' | 'shape' | 'text' {
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    return 'text';
  }
  return Array.isArray(list) && list.every(isFlat) ? 'fine' : 'shape';
}

function isFlat(entry: unknown): boolean {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return false;
  return Object.values(entry).every((value) => value === null || typeof value !== 'object');
}
