import { own } from './own.js';

/*
 * The records of one file, and the files of one folder, are mostly written alike: the same keys in the same order, and
 * between them a few values that differ. What is the same is compared as text, and only what differs is read.
 */

/** A value in the text of a record that differs from record to record; of a quoted one, what is between the quotes. */
export interface Slot {
  readonly start: number;
  readonly end: number;
  /** What such values look like: a regular expression without groups. */
  readonly shape: string;
}

/** Records that begin alike, up to their last slot. */
interface Beginning<Result> {
  readonly source: string;
  /** Takes the whole beginning at once: that is faster than any loop, above all when the program has just begun. */
  readonly pattern: RegExp;
  /** By what follows the last slot. */
  readonly results: Map<string, Result>;
}

/** How records are written that were met before, each with a result. */
export class RecordPatterns<Result> {
  readonly #beginnings: Beginning<Result>[] = [];
  /** What stood in the slots of the record that was matched last, in their order. */
  values: readonly string[] = [];

  /** Adds the record that stands from `start` to `end`. False when one that is written alike is known. */
  add(text: string, start: number, end: number, slots: readonly Slot[], result: Result): boolean {
    let source = '';
    let at = start;
    for (const slot of slots) {
      source += `${literally(text.slice(at, slot.start))}(${slot.shape})`;
      at = slot.end;
    }
    let beginning = this.#beginnings.find((one) => one.source === source);
    if (beginning === undefined) this.#beginnings.push((beginning = { source, pattern: new RegExp(source, 'y'), results: new Map() }));
    const rest = own(text.slice(at, end));
    if (beginning.results.has(rest)) return false;
    beginning.results.set(rest, result);
    return true;
  }

  /** The result for the record that stands from `start` to `end`. Fills `values`. */
  match(text: string, start: number, end: number): Result | undefined {
    const beginnings = this.#beginnings;
    for (let index = 0; index < beginnings.length; index++) {
      const { pattern, results } = beginnings[index] as Beginning<Result>;
      pattern.lastIndex = start;
      const values = pattern.exec(text);
      if (values === null) continue;
      const result = results.get(text.slice(pattern.lastIndex, end));
      if (result === undefined) continue;
      values.shift();
      this.values = values;
      return result;
    }
    return undefined;
  }
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
