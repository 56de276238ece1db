import type { Cloud } from '../model/cloud.js';
import { isMetadefs, readMetadefs } from './metadefs.js';
import { isImageSchema, readImageSchema } from './site-schema.js';

/** What a cloud did not say of itself. */
export class ExportError extends Error {
  override readonly name = 'ExportError';
}

/** An answer of a cloud, as a file holds it. */
export interface Answer {
  /** Name of the file, for messages. */
  readonly name: string;
  /** Undefined for an empty file: the cloud had no answer. */
  readonly value: unknown;
}

/**
 * What a cloud told of itself: its image schema, stores, import methods and metadefs. Each answer is known by what is in
 * it, whatever its file is called.
 *
 * @throws ExportError for what no such question is answered with.
 */
export async function readExportedCloud(answers: readonly Answer[]): Promise<Partial<Cloud>> {
  const cloud: { -readonly [Name in keyof Cloud]?: Cloud[Name] } = {};
  const metadefs: unknown[] = [];
  for (const { name, value } of answers) {
    if (value === undefined) continue;
    if (typeof value !== 'object' || value === null) throw notAnAnswer(name);
    const { stores, 'import-methods': methods } = value as { readonly stores?: unknown; readonly 'import-methods'?: { readonly value?: unknown } };
    if (Array.isArray(stores)) cloud.stores = stores.flatMap((store: { readonly id?: unknown } | null) => (typeof store?.id === 'string' ? [store.id] : []));
    else if (Array.isArray(methods?.value)) cloud.importMethods = methods.value.filter((method) => typeof method === 'string');
    else if (isMetadefs(value)) metadefs.push(value);
    else if (isImageSchema(value)) Object.assign(cloud, await readImageSchema(value));
    else throw notAnAnswer(name);
  }
  const { siteProperties, metadefs: offered } = readMetadefs(metadefs);
  return { ...cloud, metadefs: offered, siteProperties: [...(cloud.siteProperties ?? []), ...siteProperties] };
}

function notAnAnswer(name: string): ExportError {
  return new ExportError(`${name} is not what GET /v2/schemas/image, /v2/info/stores, /v2/info/import or /v2/metadefs/namespaces/NAME of a cloud returns.`);
}
