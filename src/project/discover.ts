import { existsSync, readdirSync, realpathSync, statSync, type Dirent } from 'node:fs';
import path from 'node:path';
import { codeOf, inWords } from './read-file.js';
import { GitIgnores, isIgnored, type FolderIgnores } from './git-ignores.js';

/** A file that is to be linted. */
export interface FoundFile {
  /** Absolute. */
  readonly path: string;
  /** The folder that it is in; absolute. */
  readonly folder: string;
  /** The path as reports show it. */
  readonly shown: string;
  /** Was it named on purpose, rather than found by a search? */
  readonly isNamed: boolean;
  /** Is it sure that this is a regular file? */
  readonly isFile?: boolean;
}

export interface Discovery {
  readonly files: readonly FoundFile[];
  /** What was named and cannot be used, with the reason. */
  readonly problems: readonly { readonly path: string; readonly reason: string }[];
}

export interface DiscoverOptions {
  readonly cwd: string;
  /** Leave out what .gitignore names, in searches. */
  readonly useGitIgnore: boolean;
}

/** The file names that a search looks for. */
export const SEARCHED = ['.json', '.jsonc', '.yaml', '.yml', '.ndjson', '.jsonl', '.tf', '.tofu'];

/** Does the name say that the file may be a manifest? */
export function isSearched(file: string): boolean {
  const dot = file.lastIndexOf('.');
  return dot >= 0 && ENDINGS.has(file.slice(dot).toLowerCase());
}

const ENDINGS: ReadonlySet<string> = new Set(SEARCHED);

const HAS_GLOB = /[*?[\]{}!]/;

/** The files that patterns mean: files as they are, folders searched, globs expanded. Each file once, in order. */
export async function discover(patterns: readonly string[], options: DiscoverOptions): Promise<Discovery> {
  const files: FoundFile[] = [];
  const problems: { path: string; reason: string }[] = [];
  const gitIgnores = options.useGitIgnore ? new GitIgnores() : undefined;
  const add = (file: FoundFile): void => {
    files.push(file);
  };
  const addPath = (file: string, isNamed: boolean): void => add({ path: file, folder: path.dirname(file), shown: shownPath(file, options.cwd), isNamed });

  for (const pattern of patterns) {
    const absolute = path.resolve(options.cwd, pattern);
    const kind = kindOf(absolute);
    if (kind === 'folder') {
      await walk(absolute, shownInside(absolute, options.cwd), gitIgnores, add, problems);
    } else if (kind === 'other') {
      addPath(absolute, true);
    } else if (HAS_GLOB.test(pattern)) {
      const { glob } = await import('glob');
      const matches = await glob(toGlob(pattern), { cwd: options.cwd, absolute: true, nodir: true, dot: false, ignore: ['**/node_modules/**'] });
      for (const file of matches.sort()) if (!isIgnored(await ignoresOf(gitIgnores, path.dirname(file)), file, false)) addPath(file, false);
    } else {
      problems.push({ path: pattern, reason: kind });
    }
  }
  return { files: patterns.length > 1 ? eachOnce(files) : files, problems };
}

/** Files that several patterns found, in the place of the first. To be named on purpose counts more than to be found. */
function eachOnce(files: readonly FoundFile[]): readonly FoundFile[] {
  const byPath = new Map<string, FoundFile>();
  for (const file of files) if (byPath.get(file.path)?.isNamed !== true) byPath.set(file.path, file);
  return [...byPath.values()];
}

/** Folders that never hold somebody's manifests. */
const FOREIGN_FOLDERS = new Set(['node_modules', '__pycache__']);

/** Is this folder passed by in a search? Hidden ones are, by custom; hidden files are not. */
function isForeignFolder(name: string): boolean {
  return FOREIGN_FOLDERS.has(name) || name.startsWith('.');
}

/** Globs are written with forward slashes; a backslash is a separator only on Windows. */
function toGlob(pattern: string): string {
  return path.sep === '\\' ? pattern.replaceAll('\\', '/') : pattern;
}

/** `folder`, `other` (whatever else exists), or why it cannot be used. */
function kindOf(file: string): string {
  try {
    return statSync(file).isDirectory() ? 'folder' : 'other';
  } catch (error) {
    return inWords(error);
  }
}

/**
 * Files below a folder, in order of name. Symbolic links to folders are not followed: they may lead in circles.
 *
 * @param shown What stands before the name of a file in this folder, as reports show it.
 */
async function walk(
  folder: string, shown: string, gitIgnores: GitIgnores | undefined, found: (file: FoundFile) => void, problems: { path: string; reason: string }[],
): Promise<void> {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    problems.push({ path: folder, reason: inWords(error) });
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const inside = folder.endsWith(path.sep) ? folder : folder + path.sep;
  const ignores = await ignoresOf(gitIgnores, folder);
  for (const entry of entries) {
    const file = inside + entry.name;
    if (entry.isDirectory()) {
      if (!isForeignFolder(entry.name) && !isIgnored(ignores, file, true)) await walk(file, `${shown}${entry.name}/`, gitIgnores, found, problems);
    } else if (isSearched(entry.name) && (entry.isFile() || leadsToFile(entry, file))) {
      if (!isIgnored(ignores, file, false)) found({ path: file, folder, shown: shown + entry.name, isNamed: false, isFile: true });
    }
  }
}

const NO_IGNORES: FolderIgnores = [];

async function ignoresOf(gitIgnores: GitIgnores | undefined, folder: string): Promise<FolderIgnores> {
  return gitIgnores === undefined ? NO_IGNORES : gitIgnores.of(folder);
}

function leadsToFile(entry: Dirent, file: string): boolean {
  if (!entry.isSymbolicLink()) return false;
  try {
    return statSync(file).isFile();
  } catch (error) {
    // A link to nowhere, found by chance, is not the user's question.
    if (codeOf(error) === '') throw error;
    return false;
  }
}

/** Orders paths as a search finds them: folder by folder, by name. */
export function byPath(a: string, b: string): number {
  const [left, right] = [a.split('/'), b.split('/')];
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const [one, other] = [left[index] as string, right[index] as string];
    if (one !== other) return one < other ? -1 : 1;
  }
  return left.length - right.length;
}

/** What stands before the names of files in a folder, as reports show it. */
function shownInside(folder: string, cwd: string): string {
  return shownPath(path.join(folder, '_'), cwd).slice(0, -1);
}

/** A path as reports show it: relative to the working folder where it is below it, with forward slashes. */
export function shownPath(file: string, cwd: string): string {
  const relative = path.relative(cwd, file);
  const isBelow = relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
  return (isBelow ? relative : file).split(path.sep).join('/');
}

/** The repository that holds a folder: the nearest folder above with a `.git`. */
export function repositoryRoot(folder: string): string | undefined {
  for (let current = realpathSync(folder); ; current = path.dirname(current)) {
    if (existsSync(path.join(current, '.git'))) return current;
    if (path.dirname(current) === current) return undefined;
  }
}
