import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Patterns } from './ignores.js';

/** What .gitignore files say for the files of one folder, the nearest first. */
export type FolderIgnores = readonly Patterns[];

const NONE: FolderIgnores = [];

/** The .gitignore files that hold for folders: their own and those above them, up to the repository's root. */
export class GitIgnores {
  readonly #byFolder = new Map<string, FolderIgnores>();

  /** `folder` is absolute. What reads patterns is loaded only where there are some. */
  async of(folder: string): Promise<FolderIgnores> {
    let known = this.#byFolder.get(folder);
    if (known === undefined) this.#byFolder.set(folder, (known = await this.#read(folder)));
    return known;
  }

  async #read(folder: string): Promise<FolderIgnores> {
    const parent = path.dirname(folder);
    const isRoot = parent === folder || existsSync(path.join(folder, '.git'));
    const above = isRoot ? NONE : await this.of(parent);
    const own = readIgnoreFile(path.join(folder, '.gitignore'));
    if (own === undefined) return above;
    const { Patterns } = await import('./ignores.js');
    return [new Patterns(folder, own), ...above];
  }
}

/** Does git leave this path out? `file` is absolute. */
export function isIgnored(ignores: FolderIgnores, file: string, isFolder: boolean): boolean {
  // The nearest .gitignore that speaks of the path decides.
  for (let index = 0; index < ignores.length; index++) {
    const verdict = ignores[index]?.verdict(file, isFolder);
    if (verdict !== undefined) return verdict;
  }
  return false;
}

function readIgnoreFile(file: string): string | undefined {
  try {
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}
