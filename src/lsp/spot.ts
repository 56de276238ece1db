import type { Dialect } from '../model/dialect.js';
import type { Intent } from '../model/image.js';
import type { ReadImages } from './images.js';
import { levelAt, type Level } from './level.js';
import { placeAt, type Place } from './place.js';

/** A place in a map of an image. */
export interface Spot {
  readonly place: Place;
  readonly dialect: Dialect;
  readonly intent: Intent;
  /** The keys that the map may have. */
  readonly level: Level;
}

/** The place at an offset, when it is a key of an image, or a value with a key. */
export function spotAt({ documents, images }: ReadImages, offset: number): Spot | undefined {
  for (const document of documents) {
    const place = placeAt(document.places(), offset);
    if (place === undefined) continue;
    if (place.entry === undefined) return undefined;
    const owners = images.filter((image) => image.document === document && image.base.every((step, index) => String(step) === String(place.path[index])));
    const image = owners.sort((a, b) => b.base.length - a.base.length)[0];
    if (image === undefined || place.path.length <= image.base.length) return undefined;
    const { dialect, base, identity } = image;
    const level = dialect.spelling && levelAt(dialect.spelling, place.path.slice(base.length, -1));
    return level && { place, dialect, intent: identity.intent, level };
  }
  return undefined;
}
