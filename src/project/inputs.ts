import path from 'node:path';
import type { Manifest } from '../engine/lint-text.js';
import { decode, formatOf, formatOfText, readerFor, type Decoded, type Reader } from '../text/index.js';
import { shownPath } from './discover.js';
import { FileParts, LARGE } from './file-parts.js';
import { readBytes, readBytesBelow, ReadError } from './read-file.js';

interface InputFile {
  readonly path: string;
  readonly shown: string;
  readonly reader: Reader;
  readonly parts: FileParts | undefined;
}

/** The manifests of a run. Texts are not kept: a file is read again when its places are needed at the end. */
export class Inputs {
  readonly #cwd: string;
  readonly #files = new Map<string, InputFile>();
  readonly #kept = new Map<string, Manifest>();

  constructor(cwd: string) {
    this.#cwd = cwd;
  }

  /** @throws ReadError */
  async fromFile(file: string): Promise<Manifest> {
    const format = formatOf(file);
    const reader = await readerFor(format);
    const input = { path: file, shown: shownPath(file, this.#cwd), reader, parts: FileParts.of(file, format, reader) };
    this.#files.set(input.shown, input);
    return manifestIn(input);
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
      return manifestIn(file);
    } catch (error) {
      if (error instanceof ReadError) return undefined;
      throw error;
    }
  }
}

/** @throws ReadError */
function manifestIn({ path: file, shown, reader, parts }: InputFile): Manifest {
  const bytes = readBytesBelow(file, parts === undefined ? Infinity : LARGE);
  if (bytes !== undefined || parts === undefined) return manifestOf(bytes ?? readBytes(file), shown, reader);
  // The whole is read only if it has to be.
  let known: Decoded | undefined;
  const whole = (): Decoded => (known ??= decode(readBytes(file)));
  return {
    file: shown, reader, parts,
    get text() { return whole().text; },
    get invalidAt() { return whole().invalidAt; },
    get encoding() { return whole().encoding; },
    get hasByteOrderMark() { return whole().hasByteOrderMark; },
  };
}

function manifestOf(bytes: Uint8Array, file: string, reader: Reader): Manifest {
  return { file, reader, ...decode(bytes) };
}
