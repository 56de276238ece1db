import type { Edit, Finding, Fix } from '../model/finding.js';
import { applyEdits, EditedText } from './edited-text.js';

/** What linting one text gave, as far as fixes need it. */
export interface LintedForFixes {
  /** Without those that are suppressed: what somebody means to leave is not touched. */
  readonly findings: readonly Finding[];
  /** How often the text cannot be read as it should. */
  readonly problems: number;
  readonly images: number;
}

/** A fix that was not made, and why: a clause without full stop. */
export interface DroppedFix {
  readonly finding: Finding;
  readonly reason: string;
}

export interface TextFixes {
  readonly text: string;
  /** What was changed, as edits of the text that was given. */
  readonly edits: readonly Edit[];
  /** What was mended; places are those of the text at that time. */
  readonly fixed: readonly Finding[];
  readonly dropped: readonly DroppedFix[];
}

type Fixable = Finding & { readonly fix: Fix };

/** Chains of fixes are short; many removals in a row take some passes. */
const MOST_PASSES = 20;
const IN_CIRCLES = 'fixes undo each other';

/**
 * Makes the fixes of a text, and lints and fixes again until nothing changes. Fixes that touch each other wait for
 * the next pass. One that breaks the text, or that does not do away with its finding, is not made.
 */
export function fixText(text: string, lint: (text: string) => LintedForFixes, isWanted: (fix: Fix) => boolean): TextFixes {
  const edited = new EditedText(text);
  const fixed: Finding[] = [];
  const dropped = new Map<string, DroppedFix>();
  const seen = new Set([text]);
  const trial = new Trial(lint, (finding, reason) => dropped.set(nameOf(finding), { finding, reason }));
  let linted = lint(text);
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const candidates = linted.findings.filter((finding): finding is Fixable =>
      finding.fix !== null && isWanted(finding.fix) && !dropped.has(nameOf(finding)));
    if (candidates.length === 0) break;
    const { made, after } = trial.run(edited.text, linted, compatible(edited.text, candidates));
    if (made.length === 0) continue;
    const changed = applyEdits(edited.text, editsOf(made));
    if (seen.has(changed)) {
      for (const finding of made) dropped.set(nameOf(finding), { finding, reason: IN_CIRCLES });
      break;
    }
    seen.add(changed);
    edited.edit(editsOf(made));
    for (const finding of made) fixed.push(finding);
    linted = after;
  }
  return { text: edited.text, edits: edited.edits, fixed, dropped: [...dropped.values()] };
}

/** What a fix is about; outlives changes elsewhere in the text. */
function nameOf({ rule, messageId, document, pointer, data }: Finding): string {
  return JSON.stringify([rule, messageId, document, pointer, data]);
}

function editsOf(findings: readonly Fixable[]): Edit[] {
  return findings.flatMap(({ fix }) => fix.edits);
}

/** Finds out which fixes can be made: all of them, mostly. Where not, halves tell which. */
class Trial {
  readonly #lint: (text: string) => LintedForFixes;
  readonly #drop: (finding: Finding, reason: string) => void;

  constructor(lint: (text: string) => LintedForFixes, drop: (finding: Finding, reason: string) => void) {
    this.#lint = lint;
    this.#drop = drop;
  }

  run(text: string, before: LintedForFixes, batch: readonly Fixable[]): { readonly made: readonly Fixable[]; readonly after: LintedForFixes } {
    const nothing = { made: [], after: before };
    if (batch.length === 0) return nothing;
    const after = this.#lint(applyEdits(text, editsOf(batch)));
    const problem = problemWith(before, after, batch);
    if (problem === undefined) return { made: batch, after };
    const [first] = batch;
    if (batch.length === 1 && first !== undefined) {
      this.#drop(first, problem);
      return nothing;
    }
    const left = this.run(text, before, batch.slice(0, batch.length >> 1));
    const right = this.run(text, before, batch.slice(batch.length >> 1));
    if (left.made.length === 0 || right.made.length === 0) return left.made.length === 0 ? right : left;
    const both = [...left.made, ...right.made];
    const together = this.#lint(applyEdits(text, editsOf(both)));
    // What goes well alone only has to wait.
    return problemWith(before, together, both) === undefined ? { made: both, after: together } : left;
  }
}

/** Why fixes cannot be made together, in words; undefined when they can. */
function problemWith(before: LintedForFixes, after: LintedForFixes, made: readonly Finding[]): string | undefined {
  if (after.problems > before.problems) return 'the text could not be read any more';
  if (after.images !== before.images) return 'the text would not hold the same images any more';
  const [had, has, wanted] = [countByMessage(before.findings), countByMessage(after.findings), countByMessage(made)];
  for (const [key, count] of wanted) if ((has.get(key) ?? 0) > (had.get(key) ?? 0) - count) return 'the finding would stay';
  return undefined;
}

/** A fix may uncover what else a rule has to say: that is another message. */
function countByMessage(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { rule, messageId, image } of findings) {
    const key = `${rule} ${messageId} ${image?.index ?? ''}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Of fixes that touch each other, the first. */
function compatible(text: string, findings: readonly Fixable[]): Fixable[] {
  const chosen: Placed[] = [];
  for (const next of findings.map(placed).sort((a, b) => a.start - b.start)) {
    const last = chosen.at(-1);
    const touches = last !== undefined && (next.start <= last.end || (last.isRemoval && next.isRemoval && isEmpty(text.slice(last.end, next.start))));
    if (!touches) chosen.push(next);
  }
  return chosen.map(({ finding }) => finding);
}

interface Placed {
  readonly finding: Fixable;
  readonly start: number;
  readonly end: number;
  readonly isRemoval: boolean;
}

function placed(finding: Fixable): Placed {
  const { edits } = finding.fix;
  return {
    finding,
    start: Math.min(...edits.map(({ start }) => start)),
    end: Math.max(...edits.map(({ end }) => end)),
    isRemoval: edits.every(({ text }) => text === ''),
  };
}

/** Nothing but blanks, dashes and comments: both removals count on the other part to stay, or the list or map would be empty. */
function isEmpty(between: string): boolean {
  return between.split(/\r\n?|\n/).every((line) => /^[\s,-]*((#|\/\/).*)?$/.test(line));
}
