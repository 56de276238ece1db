import { closeSync, constants, existsSync, fstatSync, lstatSync, mkdirSync, openSync, readdirSync, readFileSync, readSync, renameSync, statSync, unlinkSync, writeFileSync, type Stats } from 'node:fs';
import path from 'node:path';
import { Script } from 'node:vm';

/*
 * Node compiles a program anew at every start, and for this one that is most of what a start costs. So the compiled
 * code of the large parts is kept in the user's cache folder. It is code: only files that are surely the user's own
 * are taken. Whatever is wrong with the cache, the command works as it does without.
 */

/** A part of the command and the compiled code that belongs to it. */
interface Part {
  readonly script: Script;
  readonly exports: unknown;
  /** Undefined when there is nothing to keep: what was kept is good. */
  readonly keepAs: string | undefined;
  readonly label: Buffer;
}

const OTHERS_MAY_WRITE = 0o022;
const LABEL_LENGTH = 128;
const DAY = 24 * 3600 * 1000;

export interface CodeCacheOptions {
  /** Of the parts. */
  readonly folder: string;
  readonly load: NodeJS.Require;
  /** By name of part (`./main.cjs`): a hash of its content. Other parts are small, and not kept. */
  readonly kept: Readonly<Record<string, string>>;
}

/** Loads parts of the command, with their compiled code from earlier runs where there is some. */
export class CodeCache {
  readonly #options: CodeCacheOptions;
  readonly #cacheFolder: string | undefined;
  readonly #parts = new Map<string, Part>();

  constructor(options: CodeCacheOptions) {
    this.#options = options;
    this.#cacheFolder = cacheFolder(process.env, process.platform);
  }

  /** What `require` gives. */
  readonly require = (name: string): unknown => {
    const { kept, load } = this.#options;
    const hash = Object.hasOwn(kept, name) ? kept[name] : undefined;
    if (this.#cacheFolder === undefined || hash === undefined) return load(name);
    let part = this.#parts.get(name);
    if (part === undefined) this.#parts.set(name, (part = this.#load(name, hash, this.#cacheFolder)));
    return part.exports;
  };

  #load(name: string, hash: string, folder: string): Part {
    const file = path.join(this.#options.folder, name);
    const source = readFileSync(file, 'latin1');
    const cacheFile = path.join(folder, `${path.basename(name, '.cjs')}-${process.version}-${process.arch}-${hash}`);
    // Somebody who looks for a fault may edit the file; V8 itself would only see a change of its length.
    const label = Buffer.alloc(LABEL_LENGTH, `${hash} ${statSync(file).mtimeMs} ${process.version} ${process.arch} `);
    const cachedData = keptCode(cacheFile, label);
    const script = new Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, { filename: file, cachedData });
    const module = { exports: {} };
    const run = script.runInThisContext() as (...scope: readonly unknown[]) => void;
    run(module.exports, this.require, module, file, this.#options.folder);
    const isGood = cachedData !== undefined && script.cachedDataRejected !== true;
    return { script, exports: module.exports, keepAs: isGood ? undefined : cacheFile, label };
  }

  /** Keeps the code of this run, which has compiled what such runs need. */
  keep(): void {
    for (const { script, keepAs, label } of this.#parts.values()) if (keepAs !== undefined) keepCode(keepAs, label, script);
  }
}

/** Where programs keep what they can make again; undefined when there is no such place, or the user wants none. */
export function cacheFolder(env: Readonly<Record<string, string | undefined>>, platform: string): string | undefined {
  if ((env['GLANCE_LINT_NO_CODE_CACHE'] ?? '') !== '') return undefined;
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

/** Undefined unless there is a file with this label that is the user's own, and whole. */
function keptCode(file: string, label: Buffer): Buffer | undefined {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    const stats = fstatSync(descriptor);
    const length = (stats.size - LABEL_LENGTH) / 2;
    if (!stats.isFile() || !isOwn(stats) || length <= 0 || !Number.isInteger(length)) return undefined;
    const bytes = Buffer.allocUnsafe(stats.size);
    if (readSync(descriptor, bytes, 0, stats.size, 0) !== stats.size || !bytes.subarray(0, LABEL_LENGTH).equals(label)) return undefined;
    // V8 does not check what it is given, and crashes on broken code. Two copies are quicker to compare than a checksum is to reckon.
    const code = bytes.subarray(LABEL_LENGTH, LABEL_LENGTH + length);
    return code.equals(bytes.subarray(LABEL_LENGTH + length)) ? code : undefined;
  } catch {
    return undefined;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function keepCode(file: string, label: Buffer, script: Script): void {
  const folder = path.dirname(file);
  const draft = path.join(folder, `.${path.basename(file)}.${process.pid}`);
  try {
    // Not with `recursive`, which never ends where the system refuses in an odd way (/proc).
    for (const level of [path.dirname(folder), folder]) if (!existsSync(level)) mkdirSync(level, { mode: 0o700 });
    const stats = lstatSync(folder);
    if (!stats.isDirectory() || !isOwn(stats)) return;
    const code = script.createCachedData();
    writeFileSync(draft, Buffer.concat([label, code, code]), { flag: 'wx', mode: 0o600 });
    renameSync(draft, file);
    removeOld(folder);
  } catch {
    try {
      unlinkSync(draft);
    } catch {
      // There was none.
    }
  }
}

/** Code of other versions, which nobody has made again for long. */
function removeOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    if (Date.now() - lstatSync(file).mtimeMs > 60 * DAY) unlinkSync(file);
  }
}
