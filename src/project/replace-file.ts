import { accessSync, closeSync, constants, fchmodSync, fchownSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { inBatches } from '../text/batches.js';
import { inWords, readBytes, ReadError } from './read-file.js';

/** A file that cannot be written; the message says why, in a clause. */
export class WriteError extends Error {
  override readonly name = 'WriteError';
}

/**
 * The file that a path below `cwd`, or anywhere, means: through symbolic links that stay in the tree. The tree of a file
 * below `root`, which holds `cwd`, is that; of another file its own folder.
 *
 * @throws WriteError for a link that leads out
 */
export function fileInTree(file: string, cwd: string, root: string): string {
  try {
    // The working folder may be reached by a link itself.
    const named = isBelow(file, cwd) ? path.join(realpathSync(cwd), path.relative(cwd, file)) : file;
    const real = realpathSync(named);
    const tree = realpathSync(isBelow(named, root) ? root : path.dirname(named));
    if (isBelow(real, tree)) return real;
    throw new WriteError(`it is, or stands behind, a symbolic link that leads out of ${tree}, to ${real}; to change that file, name it itself`);
  } catch (error) {
    throw asWriteError(error);
  }
}

/**
 * Puts other bytes into a file, all or none: they are written beside it and take its place. Permissions stay.
 *
 * @param before What the file holds; if it holds something else by now, it stays as it is.
 * @throws WriteError
 */
export function replaceFile(file: string, before: Uint8Array, after: Uint8Array): void {
  try {
    accessSync(file, constants.W_OK);
    if (!readBytes(file).equals(before)) throw new WriteError('it was changed by somebody else in the meantime; run again');
    const { mode, uid, gid } = statSync(file);
    writeBeside(file, [after], (descriptor) => {
      keepOwner(descriptor, uid, gid);
      fchmodSync(descriptor, mode & 0o7777);
    });
  } catch (error) {
    throw asWriteError(error);
  }
}

/**
 * Writes a new file, or a file that is ours to write anew, all or nothing.
 *
 * @throws WriteError
 */
export function writeWhole(file: string, pieces: Iterable<string>): void {
  try {
    const known = statSync(file, { throwIfNoEntry: false });
    const target = known === undefined ? file : realpathSync(file);
    writeBeside(target, encoded(pieces), (descriptor) => fchmodSync(descriptor, known === undefined ? 0o666 & ~process.umask() : known.mode & 0o7777));
  } catch (error) {
    throw asWriteError(error);
  }
}

function* encoded(pieces: Iterable<string>): Generator<Uint8Array> {
  for (const text of inBatches(pieces)) yield Buffer.from(text, 'utf8');
}

function writeBeside(file: string, parts: Iterable<Uint8Array>, prepare: (descriptor: number) => void): void {
  const temporary = path.join(path.dirname(file), `.glance-lint-${randomBytes(6).toString('hex')}.tmp`);
  const descriptor = openSync(temporary, 'wx', 0o600);
  try {
    try {
      for (const bytes of parts) for (let offset = 0; offset < bytes.length; ) offset += writeSync(descriptor, bytes, offset);
      prepare(descriptor);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Where we may not, the file becomes ours. */
function keepOwner(descriptor: number, uid: number, gid: number): void {
  try {
    fchownSync(descriptor, uid, gid);
  } catch {
    // Only its owner and root can give a file away.
  }
}

export function isBelow(file: string, folder: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== '' && relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

const WORDS: Readonly<Record<string, string>> = {
  EACCES: 'you may not write it, or not its folder',
  EPERM: 'you may not write it, or not its folder',
  EROFS: 'its disk takes no changes',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is used up',
};

function asWriteError(error: unknown): WriteError {
  if (error instanceof WriteError) return error;
  if (error instanceof ReadError) return new WriteError(error.message);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return new WriteError(WORDS[code] ?? inWords(error));
}
