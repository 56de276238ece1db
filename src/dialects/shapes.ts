import type { RawImage } from '../model/dialect.js';
import type { Intent, Path } from '../model/image.js';

export type Mapping = Readonly<Record<string, unknown>>;

export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

export interface Item {
  readonly value: unknown;
  readonly path: Path;
}

/** What stands where images may stand, as `itemsIn`, without their places: lists may be long. */
export function valuesIn(document: unknown): readonly unknown[] {
  if (Array.isArray(document)) return document;
  if (!isMapping(document)) return [document];
  if (Array.isArray(document['images'])) return document['images'];
  return [isMapping(document['image']) ? document['image'] : document];
}

/** The images of a JSON or YAML document: itself, a list, `{"images": [...]}` or `{"image": {...}}`. */
export function itemsIn(document: unknown): Item[] {
  if (Array.isArray(document)) return listed(document, []);
  if (!isMapping(document)) return [{ value: document, path: [] }];
  if (Array.isArray(document['images'])) return listed(document['images'], ['images']);
  if (isMapping(document['image'])) return [{ value: document['image'], path: ['image'] }];
  return [{ value: document, path: [] }];
}

function listed(list: readonly unknown[], base: Path): Item[] {
  return list.map((value, index) => ({ value, path: [...base, index] }));
}

/** What stands where an image should be, and is no mapping. */
export function malformed(value: unknown, base: Path, intent: Intent | null): RawImage {
  return { attributes: {}, properties: {}, intent: intent ?? 'create', malformed: { value }, locate: () => base };
}
