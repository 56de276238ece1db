import type { RawImage, Stray } from '../model/dialect.js';
import type { Attribute, Intent, Path } from '../model/image.js';
import type { ImageRelease, ImageSource } from '../model/image.js';
import { bag } from '../words/bag.js';
import { literal } from './template.js';

/** Builds an image of a dialect that spells and places things in its own way, and remembers what stands where. */
export class ImageBuilder {
  readonly #base: Path;
  readonly #attributes: Record<string, unknown> = {};
  readonly #properties: Record<string, unknown> = bag();
  readonly #source: Record<string, unknown> = {};
  readonly #release: Record<string, unknown> = {};
  readonly #strays: Stray[] = [];
  readonly #places = new Map<string, Path>();

  /** `base`: where the image stands in the document. What has no place of its own is shown there. */
  constructor(base: Path) {
    this.#base = base;
  }

  /** Each of these keeps what was told first: say the stronger spelling first. `path` starts at the document. */
  attribute(name: Attribute, value: unknown, path: Path = this.#base): this {
    return this.#put(this.#attributes, name, [name], value, path);
  }

  property(name: string, value: unknown, path: Path = this.#base): this {
    return this.#put(this.#properties, name, ['properties', name], value, path);
  }

  source(name: keyof ImageSource, value: unknown, path: Path = this.#base): this {
    return this.#put(this.#source, name, ['source', name], value, path);
  }

  release(name: keyof ImageRelease, value: unknown, path: Path = this.#base): this {
    return this.#put(this.#release, name, ['release', name], value, path);
  }

  stray(key: string, path: Path, known: readonly string[]): this {
    this.#places.set(keyOf(['strays', this.#strays.length]), path);
    this.#strays.push({ key, path, known });
    return this;
  }

  has(name: Attribute): boolean {
    return Object.hasOwn(this.#attributes, name);
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
    };
  }

  #put(values: Record<string, unknown>, name: string, place: Path, value: unknown, path: Path): this {
    if (value === undefined || Object.hasOwn(values, name)) return this;
    values[name] = literal(value);
    this.#places.set(keyOf(place), path);
    return this;
  }

  /** The place of the longest part of the path that was told, and the rest of the path below it. */
  #locate(path: Path): Path {
    for (let length = Math.min(path.length, 2); length > 0; length--) {
      const place = this.#places.get(keyOf(path.slice(0, length)));
      if (place !== undefined) return [...place, ...path.slice(length)];
    }
    return this.#base;
  }
}

function keyOf(path: Path): string {
  return path.join('\0');
}
