import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import createMatcher, { type Ignore } from 'ignore';

/** Says for files below a folder whether patterns in the style of .gitignore match. */
export class Patterns {
  readonly #base: string;
  readonly #matcher: Ignore;

  constructor(base: string, patterns: string | readonly string[]) {
    this.#base = base;
    this.#matcher = createMatcher().add(patterns as string | string[]);
  }

  matches(file: string, isFolder = false): boolean {
    const relative = this.#relative(file, isFolder);
    return relative !== undefined && this.#matcher.ignores(relative);
  }

  /** True: matched. False: taken out again by a `!` pattern. Undefined: no pattern speaks of it. */
  verdict(file: string, isFolder: boolean): boolean | undefined {
    const relative = this.#relative(file, isFolder);
    if (relative === undefined) return undefined;
    const { ignored, unignored } = this.#matcher.test(relative);
    return ignored ? true : unignored ? false : undefined;
  }

  #relative(file: string, isFolder: boolean): string | undefined {
    const relative = path.relative(this.#base, file).split(path.sep).join('/');
    if (relative === '' || relative === '..' || relative.startsWith('../') || path.isAbsolute(relative)) return undefined;
    return isFolder ? `${relative}/` : relative;
  }
}

/** The .gitignore files that hold for a folder: its own and those above it, up to the repository's root. */
export class GitIgnores {
  readonly #byFolder = new Map<string, readonly Patterns[]>();

  /** Does git leave this path out? `file` is absolute. */
  ignores(file: string, isFolder: boolean): boolean {
    // The nearest .gitignore that speaks of the path decides.
    for (const patterns of this.#of(path.dirname(file))) {
      const verdict = patterns.verdict(file, isFolder);
      if (verdict !== undefined) return verdict;
    }
    return false;
  }

  #of(folder: string): readonly Patterns[] {
    const known = this.#byFolder.get(folder);
    if (known !== undefined) return known;
    const parent = path.dirname(folder);
    const isRoot = parent === folder || existsSync(path.join(folder, '.git'));
    const above = isRoot ? [] : this.#of(parent);
    const own = readIgnoreFile(path.join(folder, '.gitignore'));
    const all = own === undefined ? above : [new Patterns(folder, own), ...above];
    this.#byFolder.set(folder, all);
    return all;
  }
}

function readIgnoreFile(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
