import { ATTRIBUTES } from '../facts/attributes.js';
import { UNKNOWN } from '../model/image.js';
import { pythonInt, pythonText } from '../words/python.js';
import type { Conversions } from './read-spelling.js';
import { literal } from './template.js';

const TYPES = new Map(ATTRIBUTES.map(({ name, type }) => [name, type]));

/** Booleans as Ansible's modules take them. Source: ansible lib/ansible/module_utils/parsing/convert_bool.py. */
const ANSIBLE_BOOLEANS = new Map<unknown, boolean>([
  ...['y', 'yes', 'on', '1', 'true', 't', 1].map((word) => [word, true] as const),
  ...['n', 'no', 'off', '0', 'false', 'f', 0].map((word) => [word, false] as const),
]);

/** Arguments of an Ansible module become what the module wants. */
export const ansibleConversions: Conversions = {
  attribute(name, value) {
    const type = TYPES.get(name);
    if (type === 'boolean') return ANSIBLE_BOOLEANS.get(typeof value === 'string' ? value.toLowerCase() : value) ?? value;
    if (type === 'list') return typeof value === 'string' && literal(value) === value ? value.split(',') : value;
    return type === 'integer' ? integerIn(value) : textOf(value, pythonText);
  },
};

/** Heat: whole numbers from text, text from whole numbers and booleans. Source: openstack/heat heat/engine/properties.py. */
export const heatConversions: Conversions = {
  attribute(name, value) {
    const type = TYPES.get(name);
    if (type === 'boolean' && typeof value === 'string') return /^true$/i.test(value) ? true : /^false$/i.test(value) ? false : value;
    return type === 'integer' ? integerIn(value) : type === 'string' ? heatText(value) : value;
  },
  property: heatText,
};

function heatText(value: unknown): unknown {
  return Number.isInteger(value) || typeof value === 'boolean' ? pythonText(value) : value;
}

/** Terraform converts between text, numbers and booleans as an argument needs it. Source: hashicorp/terraform docs/language type constraints. */
export const terraformConversions: Conversions = {
  attribute(name, value) {
    const type = TYPES.get(name);
    if (type === 'integer') return typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
    if (type === 'boolean') return value === 'true' ? true : value === 'false' ? false : value;
    return type === 'string' ? terraformText(value) : Array.isArray(value) ? value.map(terraformText) : value;
  },
  property: (value) => (value === null ? UNKNOWN : terraformText(value)),
};

/** Where JavaScript writes a number otherwise than Terraform, it is not known. */
function terraformText(value: unknown): unknown {
  if (typeof value === 'boolean') return String(value);
  if (typeof value !== 'number') return value;
  const size = Math.abs(value);
  return value === 0 || (size >= 1e-6 && size < 1e15) ? String(value) : UNKNOWN;
}

/** What a Go program that reads maps of text gets: the characters as they stand, which are known where there is one way to write them. */
export const verbatimConversions: Conversions = {
  property: (value) => (typeof value === 'boolean' || Number.isSafeInteger(value) ? String(value) : typeof value === 'number' ? UNKNOWN : value),
};

/** Go's templates write booleans and small whole numbers as they stand. */
export const helmConversions: Conversions = {
  attribute(name, value) {
    return TYPES.get(name) === 'integer' ? integerIn(value) : textOf(value, String);
  },
  property: (value) => (typeof value === 'boolean' || (Number.isInteger(value) && Math.abs(value as number) < 1e6) ? String(value) : value),
};

/** `str(value)`. What has lost its digits stays a number. */
export const pythonConversions: Conversions = {
  property: (value) => (typeof value === 'object' && value !== null && !(value instanceof Date) ? UNKNOWN : isFraction(value) || typeof value === 'symbol' ? value : pythonText(value)),
};

function isFraction(value: unknown): boolean {
  return typeof value === 'number' && !Number.isInteger(value);
}

function integerIn(value: unknown): unknown {
  const number = typeof value === 'string' ? pythonInt(value) : undefined;
  return number === undefined ? value : Number(number);
}

function textOf(value: unknown, write: (value: unknown) => string): unknown {
  return typeof value === 'number' || typeof value === 'boolean' ? write(value) : value;
}
