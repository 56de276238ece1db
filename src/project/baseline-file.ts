import { existsSync } from 'node:fs';
import path from 'node:path';
import { BaselineError, BaselineMatcher, entriesOf, keyOf, parseBaseline, writeBaseline, type BaselineEntry } from '../engine/baseline.js';
import type { Report } from '../model/report.js';
import { decode } from '../text/decode.js';
import { ConfigError, UsageError } from './errors.js';
import { readBytes, ReadError } from './read-file.js';
import { isBelow, writeWhole, WriteError } from './replace-file.js';

/** What a run has linted: only of that it can tell that an entry fits nothing any more. */
export interface LintedScope {
  /** Absolute. */
  readonly cwd: string;
  /** Was everything below the working folder linted? */
  readonly isWhole: boolean;
  /** The manifests that were linted, by absolute path. */
  readonly files: ReadonlySet<string>;
  /** Is there a rule of this id, be it on or off? */
  isRule(id: string): boolean;
}

/** A baseline on the disk. */
export class BaselineFile {
  readonly #file: string;
  /** As messages name it. */
  readonly shown: string;
  readonly #cwd: string;
  readonly entries: readonly BaselineEntry[];
  #byFile: Map<string, BaselineEntry[]> | undefined;

  private constructor(file: string, shown: string, cwd: string, entries: readonly BaselineEntry[]) {
    this.#file = file;
    this.shown = shown;
    this.#cwd = cwd;
    this.entries = entries;
  }

  /**
   * @param file Absolute.
   * @param shown As messages name it.
   * @param cwd Absolute; what findings' files are relative to.
   * @throws UsageError when there is none (unless it is to be made), ConfigError with the line when it cannot be used
   */
  static read(file: string, shown: string, cwd: string, { mayBeMissing = false } = {}): BaselineFile {
    if (mayBeMissing && !existsSync(file)) return new BaselineFile(file, shown, cwd, []);
    let text: string;
    try {
      text = decode(readBytes(file)).text;
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      throw new UsageError(`The baseline ${shown} cannot be read: ${error.message}. To make one: glance-lint baseline update --baseline ${shown}`);
    }
    try {
      return new BaselineFile(file, shown, cwd, parseBaseline(text));
    } catch (error) {
      if (!(error instanceof BaselineError)) throw error;
      throw new ConfigError(`The baseline cannot be read: ${error.message}. Mend the line, or delete the file and write it anew: glance-lint baseline update --baseline ${shown}`, shown, { line: error.line, column: 1 });
    }
  }

  /** Holds back what is known, of one file or of all; made anew for each run, since entries count. */
  matcher(file?: string): BaselineMatcher {
    const entries = file === undefined ? this.entries : (this.#entriesByFile().get(this.#nameOf(file)) ?? []);
    return new BaselineMatcher(entries, (name) => this.#nameOf(name));
  }

  #entriesByFile(): ReadonlyMap<string, readonly BaselineEntry[]> {
    if (this.#byFile === undefined) {
      this.#byFile = new Map();
      for (const entry of this.entries) {
        const list = this.#byFile.get(entry.file);
        if (list === undefined) this.#byFile.set(entry.file, [entry]);
        else list.push(entry);
      }
    }
    return this.#byFile;
  }

  /** The entries that fit nothing any more, with how often too much. */
  stale(matcher: BaselineMatcher, report: Report, scope: LintedScope): ReadonlyMap<string, number> {
    const isJudged = this.#judge(report, scope);
    return new Map(matcher.unmet.filter(({ entry }) => isJudged(entry)).map(({ entry, count }) => [keyOf(entry), count]));
  }

  /** Entries for all that a run found, beside those of which it could not tell. Reasons stay. */
  updated(report: Report, scope: LintedScope): readonly BaselineEntry[] {
    const isJudged = this.#judge(report, scope);
    const known = new Map(this.entries.map((entry) => [keyOf(entry), entry]));
    const entries = new Map(this.entries.filter((entry) => !isJudged(entry)).map((entry) => [keyOf(entry), entry]));
    for (const entry of entriesOf(report.findings, (file) => this.#nameOf(file))) {
      const key = keyOf(entry);
      entries.set(key, { ...entry, reason: known.get(key)?.reason ?? null });
    }
    return [...entries.values()];
  }

  pruned(stale: ReadonlyMap<string, number>): readonly BaselineEntry[] {
    return this.entries.flatMap((entry) => {
      const count = entry.count - (stale.get(keyOf(entry)) ?? 0);
      return count > 0 ? [{ ...entry, count }] : [];
    });
  }

  /** @throws UsageError */
  write(entries: readonly BaselineEntry[]): void {
    try {
      writeWhole(this.#file, new TextEncoder().encode(writeBaseline(entries)));
    } catch (error) {
      if (!(error instanceof WriteError)) throw error;
      throw new UsageError(`The baseline ${this.shown} cannot be written: ${error.message}.`);
    }
  }

  /**
   * Would the run have met an entry? Not in what it did not lint, nor by a rule that was off; and rules that compare
   * images need all of them. What does not exist any more is met by nothing.
   */
  #judge({ rules, failures }: Report, { cwd, isWhole, files, isRule }: LintedScope): (entry: BaselineEntry) => boolean {
    const comparesImages = new Map(rules.map((rule) => [rule.id, 'checkSet' in rule]));
    const unread = new Set(failures.flatMap(({ file }) => (file === null ? [] : [path.resolve(cwd, file)])));
    const gone = new Map<string, boolean>();
    return ({ file, rule }) => {
      const isStdin = file.startsWith('<');
      const absolute = path.resolve(isStdin ? cwd : path.dirname(this.#file), file);
      if (!gone.has(absolute)) gone.set(absolute, !isStdin && !existsSync(absolute));
      // A rule of a plugin may be there another time.
      if (gone.get(absolute) === true || !(isRule(rule) || rule.includes('/'))) return true;
      const compares = comparesImages.get(rule);
      if (compares === undefined || unread.has(absolute)) return false;
      return (isWhole && isBelow(absolute, cwd)) || (files.has(absolute) && !compares);
    };
  }

  /** A file of a finding as entries name it: relative to the baseline's folder. Standard input without a name has no place. */
  #nameOf(file: string): string {
    if (file.startsWith('<')) return file;
    return path.relative(path.dirname(this.#file), path.resolve(this.#cwd, file)).split(path.sep).join('/');
  }
}
