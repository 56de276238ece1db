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

/** When so many records were matched and no new kind was met, the patterns for whole records are made. */
const SETTLED = 1000;

/** Records that begin alike, up to their last slot. */
class Beginning<Result> {
  /** A regular expression with a group for each slot. It takes all at once: that is faster than any loop, above all in a program that has just begun. */
  readonly source: string;
  readonly #slots: number;
  readonly #pattern: RegExp;
  /** By the length of what follows the last slot: to hash all of it would take longer than to compare it. */
  readonly #rests = new Map<number, Rest<Result>[]>();
  /** Takes what follows as well. Making it costs more than a thousand look-ups. */
  #whole: { readonly pattern: RegExp; readonly results: readonly Result[] } | undefined;
  #matches = 0;

  constructor(source: string, slots: number) {
    this.source = source;
    this.#slots = slots;
    this.#pattern = new RegExp(source, 'y');
  }

  add(rest: string, result: Result): boolean {
    if (this.#known(rest) !== undefined) return false;
    const alike = this.#rests.get(rest.length);
    if (alike === undefined) this.#rests.set(rest.length, [{ text: rest, result }]);
    else alike.push({ text: rest, result });
    this.#whole = undefined;
    this.#matches = 0;
    return true;
  }

  /** What stands in the slots, from the second place on. */
  match(text: string, start: number, end: number): { readonly result: Result; readonly values: readonly string[] } | undefined {
    if (this.#whole === undefined) return this.#lookUp(text, start, end);
    const { pattern, results } = this.#whole;
    pattern.lastIndex = start;
    const values = pattern.exec(text);
    if (values === null || pattern.lastIndex !== end) return undefined;
    let mark = this.#slots + 1;
    while (values[mark] === undefined) mark++;
    return { result: results[mark - this.#slots - 1] as Result, values };
  }

  #lookUp(text: string, start: number, end: number): { readonly result: Result; readonly values: readonly string[] } | undefined {
    const pattern = this.#pattern;
    pattern.lastIndex = start;
    const values = pattern.exec(text);
    if (values === null || pattern.lastIndex > end) return undefined;
    const known = this.#known(text.slice(pattern.lastIndex, end));
    if (known === undefined) return undefined;
    if (++this.#matches >= SETTLED) this.#settle();
    return { result: known.result, values };
  }

  #known(rest: string): Rest<Result> | undefined {
    return this.#rests.get(rest.length)?.find(({ text }) => text === rest);
  }

  #settle(): void {
    const results: Result[] = [];
    const rests = [...this.#rests.values()].flat();
    this.#whole = { pattern: new RegExp(this.source + anyOf(rests, results), 'y'), results };
  }
}

/** How records are written that were met before, each with a result. */
export class RecordPatterns<Result> {
  readonly #beginnings: Beginning<Result>[] = [];

  /** Adds the record that stands from `start` to `end`. False when one that is written alike is known. */
  add(text: string, start: number, end: number, slots: readonly Slot[], result: Result): boolean {
    let source = '';
    let at = start;
    for (const slot of slots) {
      source += `${literally(text.slice(at, slot.start))}(${slot.shape})`;
      at = slot.end;
    }
    let beginning = this.#beginnings.find((one) => one.source === source);
    if (beginning === undefined) this.#beginnings.push((beginning = new Beginning<Result>(source, slots.length)));
    return beginning.add(own(text.slice(at, end)), result);
  }

  /** The result for the record that stands from `start` to `end`, and what stands in its slots, from the second place on. */
  match(text: string, start: number, end: number): { readonly result: Result; readonly values: readonly string[] } | undefined {
    const beginnings = this.#beginnings;
    for (let index = 0; index < beginnings.length; index++) {
      const match = beginnings[index]?.match(text, start, end);
      if (match !== undefined) return match;
    }
    return undefined;
  }
}

interface Rest<Result> {
  readonly text: string;
  readonly result: Result;
}

/** A pattern for any of some texts, with an empty group behind each. What they have in common stands in it once. Fills `results` in the order of the groups. */
function anyOf<Result>(rests: readonly Rest<Result>[], results: Result[]): string {
  const [first, ...others] = rests as readonly [Rest<Result>, ...Rest<Result>[]];
  let common = 0;
  while (common < first.text.length && others.every(({ text }) => text[common] === first.text[common])) common++;
  const start = literally(first.text.slice(0, common));
  if (others.length === 0) {
    results.push(first.result);
    return `${start}()`;
  }
  const byNext = new Map<string, Rest<Result>[]>();
  for (const { text, result } of rests) {
    const next = text.charAt(common);
    const group = byNext.get(next);
    const rest = { text: text.slice(common), result };
    if (group === undefined) byNext.set(next, [rest]);
    else group.push(rest);
  }
  // The text that ends here comes last: it would hide those that go on.
  const groups = [...byNext].sort(([a], [b]) => Number(a === '') - Number(b === '')).map(([, group]) => group);
  return `${start}(?:${groups.map((group) => anyOf(group, results)).join('|')})`;
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
