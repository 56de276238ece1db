import type { ErrorObject } from 'ajv';
import type { RawImage } from '../model/dialect.js';
import { UNKNOWN, type Path } from '../model/image.js';
import type { Violation } from '../model/rule.js';
import { validate } from './generated/image.js';

/** Violations of the image schema (`schemas/image.schema.json`), one for each place. */
export function violationsOf(image: RawImage): Violation[] {
  const candidate = { ...known(image.attributes), properties: known(image.properties) };
  if (validate(candidate)) return [];
  const errors = validate.errors ?? [];
  const wrongTypes = new Set(errors.filter(({ keyword }) => keyword === 'type').map(({ instancePath }) => instancePath));
  const isAfterthought = ({ keyword, instancePath }: ErrorObject): boolean =>
    keyword === 'propertyNames' || (keyword !== 'type' && wrongTypes.has(instancePath));
  return errors
    .filter((error) => !isAfterthought(error))
    .map((error) => toViolation(error, candidate))
    .filter(({ value }) => value !== UNKNOWN);
}

/** Without the values that nobody can know: no rule may complain about those. */
function known(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  for (const name in values) {
    if (values[name] === UNKNOWN) {
      const rest: Record<string, unknown> = Object.create(null);
      for (const key in values) if (values[key] !== UNKNOWN) rest[key] = values[key];
      return rest;
    }
  }
  return values;
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
