import type { RawImage, Stray } from '../model/dialect.js';
import type { Attribute, ImageRelease, ImageSource, Intent, Path } from '../model/image.js';
import type { Change } from '../model/rule.js';
import type { Spelling } from '../model/spelling.js';
import { isAttribute } from '../facts/attributes.js';
import { bag } from '../words/bag.js';
import { literal } from './template.js';

interface Place {
  readonly path: Path;
  /** The manifest does not write the value as it is: there is no changing it in place. */
  readonly isMade: boolean;
}

/** Builds an image of a dialect that spells and places things in its own way, and remembers what stands where. */
export class ImageBuilder {
  readonly #base: Path;
  readonly #spelling: Spelling | undefined;
  readonly #attributes = bag();
  readonly #properties = bag();
  readonly #source: Record<string, unknown> = {};
  readonly #release: Record<string, unknown> = {};
  readonly #strays: Stray[] = [];
  readonly #places = new Map<string, Place>();

  /** `base`: where the image stands in the document. What has no place of its own is shown there. */
  constructor(base: Path, spelling?: Spelling) {
    this.#base = base;
    this.#spelling = spelling;
  }

  /**
   * Each of these keeps what was told first: say the stronger spelling first. `path` starts at the document; without
   * it, the tool adds the value by itself.
   */
  attribute(name: Attribute, value: unknown, path?: Path, isMade = path === undefined): this {
    return this.#put(this.#attributes, name, [name], value, path, isMade);
  }

  property(name: string, value: unknown, path?: Path, isMade = path === undefined): this {
    return this.#put(this.#properties, name, ['properties', name], value, path, isMade);
  }

  source(name: keyof ImageSource, value: unknown, path?: Path, isMade = path === undefined): this {
    return this.#put(this.#source, name, ['source', name], value, path, isMade);
  }

  release(name: keyof ImageRelease, value: unknown, path?: Path, isMade = path === undefined): this {
    return this.#put(this.#release, name, ['release', name], value, path, isMade);
  }

  stray(key: string, path: Path, known: readonly string[]): this {
    this.#places.set(keyOf(['strays', this.#strays.length]), { path, isMade: false });
    this.#strays.push({ key, path, known });
    return this;
  }

  build(intent: Intent): RawImage {
    return {
      attributes: this.#attributes,
      properties: this.#properties,
      source: this.#source,
      release: this.#release,
      strays: this.#strays,
      intent,
      locate: (path) => this.#locate(path),
      allows: (path, change) => this.#allows(path, change),
    };
  }

  #put(values: Record<string, unknown>, name: string, place: Path, value: unknown, path: Path = this.#base, isMade: boolean): this {
    if (value === undefined || Object.hasOwn(values, name)) return this;
    values[name] = literal(value);
    this.#places.set(keyOf(place), { path, isMade });
    return this;
  }

  /** The place of the longest part of the path that was told, and the rest of the path below it. */
  #locate(path: Path): Path {
    for (let length = Math.min(path.length, 2); length > 0; length--) {
      const place = this.#places.get(keyOf(path.slice(0, length)));
      if (place !== undefined) return [...place.path, ...path.slice(length)];
    }
    return this.#base;
  }

  /** A change speaks of the image; can it be made where the manifest has its own keys and values? */
  #allows(path: Path, change: Change): boolean {
    if ('add' in change) return path.length === 0 && this.#spelling?.attributes[change.add.name as Attribute] === change.add.name;
    if (path[0] === 'strays') return true;
    const place = this.#places.get(keyOf(path.slice(0, 2))) ?? this.#places.get(keyOf(path.slice(0, 1)));
    if (place === undefined || place.isMade) return false;
    if (!('rename' in change)) return true;
    // A key that says it in the dialect's own words cannot be renamed in Glance's, and a property that becomes a
    // base attribute would have to leave the map that holds properties.
    const isNested = place.path.length > this.#base.length + 1;
    return place.path.at(-1) === path.at(-1) && !(isNested && path[0] === 'properties' && isAttribute(change.rename));
  }
}

function keyOf(path: Path): string {
  return path.join('\0');
}
