import type { ErrorObject } from 'ajv';
import type { RawImage } from '../model/dialect.js';
import { UNKNOWN, type Path } from '../model/image.js';
import type { Violation } from '../model/rule.js';
import { bag } from '../words/bag.js';
import { isSurelyRight } from './generated/image-quick.js';
import { validate } from './generated/image.js';

/**
 * Violations of the image schema (`schemas/image.schema.json`), one for each place; undefined when `whole`, the
 * attributes with their properties, is as the schema wants it. An empty list: it is so but for what nobody can know.
 */
export function violationsOf(raw: RawImage, whole: object): Violation[] | undefined {
  if (isSurelyRight(raw.attributes, raw.properties) || validate(whole)) return undefined;
  const isKnown = !hasUnknown(raw.attributes) && !hasUnknown(raw.properties);
  const candidate = isKnown ? whole : { ...known(raw.attributes), properties: known(raw.properties) };
  if (!isKnown && validate(candidate)) return [];
  const errors = validate.errors ?? [];
  const wrongTypes = new Set(errors.filter(({ keyword }) => keyword === 'type').map(({ instancePath }) => instancePath));
  const isAfterthought = ({ keyword, instancePath }: ErrorObject): boolean =>
    keyword === 'propertyNames' || (keyword !== 'type' && wrongTypes.has(instancePath));
  return errors
    .filter((error) => !isAfterthought(error))
    .map((error) => toViolation(error, candidate))
    .filter(({ value }) => value !== UNKNOWN);
}

function hasUnknown(values: Readonly<Record<string, unknown>>): boolean {
  for (const name in values) if (values[name] === UNKNOWN) return true;
  return false;
}

/** Without the values that nobody can know: no rule may complain about those. */
function known(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const rest = bag();
  for (const name in values) if (values[name] !== UNKNOWN) rest[name] = values[name];
  return rest;
}

function toViolation(error: ErrorObject, image: object): Violation {
  const path = error.instancePath.split('/').slice(1).map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  // For a name that is too long, ajv points at the object that has it.
  const at: Path = error.propertyName === undefined ? path : [...path, error.propertyName];
  return {
    keyword: error.propertyName === undefined ? error.keyword : `name-${error.keyword}`,
    at,
    attribute: String(path[0] ?? ''),
    value: error.propertyName ?? at.reduce<unknown>((value, step) => (value as Record<string, unknown>)[step], image),
    params: error.params,
  };
}
