import { isAscii } from 'node:buffer';
import path from 'node:path';
import type { Manifest } from '../engine/lint-text.js';
import { decode, formatOf, formatOfText, readerFor, type Decoded, type Reader, type TextFormat } from '../text/index.js';
import { lazy } from '../words/lazy.js';
import type { FoundFile } from './discover.js';
import { FileParts } from './file-parts.js';
import { readBytes, readSmall, ReadError } from './read-file.js';

type DigestOf = (bytes: Uint8Array) => string;

type NamedFile = Pick<FoundFile, 'path' | 'shown' | 'isFile'>;

/** The manifests of a run. Texts are not kept: a file is read again when its places are needed at the end. */
export class Inputs {
  readonly #files: NamedFile[] = [];
  /** By name as reports show it. Files are read again at the end of a run, when all are there. */
  readonly #byName = lazy(() => new Map(this.#files.map((file) => [file.shown, file])));
  /** The parts of large files. */
  readonly #parts = new Map<string, FileParts>();
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
    this.#files.push(file);
    return reader === undefined ? this.#load(format).then((loaded) => this.#read(file, loaded, this.#digestOf)) : this.#read(file, reader, this.#digestOf);
  }

  async #load(format: TextFormat): Promise<Reader> {
    const reader = await readerFor(format);
    this.#readers.set(format, reader);
    return reader;
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
    const file = this.#byName().get(shown);
    if (file === undefined) return this.#kept.get(shown);
    const reader = this.#readers.get(formatOf(file.path));
    try {
      return reader && this.#read({ ...file, isFile: false }, reader);
    } catch (error) {
      if (error instanceof ReadError) return undefined;
      throw error;
    }
  }

  /** @throws ReadError */
  #read({ path: file, shown, isFile = false }: NamedFile, reader: Reader, digestOf?: DigestOf): Manifest {
    const bytes = readSmall(file, isFile);
    if (bytes !== undefined) return manifestOf(bytes, shown, reader, digestOf?.(bytes));
    const parts = this.#parts.get(shown) ?? FileParts.of(file, formatOf(file), reader);
    if (parts === undefined) return manifestOf(readBytes(file), shown, reader);
    this.#parts.set(shown, parts);
    return manifestInParts(file, shown, reader, parts);
  }
}

/** The whole is read only if it has to be. */
function manifestInParts(file: string, shown: string, reader: Reader, parts: FileParts): Manifest {
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
  const text = (bytes instanceof Buffer ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)).toString('latin1');
  return { file, reader, digest, text, encoding: 'utf-8', hasByteOrderMark: false, invalidAt: -1 };
}
