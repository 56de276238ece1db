import { own } from './own.js';

/*
 * The records of one file, and the files of one folder, are mostly written alike: the same keys in the same order, and
 * between them a few values that differ. What is the same is compared as text, and only what differs is read.
 */

/** How a value that differs is written. */
export const enum SlotKind {
  /** Text, up to the character that stands behind it: the quote, or the line end. */
  Text,
  /** Digits, as everybody reads them. */
  Integer,
  /** `true` or `false`. */
  Boolean,
}

/** A value in the text of a record; of a quoted one, what is between the quotes. Something stands behind a text. */
export interface Slot {
  readonly start: number;
  readonly end: number;
  readonly kind: SlotKind;
}

/** Some text that is always the same, and what follows it: a value, or the end of the record. */
class Run<Result> {
  readonly text: string;
  /** Compares faster than anything else does. */
  readonly pattern: RegExp;
  readonly kind: SlotKind | undefined;
  /** What stands behind a text. */
  readonly close: string;
  readonly result: Result | undefined;
  /** What may follow the value, as a chain. */
  first: Run<Result> | undefined = undefined;
  /** What may stand in place of this one. */
  other: Run<Result> | undefined = undefined;

  constructor(text: string, kind: SlotKind | undefined, close: string, result: Result | undefined) {
    this.text = own(text);
    this.pattern = new RegExp(text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), 'y');
    this.kind = kind;
    this.close = close;
    this.result = result;
  }
}

/** How records are written that were met before, each with a result. */
export class RecordPatterns<Result> {
  readonly #root = new Run<Result>('', undefined, '', undefined);
  /** Of the record that was matched last: its values, in the order of its slots, and where it ends. */
  readonly values: (string | number | boolean)[] = [];
  end = 0;

  /** Adds the record that stands from `start` to `end`. False when one that is written alike is known. */
  add(text: string, start: number, end: number, slots: readonly Slot[], result: Result): boolean {
    let run = this.#root;
    let at = start;
    for (const slot of slots) {
      run = follow(run, text.slice(at, slot.start), slot.kind, text.charAt(slot.end));
      at = slot.end;
    }
    const rest = text.slice(at, end);
    for (let known = run.first; known !== undefined; known = known.other) if (known.kind === undefined && known.text === rest) return false;
    const last = new Run<Result>(rest, undefined, '', result);
    last.other = run.first;
    run.first = last;
    return true;
  }

  /** The result for the record that stands at `start`, up to `end` or, without that, as far as it goes. Fills `values` and `end`. */
  match(text: string, start: number, end?: number): Result | undefined {
    const { values } = this;
    let run: Run<Result> | undefined = this.#root.first;
    let at = start;
    for (let count = 0; run !== undefined; ) {
      const { pattern }: { pattern: RegExp } = run;
      pattern.lastIndex = at;
      if (pattern.test(text)) {
        const from = pattern.lastIndex;
        if (run.kind === undefined) {
          if (end === undefined || from === end) {
            this.end = from;
            return run.result;
          }
        } else {
          const to = this.#read(text, from, run, count);
          if (to >= 0) {
            at = to;
            count++;
            run = run.first;
            continue;
          }
        }
      }
      run = run.other;
    }
    values.length = 0;
    return undefined;
  }

  /** Reads a value. Gives its end; -1 when it is not surely written as it should be. */
  #read(text: string, from: number, { kind, close }: Run<Result>, index: number): number {
    const { values } = this;
    let to = from;
    switch (kind) {
      case SlotKind.Text:
        to = text.indexOf(close, from);
        if (to >= 0) values[index] = text.slice(from, to);
        return to;
      case SlotKind.Integer: {
        let value = 0;
        for (let code = text.charCodeAt(to); code >= ZERO && code <= NINE; code = text.charCodeAt(++to)) value = value * 10 + code - ZERO;
        const isPlain = to > from && to - from <= MOST_DIGITS && (to === from + 1 || text.charCodeAt(from) !== ZERO);
        values[index] = value;
        return isPlain ? to : -1;
      }
      default:
        if (text.startsWith('true', from)) to += 4;
        else if (text.startsWith('false', from)) to += 5;
        else return -1;
        values[index] = to === from + 4;
        return to;
    }
  }
}

const [ZERO, NINE] = [48, 57];
/** As many fit a number without loss. */
const MOST_DIGITS = 15;

function follow<Result>(from: Run<Result>, text: string, kind: SlotKind, close: string): Run<Result> {
  for (let run = from.first; run !== undefined; run = run.other) if (run.kind === kind && run.close === close && run.text === text) return run;
  const run = new Run<Result>(text, kind, close, undefined);
  run.other = from.first;
  from.first = run;
  return run;
}
