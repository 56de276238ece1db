import type { Consequence } from '../../model/finding.js';

/** Who acts on a property. `client`: command line tools and SDKs. `person`: people and dashboards only. */
export type PropertyReader = 'nova' | 'cinder' | 'ironic' | 'glance' | 'client' | 'scs' | 'person';

/** What a property's value has to be. Every value is a string on the wire. */
export type PropertyValue =
  | EnumValue
  /** Python's `int()`. */
  | { readonly kind: 'integer'; readonly minimum?: number; readonly maximum?: number; readonly unit?: string }
  /** Words for yes and no; Nova takes every other word for no. */
  | { readonly kind: 'boolean' }
  | { readonly kind: 'uuid' }
  /** Comparisons with versions, separated by commas: `>=1.0,<3.0`. */
  | { readonly kind: 'version-predicate' }
  /** CPU numbers, ranges and exclusions: `0-3,^2`. */
  | { readonly kind: 'cpu-spec' }
  /** JSON text: a list of objects whose values are strings, numbers or null. */
  | { readonly kind: 'json' }
  /** `hint` says what the text is. */
  | { readonly kind: 'text'; readonly hint?: string }
  /** No text is right: the service fills the field by itself. */
  | { readonly kind: 'never' };

export interface EnumValue {
  readonly kind: 'enum';
  readonly allowed: readonly string[];
  /** The service folds letters to lower case before it compares. */
  readonly foldsCase?: true;
  /** Words that the service takes only letter by letter, before it folds anything. */
  readonly literal?: readonly string[];
  /** Other words that the service itself accepts, in lower case, and what it makes of them. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** What people write, in lower case, and what they mean. The service knows none of these. */
  readonly guesses?: Readonly<Record<string, string>>;
  /** Release that brought a value, where it is younger than the property. */
  readonly newer?: Readonly<Record<string, string>>;
}

/** A property that somebody reads. */
export interface PropertyFact {
  /** For names with a variable part: the name with that part as `N` or `NAME`. */
  readonly name: string;
  /** For names with a variable part: what all of them look like. */
  readonly pattern?: RegExp;
  readonly readers: readonly PropertyReader[];
  /** What it is for: one clause, no full stop. */
  readonly summary: string;
  readonly value: PropertyValue;
  /** What becomes of a value that is none of these. Absent when nobody checks. */
  readonly otherwise?: Consequence;
  /** A value as people write it. */
  readonly example: string;
  /**
   * First release that reads it; absent when all that are known do. Nova's sources only give versions of an object:
   * where it is not certain which release a version came with, this is the earlier one.
   */
  readonly since?: string;
  /** Last release in which it had an effect. */
  readonly until?: string;
  /** Nova stores this old name's value as this property; a value under that name wins. */
  readonly storedAs?: string;
  /** The documents know only the current name. */
  readonly isOutdated?: true;
  readonly source: readonly string[];
}

/** Nova answers 400 when a server is to be made from the image. */
export const REFUSED_BY_NOVA: Consequence = { by: 'nova', when: 'boot', effect: 'rejected' };
