import { UNKNOWN, type Attribute, type ImageSource, type Path } from '../model/image.js';
import type { ImageBuilder } from './image-builder.js';
import { isMapping, type Mapping } from './shapes.js';

/** How a dialect spells an image that is one mapping. */
export interface KeyTable {
  /** Key → base attribute. Where several keys mean one attribute, the stronger comes first. */
  readonly attributes: Readonly<Record<string, Attribute>>;
  /** Key → custom property, for those that have a key of their own. */
  readonly properties?: Readonly<Record<string, string>>;
  /** Key → what is told of the bytes. */
  readonly source?: Readonly<Record<string, keyof ImageSource>>;
  /** Boolean key → visibility when true, when false. */
  readonly visibility?: Readonly<Record<string, readonly [string, string]>>;
  /** Keys whose text is `algorithm:digest`. */
  readonly checksums?: readonly string[];
  /** Keys of the mapping (or list of `name=value`) that holds the custom properties. */
  readonly nested?: readonly string[];
  /** Other keys that are known and say nothing of the image. Given, keys beside all these are strays. */
  readonly others?: readonly string[];
}

/** Puts into `image` what a mapping says in the words of the table. */
export function readByTable(image: ImageBuilder, value: Mapping, path: Path, table: KeyTable): void {
  const { properties = {}, source = {}, visibility = {}, checksums = [], nested = [] } = table;
  for (const [key, attribute] of entriesIn(value, table.attributes)) image.attribute(attribute, value[key], [...path, key]);
  for (const [key, [whenTrue, whenFalse]] of entriesIn(value, visibility)) {
    const told = value[key];
    image.attribute('visibility', typeof told === 'boolean' ? (told ? whenTrue : whenFalse) : UNKNOWN, [...path, key]);
  }
  for (const [key, property] of entriesIn(value, properties)) image.property(property, value[key], [...path, key]);
  for (const [key, name] of entriesIn(value, source)) image.source(name, value[key], [...path, key]);
  for (const key of checksums) readChecksum(image, value[key], [...path, key]);
  for (const key of nested) readProperties(image, value[key], [...path, key]);
  if (table.others === undefined) return;
  const known = [...Object.keys(table.attributes), ...Object.keys(properties), ...Object.keys(source), ...Object.keys(visibility), ...checksums, ...nested, ...table.others];
  for (const key in value) if (!known.includes(key)) image.stray(key, [...path, key], known);
}

/** The rows of a table whose key the mapping has, with a value. */
function entriesIn<T>(value: Mapping, rows: Readonly<Record<string, T>>): [string, T][] {
  return Object.entries(rows).filter(([key]) => Object.hasOwn(value, key) && value[key] !== null);
}

/** `algorithm:digest`, where the digest may also be the address of a list of digests. */
function readChecksum(image: ImageBuilder, checksum: unknown, path: Path): void {
  if (typeof checksum !== 'string') return;
  const colon = checksum.indexOf(':');
  const digest = checksum.slice(colon + 1);
  if (digest.includes('://') || colon < 0) return;
  image.source('algorithm', checksum.slice(0, colon), path);
  image.source('digest', digest, path);
}

function readProperties(image: ImageBuilder, properties: unknown, path: Path): void {
  if (isMapping(properties)) for (const name in properties) image.property(name, properties[name], [...path, name]);
  if (!Array.isArray(properties)) return;
  for (const [index, item] of properties.entries()) {
    const [name = '', value] = typeof item === 'string' ? splitOnce(item, '=') : [];
    if (value !== undefined) image.property(name.trim(), value.trim(), [...path, index]);
  }
}

function splitOnce(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
