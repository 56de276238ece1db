import path from 'node:path';
import { Script } from 'node:vm';
import { cacheFolder, readOwn, readWhole, writeOwn } from '../project/user-cache.js';

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

const LABEL_LENGTH = 128;

/** How much a run lints, as far as its command line tells. */
export type Purpose = 'few' | 'many';

const FEW = 10;
/** Without the flag `i`, whose first use costs a program 0.2 ms. */
const FILE = /\.[A-Za-z]+$/;

/** A guess: what is compiled for the other purpose works as well, and takes a few milliseconds more. */
export function purposeOf(argv: readonly string[]): Purpose {
  return argv.length <= FEW && argv.some((word) => FILE.test(word)) ? 'few' : 'many';
}

export interface CodeCacheOptions {
  /** Of the parts. */
  readonly folder: string;
  readonly load: NodeJS.Require;
  /** For what the code is kept: a run over few files should not have to take in what only one over many needs. */
  readonly purpose: Purpose;
  /** What makes a function of a part, as Node puts it around each module. Around the main part the build has put it, which saves a copy; others are loaded by Node itself as well. */
  readonly around: readonly [before: string, behind: string];
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
    this.#cacheFolder = codeCacheFolder(process.env, process.platform);
  }

  /** What `require` gives. */
  readonly require = (name: string): unknown => {
    const { kept, load } = this.#options;
    const hash = Object.hasOwn(kept, name) ? kept[name] : undefined;
    if (hash === undefined) return load(name);
    let part = this.#parts.get(name);
    if (part === undefined) this.#parts.set(name, (part = this.#load(name, hash)));
    return part.exports;
  };

  #load(name: string, hash: string): Part {
    const { folder, purpose, around: [before, behind] } = this.#options;
    const file = path.join(folder, name);
    const { bytes, stats } = readWhole(file);
    const versions = `${process.version}-${process.arch}-${hash}`;
    const cacheFile = this.#cacheFolder && path.join(this.#cacheFolder, `${path.basename(name, '.cjs')}-${purpose}-${versions}`);
    // Somebody who looks for a fault may edit the file; V8 itself would only see a change of its length.
    const label = Buffer.alloc(LABEL_LENGTH, `${stats.mtimeMs} ${versions} `);
    const cachedData = cacheFile === undefined ? undefined : keptCode(cacheFile, label);
    const text = bytes.toString('latin1');
    const script = new Script(text.startsWith(before) ? text : before + text + behind, { filename: file, cachedData });
    const module = { exports: {} };
    const run = script.runInThisContext() as (...scope: readonly unknown[]) => void;
    run(module.exports, this.require, module, file, folder);
    const isGood = cachedData !== undefined && script.cachedDataRejected !== true;
    return { script, exports: module.exports, keepAs: isGood ? undefined : cacheFile, label };
  }

  /** Keeps the code of this run, which has compiled what such runs need. */
  keep(): void {
    for (const { script, keepAs, label } of this.#parts.values()) if (keepAs !== undefined) keepCode(keepAs, label, script);
  }
}

/** Undefined when there is no place for it, or the user wants none. */
export function codeCacheFolder(env: Readonly<Record<string, string | undefined>>, platform: string): string | undefined {
  return (env['GLANCE_LINT_NO_CODE_CACHE'] ?? '') === '' ? cacheFolder(env, platform) : undefined;
}

/** Undefined unless there is a file with this label that is the user's own, and whole. */
function keptCode(file: string, label: Buffer): Buffer | undefined {
  const bytes = readOwn(file);
  const length = ((bytes?.length ?? 0) - LABEL_LENGTH) / 2;
  if (bytes === undefined || length <= 0 || !Number.isInteger(length) || !bytes.subarray(0, LABEL_LENGTH).equals(label)) return undefined;
  // V8 does not check what it is given, and crashes on broken code. Two copies are quicker to compare than a checksum is to reckon.
  const code = bytes.subarray(LABEL_LENGTH, LABEL_LENGTH + length);
  return code.equals(bytes.subarray(LABEL_LENGTH + length)) ? code : undefined;
}

function keepCode(file: string, label: Buffer, script: Script): void {
  try {
    const code = script.createCachedData();
    writeOwn(file, Buffer.concat([label, code, code]));
  } catch {
    // Then there is none to take next time.
  }
}
