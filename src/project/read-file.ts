import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';

/** Longer texts do not fit a JavaScript string. */
const LARGEST = 2 ** 29 - 25;
/** Without O_NONBLOCK, opening a pipe would wait for a writer. Windows has no such flag, and no such files. */
const HOW = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** A file that cannot be read; the message says why in words. */
export class ReadError extends Error {
  override readonly name = 'ReadError';
}

/**
 * The bytes of a regular file. Never waits: a pipe or a device is refused before it is read.
 *
 * @throws ReadError
 */
export function readBytes(path: string): Buffer {
  return withFile(path, (descriptor) => {
    const { size } = statsOf(descriptor);
    if (size > LARGEST) throw new ReadError(`it has ${size} bytes, and more than ${LARGEST} cannot be read`);
    return readAll(descriptor, size);
  });
}

/** Files of this size and above are large. */
export const LARGE = 1 << 19;
let scratch: Buffer | undefined;

/**
 * The bytes of a file that is not large; undefined for one that is. They are there until the next call: making a
 * buffer for each of many small files costs more than reading them.
 *
 * @param isFile Is it sure that this is a regular file?
 * @throws ReadError
 */
export function readSmall(path: string, isFile: boolean): Buffer | undefined {
  return withFile(path, (descriptor) => {
    if (!isFile) statsOf(descriptor);
    scratch ??= Buffer.allocUnsafeSlow(LARGE);
    const count = readSome(descriptor, scratch);
    // A regular file gives all that it has at once.
    return count === LARGE ? undefined : scratch.subarray(0, count);
  });
}

/**
 * A descriptor of a regular file of any size, for `readSome`. Who asks for it closes it.
 *
 * @throws ReadError
 */
export function openRegular(path: string): number {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, HOW);
    statsOf(descriptor);
    return descriptor;
  } catch (error) {
    if (descriptor !== undefined) closeSync(descriptor);
    throw asReadError(error);
  }
}

function withFile<T>(path: string, read: (descriptor: number) => T): T {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, HOW);
    return read(descriptor);
  } catch (error) {
    throw asReadError(error);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function asReadError(error: unknown): ReadError {
  return error instanceof ReadError ? error : new ReadError(inWords(error));
}

/** @throws ReadError for what is no regular file */
function statsOf(descriptor: number): Stats {
  const stats = fstatSync(descriptor);
  if (!stats.isFile()) throw new ReadError(`it is ${kindOf(stats)}, not a file${stats.isFIFO() ? '; give its text on standard input, with "-"' : ''}`);
  return stats;
}

/** Everything that a descriptor gives until its end, such as standard input's. */
export function readAll(descriptor: number, expected = 0): Buffer {
  const chunks: Buffer[] = [];
  let total = 0;
  for (let size = expected + 1; ; size = 1 << 16) {
    const chunk = Buffer.allocUnsafe(size);
    const count = readSome(descriptor, chunk);
    if (count === 0) return chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks);
    total += count;
    if (total > LARGEST) throw new ReadError(`it has more than ${LARGEST} bytes`);
    chunks.push(chunk.subarray(0, count));
  }
}

/** Reads on, from where the last call ended or from a place. Says how many bytes there were; 0 at the end. */
export function readSome(descriptor: number, chunk: Uint8Array, position: number | null = null): number {
  for (;;) {
    try {
      return readSync(descriptor, chunk, 0, chunk.length, position);
    } catch (error) {
      const code = codeOf(error);
      if (code === 'EOF') return 0;
      // A terminal or pipe in non-blocking mode has nothing yet.
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

function kindOf(stats: Stats): string {
  if (stats.isDirectory()) return 'a folder';
  if (stats.isFIFO()) return 'a pipe';
  if (stats.isSocket()) return 'a socket';
  return 'a device';
}

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EACCES: 'you may not read it',
  EPERM: 'you may not read it',
  EISDIR: 'it is a folder',
  ELOOP: 'it is a symbolic link that leads round in a circle',
  ENAMETOOLONG: 'its name is too long',
  EMFILE: 'too many files are open',
  EIO: 'the disk reports an error',
  ENXIO: 'it is a pipe or a device, not a file',
};

export function inWords(error: unknown): string {
  const code = codeOf(error);
  return WORDS[code] ?? (error instanceof Error ? error.message : String(error));
}

export function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}
