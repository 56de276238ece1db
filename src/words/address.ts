import type { Image, Path } from '../model/image.js';
import { urlParts, type UrlParts } from './url.js';

/** A place that an image says its bytes come from. */
export interface Address {
  readonly text: string;
  /** Undefined when the text is no URL. */
  readonly url: UrlParts | undefined;
  readonly at: Path;
  /** Are the bytes fetched from here, rather than people told of it? */
  readonly isFetched: boolean;
  /** For messages: the property's name, or what the address is. */
  readonly what: string;
}

/** Where an image says that its bytes come from. What is told twice is here once, with what is done with it. */
export function addressesOf({ source = {}, properties }: Image): Address[] {
  const found = new Map<string, Address>();
  const add = (text: string | undefined, at: Path, isFetched: boolean, what: string): void => {
    if (text !== undefined && !found.has(text)) found.set(text, { text, url: urlParts(text), at, isFetched, what });
  };
  add(source.url, ['source', 'url'], true, 'The source');
  add(source.origin_url, ['source', 'origin_url'], false, 'The original source');
  add(properties['image_source'], ['properties', 'image_source'], false, 'image_source');
  return [...found.values()];
}
