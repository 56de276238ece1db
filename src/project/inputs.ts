import { isAscii } from 'node:buffer';
import path from 'node:path';
import type { Manifest } from '../engine/lint-text.js';
import { decode, formatOf, formatOfText, readerFor, type Decoded, type Reader, type TextFormat } from '../text/index.js';
import type { FoundFile } from './discover.js';
import { FileParts } from './file-parts.js';
import { readBytes, readSmall, ReadError } from './read-file.js';

interface InputFile {
  readonly path: string;
  readonly shown: string;
  readonly format: TextFormat;
  readonly reader: Reader;
  /** Set when the file is large. */
  parts?: FileParts | undefined;
}

type DigestOf = (bytes: Uint8Array) => string;

type NamedFile = Pick<FoundFile, 'path' | 'shown' | 'isFile'>;

/** The manifests of a run. Texts are not kept: a file is read again when its places are needed at the end. */
export class Inputs {
  readonly #files = new Map<string, InputFile>();
  readonly #kept = new Map<string, Manifest>();
  readonly #readers = new Map<TextFormat, Reader>();
  readonly #digestOf: DigestOf | undefined;

  /** `digestOf`: for manifests that are to know what their bytes are. */
  constructor(digestOf?: DigestOf) {
    this.#digestOf = digestOf;
  }

  /**
   * A promise only while the reader of the format is being loaded.
   *
   * @throws ReadError
   */
  fromFile(file: NamedFile): Manifest | Promise<Manifest> {
    const format = formatOf(file.path);
    const reader = this.#readers.get(format);
    return reader === undefined ? this.#load(format).then((loaded) => this.#manifestOf(file, format, loaded)) : this.#manifestOf(file, format, reader);
  }

  async #load(format: TextFormat): Promise<Reader> {
    const reader = await readerFor(format);
    this.#readers.set(format, reader);
    return reader;
  }

  #manifestOf({ path, shown, isFile = false }: NamedFile, format: TextFormat, reader: Reader): Manifest {
    const input: InputFile = { path, shown, format, reader };
    this.#files.set(shown, input);
    return manifestIn(input, isFile, this.#digestOf);
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
      return manifestIn(file, false);
    } catch (error) {
      if (error instanceof ReadError) return undefined;
      throw error;
    }
  }
}

/** @throws ReadError */
function manifestIn(input: InputFile, isFile: boolean, digestOf?: DigestOf): Manifest {
  const { path: file, shown, format, reader } = input;
  const bytes = readSmall(file, isFile);
  if (bytes !== undefined) return manifestOf(bytes, shown, reader, digestOf?.(bytes));
  const parts = (input.parts ??= FileParts.of(file, format, reader));
  if (parts === undefined) return manifestOf(readBytes(file), shown, reader);
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

function manifestOf(bytes: Uint8Array, file: string, reader: Reader, digest?: string): Manifest {
  if (!isAscii(bytes)) return { file, reader, digest, ...decode(bytes) };
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return { file, reader, digest, text, encoding: 'utf-8', hasByteOrderMark: false, invalidAt: -1 };
}
