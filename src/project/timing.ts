import type { Rule } from '../model/rule.js';

interface Cost {
  time: number;
  calls: number;
}

const MOST_RULES = 20;

/** Where the time of a run goes: by phase, each from the end of the one before it, and by rule. */
export class Timing {
  readonly #now: () => number;
  readonly #phases = new Map<string, number>();
  readonly #rules = new Map<string, Cost>();
  #last = 0;

  /** `now`: milliseconds since the program began. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** What was done since the last call belongs to this phase. */
  lap(phase: string): void {
    const now = this.#now();
    this.#phases.set(phase, (this.#phases.get(phase) ?? 0) + now - this.#last);
    this.#last = now;
  }

  /** Rules that do the same and are watched. Others need not know of the watching, and pay nothing for it. */
  readonly watched = (rules: readonly Rule[]): readonly Rule[] =>
    rules.map((rule) => {
      const cost: Cost = { time: 0, calls: 0 };
      this.#rules.set(rule.id, cost);
      const watch = <Parameters extends unknown[], Result>(work: (...given: Parameters) => Result) => (...given: Parameters): Result => {
        const from = this.#now();
        cost.calls++;
        try {
          // A plugin's rule may ask itself.
          return work.apply(rule, given);
        } finally {
          cost.time += this.#now() - from;
        }
      };
      if ('check' in rule) return { ...rule, check: watch(rule.check) };
      if ('explain' in rule) return { ...rule, explain: watch(rule.explain) };
      if ('checkSet' in rule) return { ...rule, keys: watch(rule.keys), extract: watch(rule.extract), checkSet: watch(rule.checkSet) };
      return rule;
    });

  /** For people: the phases in their order, and the rules that cost most. */
  table(): string {
    const called = [...this.#rules].filter(([, { calls }]) => calls > 0).sort(([, a], [, b]) => b.time - a.time);
    const others = called.slice(MOST_RULES);
    const row = (name: string, time: number, rest = ''): string => `  ${name.padEnd(40)}${time.toFixed(1).padStart(10)} ms${rest}`;
    const sum = (costs: Iterable<number>): number => [...costs].reduce((total, time) => total + time, 0);
    return [
      row('in all', sum(this.#phases.values())),
      ...[...this.#phases].map(([phase, time]) => row(phase, time)),
      '',
      row(`rules (${called.length} of ${this.#rules.size} were called)`, sum(called.map(([, { time }]) => time))),
      ...called.slice(0, MOST_RULES).map(([id, { time, calls }]) => row(id, time, `${String(calls).padStart(10)} ${calls === 1 ? 'call' : 'calls'}`)),
      ...(others.length === 0 ? [] : [row(`${others.length} others`, sum(others.map(([, { time }]) => time)))]),
    ].join('\n');
  }
}
