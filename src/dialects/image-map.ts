import { defineDialect, type Dialect, type RawImage, type RecogniseHints } from '../model/dialect.js';
import type { Path } from '../model/image.js';
import type { DialectTraits } from '../model/rule.js';
import type { Spelling } from '../model/spelling.js';
import { ImageBuilder } from './image-builder.js';
import { fillIn, lookupIn, readSpelling, readStrays, type Conversions } from './read-spelling.js';
import { isMapping, malformed, type Mapping } from './shapes.js';

/** Dialects in which a map from a key to an image stands in a known place. */
interface ImageMap extends DialectTraits {
  readonly about: string;
  readonly markers: readonly string[];
  /** Where the map stands in the document. */
  readonly at: readonly string[];
  readonly spelling: Spelling;
  readonly conversions?: Conversions;
  /** Does Glance fetch the file by itself? */
  readonly isFetched?: boolean;
  /** Is this entry of the map an image of the dialect? */
  isImage(value: Mapping, document: Mapping): boolean;
}

export function imageMap({ at, conversions, isFetched, isImage, ...traits }: ImageMap): Dialect {
  const { spelling } = traits;
  const entriesIn = (document: unknown): { value: Mapping; path: Path }[] => {
    const map = at.reduce<unknown>((outer, key) => (isMapping(outer) && Object.hasOwn(outer, key) ? outer[key] : undefined), document);
    if (!isMapping(map) || !isMapping(document)) return [];
    return Object.entries(map).flatMap(([key, value]) =>
      (isMapping(value) && isImage(value, document) ? [{ value, path: [...at, key] }] : []));
  };
  const read = (value: unknown, path: Path, hints: RecogniseHints): RawImage => {
    if (!isMapping(value)) return malformed(value, path, hints.intent);
    const image = new ImageBuilder(path, spelling);
    readSpelling(image, spelling, lookupIn(value, path), conversions);
    const key = path.at(-1);
    if (isOwnKey(spelling.attributes.name) && key !== undefined) image.attribute('name', String(key), path, true);
    readStrays(image, spelling, value, path);
    if (isFetched === true) image.source('web_download', true);
    fillIn(image, spelling);
    return image.build(hints.intent ?? 'create');
  };
  return defineDialect({
    ...traits,
    recognise: (document) => entriesIn(document).length > 0,
    *images(document, hints) {
      for (const { value, path } of entriesIn(document)) yield read(value, path, hints);
    },
    record: (record, hints) => read(record, [], hints),
  });
}

function isOwnKey(words: Spelling['attributes']['name']): boolean {
  return typeof words === 'object' && 'isOwnKey' in words;
}
