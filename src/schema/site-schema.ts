import type { ErrorObject, ValidateFunction } from 'ajv';
import { ATTRIBUTES } from '../facts/attributes.js';
import type { Cloud, SiteViolation } from '../model/cloud.js';

/** What a cloud's own image schema is not. */
export class SiteSchemaError extends Error {
  override readonly name = 'SiteSchemaError';
}

type SiteSettings = Pick<Cloud, 'siteProperties' | 'checkSite'> & Partial<Pick<Cloud, 'diskFormats' | 'containerFormats'>>;

/**
 * What `GET /v2/schemas/image` of a cloud says beyond upstream: its formats, and the properties that its
 * operator describes, with their rules. The operator's own file of these, `schema-image.json`, will do as well. ajv is
 * loaded only here, for a schema that the user brings.
 *
 * @throws SiteSchemaError when the object is not such a schema.
 */
export async function readImageSchema(schema: unknown): Promise<SiteSettings> {
  const root = schema as { properties?: Record<string, { enum?: unknown }>; required?: unknown } | null;
  const properties = root?.properties;
  if (!isImageSchema(schema) || properties === undefined) {
    throw new SiteSchemaError('This is not what GET /v2/schemas/image returns, and no schema-image.json: "properties" with a schema for each property is missing.');
  }
  const base = new Set<string>(ATTRIBUTES.map(({ name }) => name));
  const own = Object.fromEntries(Object.entries(properties).filter(([name]) => !base.has(name)));
  const required = Array.isArray(root?.required) ? root.required.filter((name) => typeof name === 'string') : [];
  const { Ajv2020 } = await import('ajv/dist/2020.js');
  const siteSchema = { type: 'object', properties: own, additionalProperties: { type: 'string' }, required: required.filter((name) => !base.has(name)) };
  let validate: ValidateFunction;
  try {
    validate = new Ajv2020({ strict: false, allErrors: true, validateFormats: false }).compile(siteSchema);
  } catch (error) {
    throw new SiteSchemaError(`The image schema cannot be used: ${error instanceof Error ? error.message : String(error)}.`);
  }
  return {
    siteProperties: Object.keys(own),
    checkSite: Object.assign(
      (given: unknown) => (validate(given) ? [] : (validate.errors ?? []).map(toSiteViolation)),
      { schema: siteSchema },
    ),
    ...enumOf('diskFormats', properties['disk_format']),
    ...enumOf('containerFormats', properties['container_format']),
  };
}

/** Does it describe properties of images? Metadefs, which look alike, name their namespace. */
export function isImageSchema(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || 'namespace' in value || !('properties' in value)) return false;
  const { properties } = value;
  return typeof properties === 'object' && properties !== null && !Array.isArray(properties)
    && Object.values(properties).every((property) => typeof property === 'object' && property !== null);
}

function enumOf(name: 'diskFormats' | 'containerFormats', property: { enum?: unknown } | undefined): Partial<SiteSettings> {
  const values = property?.enum;
  return Array.isArray(values) ? { [name]: values.filter((value) => typeof value === 'string') } : {};
}

function toSiteViolation(error: ErrorObject): SiteViolation {
  const allowed = error.params['allowedValues'];
  if (error.keyword === 'required') return { property: String(error.params['missingProperty']), isMissing: true, words: 'is required' };
  return {
    property: (error.instancePath.split('/')[1] ?? '').replaceAll('~1', '/').replaceAll('~0', '~'),
    isMissing: false,
    words: Array.isArray(allowed) ? `must be one of ${allowed.map((value) => JSON.stringify(value)).join(', ')}` : (error.message ?? 'does not fit'),
  };
}
