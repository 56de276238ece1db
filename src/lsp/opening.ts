import type { Intent } from '../model/image.js';
import type { Analysis } from './analysis.js';
import { cursorAt, type Cursor } from './cursor.js';
import { readImages } from './images.js';
import { anyLevel, type Level } from './level.js';
import { spotAt, type Spot } from './spot.js';
import { probes, STAND_IN } from './stand-in.js';

/** A place where somebody types a name of an image, or a value. */
export interface Opening {
  readonly cursor: Cursor;
  /** The keys that may stand there, or the one whose value is typed. */
  readonly level: Level;
  /** The key of the value that is typed. */
  readonly key: string;
  readonly intent: Intent;
  /** The keys that the map has already. */
  readonly taken: ReadonlySet<string>;
}

/** Undefined where nothing of an image can stand. A text that is broken elsewhere, too, is judged by the line alone. */
export function openingAt(analysis: Analysis, offset: number): Opening | undefined {
  const { manifest, settings } = analysis;
  const cursor = cursorAt(manifest.text, offset, manifest.reader.format);
  if (cursor === undefined) return undefined;
  const present = spotAt(analysis.read, offset);
  if (present !== undefined && isWhole(present, manifest.text.slice(cursor.word.start, cursor.word.end), manifest.text, cursor)) return fromSpot(present, cursor);
  for (const probe of probes(manifest.text, cursor, manifest.reader.format)) {
    const read = readImages({ ...manifest, text: probe.text }, settings);
    const spot = spotAt(read, probe.offset);
    if (spot !== undefined) return isWhole(spot, STAND_IN, probe.text, cursor) ? fromSpot(spot, cursor) : undefined;
    if (!read.isBroken) return undefined;
  }
  const { spelling } = analysis.dialect;
  if (spelling === undefined || (cursor.kind === 'value' && cursor.key === '')) return undefined;
  return { cursor, level: anyLevel(spelling), key: cursor.key, intent: 'create', taken: new Set() };
}

/** Is the word all that stands in the place, rather than a part of some text? */
function isWhole({ place: { on, span } }: Spot, word: string, text: string, cursor: Cursor): boolean {
  return on === cursor.kind && text.slice(span.start, span.end).replace(/^(["'])(.*)\1$/, '$2') === word;
}

function fromSpot({ place, level, intent }: Spot, cursor: Cursor): Opening {
  const key = String(place.path.at(-1));
  const taken = new Set(place.map?.entries?.map((entry) => entry.key));
  taken.delete(key);
  return { cursor, level, key, intent, taken };
}
