import type { Image, Path } from '../model/image.js';

export interface Location {
  readonly url: string;
  readonly at: Path;
}

/** The URLs that an image gives for its data; what is no text is left out. */
export function locationsOf({ direct_url: directUrl, locations = [] }: Image): Location[] {
  const found: Location[] = directUrl === undefined ? [] : [{ url: directUrl, at: ['direct_url'] }];
  for (const [index, location] of locations.entries()) {
    const url: unknown = typeof location === 'object' && location !== null && 'url' in location ? location.url : undefined;
    if (typeof url === 'string') found.push({ url, at: ['locations', index, 'url'] });
  }
  return found;
}

/** Scheme of a URL, in lower case; undefined when it has none. */
export function schemeOf(url: string): string | undefined {
  return /^([a-z][a-z0-9+.-]*):\/\//i.exec(url)?.[1]?.toLowerCase();
}
