import type { Intent } from '../model/image.js';
import type { Analysis } from './analysis.js';
import { cursorAt, type Cursor } from './cursor.js';
import { readImages } from './images.js';
import { anyLevel, type Level } from './level.js';
import { spotAt, type Spot } from './spot.js';
import { probes, STAND_IN, type Probe } from './stand-in.js';

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
  for (const probe of probes(manifest.text, cursor, manifest.reader.format)) {
    const read = readImages({ ...manifest, text: probe.text }, settings);
    const spot = spotAt(read, probe.offset);
    if (spot !== undefined) return holds(spot, probe, cursor) ? fromSpot(spot, cursor) : undefined;
    if (!read.isBroken) return undefined;
  }
  const { spelling } = analysis.dialect;
  if (spelling === undefined || (cursor.kind === 'value' && cursor.key === '')) return undefined;
  return { cursor, level: anyLevel(spelling), key: cursor.key, intent: 'create', taken: new Set() };
}

/** Does the stand-in have the place for itself, rather than being a part of some text? */
function holds({ place: { on, span } }: Spot, { text }: Probe, cursor: Cursor): boolean {
  return on === cursor.kind && text.slice(span.start, span.end).replace(/^(["'])(.*)\1$/, '$2') === STAND_IN;
}

function fromSpot({ place, level, intent }: Spot, cursor: Cursor): Opening {
  const taken = new Set(place.map?.entries?.map(({ key }) => key).filter((key) => key !== STAND_IN));
  return { cursor, level, key: String(place.path.at(-1)), intent, taken };
}
