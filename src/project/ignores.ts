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
