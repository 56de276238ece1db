/**
 * One Image resource in the terms of the Glance v2 API: base attributes by their wire names, custom
 * properties under `properties` (the shape of openstacksdk's `Image`).
 *
 * Rules see this and nothing else. An attribute is here only when the manifest gives it a value of the
 * right type: what has a wrong type is a finding of its own, and what is not known (a template, an
 * expression, a tagged YAML node) is left out. `RuleContext.isAbsent` tells "not written at all" apart.
 */
export interface Image {
  readonly id?: string;
  readonly name?: string | null;
  readonly status?: string;
  readonly visibility?: string;
  readonly protected?: boolean;
  readonly os_hidden?: boolean;
  /** MD5 of the stored bytes, 32 hex digits. */
  readonly checksum?: string | null;
  readonly os_hash_algo?: string | null;
  readonly os_hash_value?: string | null;
  readonly owner?: string | null;
  /** Bytes of the stored file. */
  readonly size?: number | null;
  /** Bytes of the disk inside the file. */
  readonly virtual_size?: number | null;
  readonly container_format?: string | null;
  readonly disk_format?: string | null;
  readonly created_at?: string;
  readonly updated_at?: string;
  readonly tags?: readonly string[];
  readonly direct_url?: string;
  /** MiB. */
  readonly min_ram?: number;
  /** GiB, although every document says GB. */
  readonly min_disk?: number;
  readonly self?: string;
  readonly file?: string;
  readonly schema?: string;
  /** Store ids, separated by commas. */
  readonly stores?: string;
  /** openstacksdk's name for a store; Glance has no such attribute. */
  readonly store?: string;
  readonly locations?: readonly unknown[];
  /** Where the bytes come from. Not part of the Image resource: dialects that speak of it fill it in. */
  readonly source?: ImageSource;
  /** Which release of an operating system this is, as a catalogue says it beside the image's own properties. */
  readonly release?: ImageRelease;
  /** Custom properties. A prototype-less object, so that any name is safe to look up. */
  readonly properties: Readonly<Record<string, string>>;
}

/** Where an image's bytes come from, as far as a manifest says. */
export interface ImageSource {
  /** What is uploaded, or fetched by Glance. */
  readonly url?: string;
  /** Where the publisher offers it, when that is another place. */
  readonly origin_url?: string;
  /** A file on the machine that uploads. */
  readonly file?: string;
  /** Algorithm of `digest`, as written. */
  readonly algorithm?: string;
  /** Digest of the file that is downloaded, as written. */
  readonly digest?: string;
  /** Where the digest of this file stands, and where a list of digests of many files. */
  readonly digest_url?: string;
  readonly digests_url?: string;
  /** Does the tool unpack the file before it uploads it? */
  readonly decompress?: boolean;
  /** May the tool convert the file to `disk_format` before it uploads it? */
  readonly converts?: boolean;
  /** Does Glance fetch the file itself (import method web-download)? */
  readonly web_download?: boolean;
}

export interface ImageRelease {
  readonly version?: string;
  /** Day on which the image was built, as written. */
  readonly build_date?: string;
}

export type Attribute = Exclude<keyof Image, 'properties' | 'source' | 'release'>;

/**
 * `create`: somebody will send this to Glance. `record`: somebody exported this from Glance. Read-only
 * attributes are wrong in the first and normal in the second.
 */
export type Intent = 'create' | 'record';

/** A way through an image or a document: `['properties', 'hw_disk_bus']`, `['tags', 2]`. */
export type Path = readonly (string | number)[];

/**
 * What a value is when the manifest does not tell: a template, an expression, a tagged YAML node. Of the global
 * registry, because the command is built of several files that each have this module.
 */
export const UNKNOWN: unique symbol = Symbol.for('glance-lint.unknown');
