import { existsSync } from 'node:fs';
import path from 'node:path';
import { BaselineError, BaselineMatcher, entriesOf, keyOf, parseBaseline, writeBaseline, type BaselineEntries, type BaselineEntry } from '../engine/baseline.js';
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
  /** The manifests that were linted; absolute. */
  readonly files: readonly string[];
  /** Is there a rule of this id, be it on or off? */
  isRule(id: string): boolean;
}

/** A baseline on the disk. */
export class BaselineFile {
  readonly #file: string;
  /** As messages name it. */
  readonly shown: string;
  readonly #cwd: string;
  readonly entries: BaselineEntries;
  #byFile: Map<string, Map<string, BaselineEntry>> | undefined;
  readonly #names = new Map<string, string>();

  private constructor(file: string, shown: string, cwd: string, entries: BaselineEntries) {
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
    if (mayBeMissing && !existsSync(file)) return new BaselineFile(file, shown, cwd, new Map());
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
    const entries = file === undefined ? this.entries : (this.#entriesByFile().get(this.#nameOf(file)) ?? new Map<string, BaselineEntry>());
    return new BaselineMatcher(entries, (name) => this.#nameOf(name));
  }

  #entriesByFile(): ReadonlyMap<string, BaselineEntries> {
    if (this.#byFile === undefined) {
      this.#byFile = new Map();
      for (const [key, entry] of this.entries) {
        const known = this.#byFile.get(entry.file);
        if (known === undefined) this.#byFile.set(entry.file, new Map([[key, entry]]));
        else known.set(key, entry);
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
  updated(report: Report, scope: LintedScope): BaselineEntries {
    const isJudged = this.#judge(report, scope);
    const entries = new Map<string, BaselineEntry>();
    for (const [key, entry] of this.entries) if (!isJudged(entry)) entries.set(key, entry);
    for (const [key, entry] of entriesOf(report.findings, (file) => this.#nameOf(file))) {
      const reason = this.entries.get(key)?.reason ?? null;
      entries.set(key, reason === null ? entry : { ...entry, reason });
    }
    return entries;
  }

  pruned(stale: ReadonlyMap<string, number>): BaselineEntries {
    const entries = new Map<string, BaselineEntry>();
    for (const [key, entry] of this.entries) {
      const count = entry.count - (stale.get(key) ?? 0);
      if (count > 0) entries.set(key, { ...entry, count });
    }
    return entries;
  }

  /** @throws UsageError */
  write(entries: BaselineEntries): void {
    try {
      writeWhole(this.#file, writeBaseline(entries));
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
    const linted = new Set(files);
    const gone = new Map<string, boolean>();
    return ({ file, rule }) => {
      const isStdin = file.startsWith('<');
      const absolute = path.resolve(isStdin ? cwd : path.dirname(this.#file), file);
      if (!gone.has(absolute)) gone.set(absolute, !isStdin && !existsSync(absolute));
      // A rule of a plugin may be there another time.
      if (gone.get(absolute) === true || !(isRule(rule) || rule.includes('/'))) return true;
      const compares = comparesImages.get(rule);
      if (compares === undefined || unread.has(absolute)) return false;
      return (isWhole && isBelow(absolute, cwd)) || (linted.has(absolute) && !compares);
    };
  }

  /** A file of a finding as entries name it: relative to the baseline's folder. Standard input without a name has no place. */
  #nameOf(file: string): string {
    if (file.startsWith('<')) return file;
    let name = this.#names.get(file);
    if (name === undefined) this.#names.set(file, (name = path.relative(path.dirname(this.#file), path.resolve(this.#cwd, file)).split(path.sep).join('/')));
    return name;
  }
}
