import type { Attribute, ImageRelease, ImageSource } from './image.js';

/** A key, or the way to it: `min_disk_gb`, `content.diskFormat`, `versions[].id`. */
export type Key = string;

/** A key, or more where the manifest says it in another way than Glance does. */
export type Word =
  | Key
  /** A boolean that stands for one of two texts. */
  | { readonly key: Key; readonly whenTrue: string; readonly whenFalse: string }
  /** The name of another image, which the tool looks up: what Glance gets is not known. */
  | { readonly key: Key; readonly names: 'image' }
  /** `sha256:` and the digest, or the address of a list of digests. */
  | { readonly key: Key; readonly holds: 'algorithm:digest' }
  /** Texts that the tool puts together. */
  | { readonly joined: readonly Key[] }
  /** The key under which the whole image stands. */
  | { readonly isOwnKey: true };

/** Several words for one thing: the stronger one first. */
export type Words = Word | readonly Word[];

/**
 * How a dialect spells an image. Data: dialects read by it, and the documentation's tables are made from it. Units
 * are Glance's own in every dialect: sizes in bytes, min_disk in GiB, min_ram in MiB, whatever a key calls them.
 */
export interface Spelling {
  readonly attributes: { readonly [A in Attribute]?: Words };
  /** Custom properties that have a key of their own. */
  readonly properties?: Readonly<Record<string, Words>>;
  /** Keys of the maps (or lists of `name=value`) that hold all other custom properties; `''` is the image itself. */
  readonly bags?: readonly Key[];
  readonly source?: { readonly [S in keyof ImageSource]?: Words };
  readonly release?: { readonly [R in keyof ImageRelease]?: Words };
  /** What the tool sends when the manifest says nothing. */
  readonly defaults?: { readonly [A in Attribute]?: string };
  /** Keys that are known and say nothing of the image. Given, all keys beside the known ones are strays. */
  readonly others?: readonly Key[];
}
