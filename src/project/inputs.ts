import path from 'node:path';
import type { Manifest } from '../engine/lint-text.js';
import { decode, formatOf, formatOfText, readerFor, type Reader } from '../text/index.js';
import { shownPath } from './discover.js';
import { readBytes, ReadError } from './read-file.js';

/** The manifests of a run. Texts are not kept: a file is read again when its places are needed at the end. */
export class Inputs {
  readonly #cwd: string;
  readonly #files = new Map<string, { readonly path: string; readonly reader: Reader }>();
  readonly #kept = new Map<string, Manifest>();

  constructor(cwd: string) {
    this.#cwd = cwd;
  }

  /** @throws ReadError */
  async fromFile(file: string): Promise<Manifest> {
    const reader = await readerFor(formatOf(file));
    const shown = shownPath(file, this.#cwd);
    this.#files.set(shown, { path: file, reader });
    return manifestOf(readBytes(file), shown, reader);
  }

  /** Standard input cannot be read twice, so its text is kept. */
  async fromStdin(bytes: Uint8Array, name: string): Promise<Manifest> {
    const format = path.extname(name) === '' ? formatOfText(decode(bytes).text) : formatOf(name);
    const manifest = manifestOf(bytes, name, await readerFor(format));
    this.#kept.set(name, manifest);
    return manifest;
  }

  /** Keeps another text in place of standard input's. */
  keep(manifest: Manifest): void {
    this.#kept.set(manifest.file, manifest);
  }

  reread(shown: string): Manifest | undefined {
    const file = this.#files.get(shown);
    if (file === undefined) return this.#kept.get(shown);
    try {
      return manifestOf(readBytes(file.path), shown, file.reader);
    } catch (error) {
      if (error instanceof ReadError) return undefined;
      throw error;
    }
  }
}

function manifestOf(bytes: Uint8Array, file: string, reader: Reader): Manifest {
  return { file, reader, ...decode(bytes) };
}
