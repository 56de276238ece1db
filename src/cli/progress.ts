/** What a progress line needs of a terminal. */
export interface Terminal {
  readonly columns?: number;
  write(text: string): unknown;
}

const FIRST_AFTER = 500;
const NEXT_AFTER = 100;
const BACK_AND_CLEAR = '\r\x1b[K';

/** How far a long run is, on one line of a terminal that is gone at the end. Nothing in pipes, CI and dumb terminals. */
export class ProgressLine {
  readonly #terminal: () => Terminal | undefined;
  readonly #now: () => number;
  #next: number;
  #isShown = false;

  /** `terminal`: undefined when there is none; asked only by runs that are long. */
  constructor(terminal: () => Terminal | undefined, env: Readonly<Record<string, string | undefined>>, now: () => number = Date.now) {
    this.#terminal = env['TERM'] !== 'dumb' && (env['CI'] ?? 'false') === 'false' ? terminal : () => undefined;
    this.#now = now;
    this.#next = now() + FIRST_AFTER;
  }

  show(done: number, total: number): void {
    if (this.#now() < this.#next) return;
    this.#next = this.#now() + NEXT_AFTER;
    const terminal = this.#terminal();
    if (terminal === undefined) return;
    this.#isShown = true;
    const line = `glance-lint: ${done} of ${total} files`;
    // A line that is wrapped could not be cleared.
    terminal.write(`${BACK_AND_CLEAR}${line.slice(0, (terminal.columns ?? 80) - 1)}`);
  }

  clear(): void {
    if (this.#isShown) this.#terminal()?.write(BACK_AND_CLEAR);
    this.#isShown = false;
  }
}
