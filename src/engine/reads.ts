import type { Image } from '../model/image.js';

/** Where in an image a name stands that rules say they read: among its base attributes, or in one of its groups. */
export type Group = '' | 'properties' | 'source' | 'release';

export interface Read {
  readonly group: Group;
  readonly name: string;
}

/** `min_disk`, `properties.os_type`, `source.url` */
export function readOf(written: string): Read {
  const dot = written.indexOf('.');
  return { group: (dot < 0 ? '' : written.slice(0, dot)) as Group, name: written.slice(dot + 1) };
}

export function hasOneOf(image: Image, reads: readonly Read[]): boolean {
  return reads.some(({ group, name }) => (group === '' ? image : image[group])?.[name as never] !== undefined);
}
