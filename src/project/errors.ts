/** The work cannot be done as asked: bad settings, nothing to lint, a file that cannot be read. */
export class UsageError extends Error {
  override readonly name: string = 'UsageError';
}

/** A configuration that cannot be used, with the place in its file where that is known. */
export class ConfigError extends UsageError {
  override readonly name = 'ConfigError';
  /** The message without the place. */
  readonly problem: string;
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
  constructor(problem: string, file: string, place: { readonly line: number; readonly column: number } | null) {
    super(`${file}${place === null ? '' : `:${place.line}:${place.column}`}: ${problem}`);
    this.problem = problem;
    this.file = file;
    this.line = place?.line ?? null;
    this.column = place?.column ?? null;
  }
}

/** No file to lint was found. */
export class NoFilesError extends UsageError {
  override readonly name = 'NoFilesError';
}
