import { propertyFact } from '../facts/properties/index.js';
import type { Cloud, OfferedValues } from '../model/cloud.js';

/** What is no metadef namespace. */
export class MetadefsError extends Error {
  override readonly name = 'MetadefsError';
}

type MetadefSettings = Pick<Cloud, 'metadefs' | 'siteProperties'>;

interface Namespace {
  readonly namespace: string;
  readonly resource_type_associations?: readonly { readonly name?: unknown; readonly prefix?: unknown }[];
  readonly properties?: Readonly<Record<string, Property>>;
  readonly objects?: readonly { readonly properties?: Readonly<Record<string, Property>> }[];
}

interface Property {
  readonly type?: unknown;
  readonly enum?: unknown;
}

const IMAGE = 'OS::Glance::Image';
/** Namespaces that Glance ships. What Nova makes of their properties is known better than they tell. */
const SHIPPED = /^(?:OS|CIM)::/;

/** Is it what `GET /v2/metadefs/namespaces` or `GET /v2/metadefs/namespaces/…` returned? */
export function isMetadefs(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return 'namespaces' in value ? Array.isArray(value.namespaces) : 'namespace' in value && typeof value.namespace === 'string';
}

/**
 * The properties of images that a cloud's metadefs describe, and the values that they offer.
 *
 * @throws MetadefsError when the object is something else.
 */
export function readMetadefs(documents: readonly unknown[]): MetadefSettings {
  const offered = new Map<string, OfferedValues>();
  const siteProperties: string[] = [];
  for (const document of documents) {
    if (!isMetadefs(document)) throw new MetadefsError('This is not what GET /v2/metadefs/namespaces/NAME returns: "namespace" is missing.');
    const { namespaces = [document] } = document as { readonly namespaces?: readonly unknown[] };
    for (const namespace of namespaces.filter(isMetadefs) as readonly Namespace[]) {
      const isShipped = SHIPPED.test(namespace.namespace);
      for (const [name, property] of propertiesIn(namespace)) {
        if (!isShipped) siteProperties.push(name);
        const values = valuesOf(property);
        if (values === undefined || (isShipped && propertyFact(name) !== undefined)) continue;
        const before = offered.get(name);
        offered.set(name, {
          values: [...new Set([...(before?.values ?? []), ...values])],
          namespaces: [...new Set([...(before?.namespaces ?? []), namespace.namespace])],
        });
      }
    }
  }
  return { siteProperties, metadefs: Object.fromEntries(offered) };
}

/** A namespace's properties as images have them; none when it is not meant for images. */
function propertiesIn({ resource_type_associations: associations, properties, objects }: Namespace): [string, Property][] {
  const association = list(associations).find((one) => one?.name === IMAGE);
  if (association === undefined) return [];
  const prefix = typeof association.prefix === 'string' ? association.prefix : '';
  const all = [properties, ...list(objects).map((one) => one?.properties)].flatMap((some) => entries(some));
  // An answer for one type of resource (`?resource_type=`) has the prefix in each name already.
  const hasPrefix = all.every(([name]) => name.startsWith(prefix));
  return hasPrefix ? all : all.map(([name, property]) => [prefix + name, property]);
}

function list<T>(value: readonly T[] | undefined): readonly T[] {
  return Array.isArray(value) ? (value as readonly T[]) : [];
}

function entries(properties: Readonly<Record<string, Property>> | undefined): [string, Property][] {
  if (typeof properties !== 'object' || properties === null) return [];
  return Object.entries(properties).filter(([, property]) => typeof property === 'object' && property !== null);
}

function valuesOf({ type = 'string', enum: values }: Property): readonly string[] | undefined {
  return type === 'string' && Array.isArray(values) && values.length > 0 ? values.filter((value) => typeof value === 'string') : undefined;
}
