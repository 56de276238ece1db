import { closeSync, constants, existsSync, fstatSync, lstatSync, mkdirSync, openSync, readdirSync, readSync, renameSync, unlinkSync, writeFileSync, type Stats } from 'node:fs';
import path from 'node:path';

/*
 * The user's own folder for what can be made again. A repository, or another user, must not be able to put anything
 * there: only files that are surely the user's own are taken.
 */

const OTHERS_MAY_WRITE = 0o022;
const DAY = 24 * 3600 * 1000;

/** Where programs keep what they can make again; undefined when there is no such place. */
export function cacheFolder(env: Readonly<Record<string, string | undefined>>, platform: string): string | undefined {
  const below = (base: string | undefined, ...rest: readonly string[]): string | undefined =>
    (base === undefined || !path.isAbsolute(base) ? undefined : path.join(base, ...rest, 'glance-lint'));
  if (platform === 'win32') return below(env['LOCALAPPDATA']);
  if (platform === 'darwin') return below(env['HOME'], 'Library', 'Caches');
  return below(env['XDG_CACHE_HOME']) ?? below(env['HOME'], '.cache');
}

/** Nobody else can have written it. */
function isOwn({ uid, mode }: Stats): boolean {
  return process.getuid === undefined || (uid === process.getuid() && (mode & OTHERS_MAY_WRITE) === 0);
}

/** The bytes of a file; undefined when there is none, or it is not surely the user's own. */
export function readOwn(file: string): Buffer | undefined {
  try {
    const { bytes, stats } = readWhole(file, constants.O_NOFOLLOW ?? 0);
    return isOwn(stats) ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The bytes of a regular file, and what the system knows of it. In one way for all that is read at the start of the command:
 * Node compiles its own functions at their first call, too.
 *
 * @throws Error
 */
export function readWhole(file: string, flags = 0): { readonly bytes: Buffer; readonly stats: Stats } {
  const descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | flags);
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) throw new Error('it is no file');
    const bytes = Buffer.allocUnsafe(stats.size);
    if (readSync(descriptor, bytes, 0, stats.size, 0) !== stats.size) throw new Error('it is being written');
    return { bytes, stats };
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Writes a file at once: whoever reads it has the old one or the new one. Makes its folder and the one above.
 *
 * @throws Error in words, or the system's
 */
export function writeOwn(file: string, bytes: Uint8Array): void {
  const folder = path.dirname(file);
  const draft = path.join(folder, `.${path.basename(file)}.${process.pid}`);
  try {
    // Not with `recursive`, which never ends where the system refuses in an odd way (/proc).
    for (const level of [path.dirname(folder), folder]) if (!existsSync(level)) mkdirSync(level, { mode: 0o700 });
    const stats = lstatSync(folder);
    if (!stats.isDirectory() || !isOwn(stats)) throw new Error('others can write in it');
    writeFileSync(draft, bytes, { flag: 'wx', mode: 0o600 });
    renameSync(draft, file);
    removeOld(folder);
  } catch (error) {
    try {
      unlinkSync(draft);
    } catch {
      // There was none.
    }
    throw error;
  }
}

/** What nobody has made again for long: of other versions, and of folders that are gone. */
function removeOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    try {
      if (Date.now() - lstatSync(file).mtimeMs > 60 * DAY) unlinkSync(file);
    } catch {
      // Another run was quicker, or it is none of ours.
    }
  }
}
