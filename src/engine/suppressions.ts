import type { Edit, Finding, Fix, Suppression } from '../model/finding.js';
import type { Lines } from '../text/index.js';
import type { Span } from '../text/node.js';
import { nearest } from '../words/nearest.js';
import { clip, oneOf, show } from '../words/show.js';
import { readerFinding, type ReaderContext } from './reader-findings.js';

/** What every comment for us begins with. A text without it is not looked through. */
const MARK = 'glance-lint-';
const KINDS = ['disable-next-line', 'disable-line', 'disable-file', 'disable', 'enable'] as const;
/** An opener, one of our words, and the rest; other words may stand in the comment before. */
const DIRECTIVE = /(?<=^|\s)(?:#+|\/\/+|\/\*+)\s*(glance-lint-([a-z-]+)):?(?:\s+([^]*))?$/;
const REST_OF_LINE = /[ \t]*(\r\n?|\n|$(?![^]))/y;

/** Holding these back would hide that a manifest is not linted at all. */
export const NEVER_SUPPRESSED: ReadonlySet<string> = new Set(['syntax-error', 'unused-suppression']);

type Kind = (typeof KINDS)[number];

interface RuleWord extends Span {
  readonly id: string;
}

/** One of our comments. */
interface Directive {
  readonly kind: Kind;
  /** From its opener to its end. */
  readonly span: Span;
  /** Those that it is about; none: all. */
  readonly rules: readonly RuleWord[];
  readonly reason: string | null;
  /** The line, or lines, that `disable-line` and `disable-next-line` reach. */
  readonly firstLine: number;
  readonly lastLine: number;
  /** Ids of rules that it held back. */
  readonly used: Set<string>;
}

/** A word of ours that means nothing. */
interface Misspelt {
  readonly word: string;
  readonly span: Span;
  readonly guess: string;
}

/** A finding that holds only if nothing uses a comment until the end of the run. */
export interface PendingFinding {
  readonly finding: Finding;
  isStillTrue(): boolean;
}

/** The comments of one text that hold findings back. */
export class Suppressions {
  readonly #text: string;
  readonly #directives: readonly Directive[];
  readonly #misspelt: readonly Misspelt[];

  private constructor(text: string, directives: readonly Directive[], misspelt: readonly Misspelt[]) {
    this.#text = text;
    this.#directives = directives;
    this.#misspelt = misspelt;
  }

  /** Undefined when a text has none. */
  static in(text: string, commentsIn: ((text: string) => readonly Span[]) | undefined, lines: Lines): Suppressions | undefined {
    if (commentsIn === undefined || !text.includes(MARK)) return undefined;
    const comments = commentsIn(text);
    const isRemark = remarkLines(text, comments, lines);
    const directives: Directive[] = [];
    const misspelt: Misspelt[] = [];
    for (const comment of comments) {
      const read = readComment(text, comment, lines, isRemark);
      if (read === undefined) continue;
      if ('guess' in read) misspelt.push(read);
      else directives.push(read);
    }
    return directives.length + misspelt.length === 0 ? undefined : new Suppressions(text, directives, misspelt);
  }

  /** What holds a finding back; undefined when nothing does. */
  suppressionOf({ rule, range: { start } }: Pick<Finding, 'rule' | 'range'>): Suppression | undefined {
    if (NEVER_SUPPRESSED.has(rule)) return undefined;
    const reaching = this.#directives.filter((directive) => concerns(directive, rule) && reachesLine(directive, start.line));
    const block = this.#openBlock(rule, start.offset);
    const all = block === undefined ? reaching : [...reaching, block];
    for (const directive of all) directive.used.add(rule);
    const [first] = all;
    return first && { kind: 'comment', reason: all.find(({ reason }) => reason !== null)?.reason ?? null };
  }

  /** The `disable` that holds for a rule at an offset. */
  #openBlock(rule: string, offset: number): Directive | undefined {
    let open: Directive | undefined;
    for (const directive of this.#directives) {
      if (directive.span.start > offset) break;
      if (!concerns(directive, rule)) continue;
      if (directive.kind === 'disable') open = directive;
      else if (directive.kind === 'enable') open = undefined;
    }
    return open;
  }

  /** What is wrong with the comments, once all findings of the text are known but those of set rules. */
  findings(context: ReaderContext): { readonly findings: readonly Finding[]; readonly pending: readonly PendingFinding[] } {
    const findings: Finding[] = [];
    const pending: PendingFinding[] = [];
    for (const { word, span, guess } of this.#misspelt) {
      findings.push(...report('misspelt', span, { word: clip(word), guess }, context, replacing(span, guess)));
    }
    for (const directive of this.#directives) {
      for (const word of directive.rules) findings.push(...unknownRule(word, context));
      if (directive.kind === 'enable') {
        if (!this.#endsSomething(directive)) findings.push(...report('nothingToEnd', directive.span, {}, context, this.#removing(directive)));
      } else if (directive.rules.length === 0) {
        const [finding] = report('nothing', directive.span, {}, context);
        if (finding !== undefined) pending.push({ finding, isStillTrue: () => directive.used.size === 0 });
      } else {
        findings.push(...this.#unusedRules(directive, context));
      }
    }
    return { findings, pending };
  }

  #unusedRules(directive: Directive, context: ReaderContext): Finding[] {
    const { used, rules, span } = directive;
    const unused = rules.filter(({ id }) => !used.has(id) && isJudged(id, context));
    if (unused.length === 0) return [];
    const data = { rules: oneOf(unused.map(({ id }) => id)) };
    return unused.length === rules.length
      ? report('unused', span, data, context, this.#removing(directive))
      : report('partly', span, data, context, withoutWords(rules, unused));
  }

  #endsSomething(enable: Directive): boolean {
    const open = new Set<string>();
    for (const { kind, rules, span } of this.#directives) {
      if (span.start >= enable.span.start) break;
      if (kind === 'disable') for (const id of idsOf(rules)) open.add(id);
      else if (kind === 'enable') for (const id of rules.length === 0 ? [...open] : idsOf(rules)) open.delete(id);
    }
    return enable.rules.length === 0 ? open.size > 0 : enable.rules.some(({ id }) => open.has(id) || open.has(ALL));
  }

  /** Takes a comment away, with its line if it has one for itself. */
  #removing({ span }: Directive): Fix {
    const text = this.#text;
    let { start, end } = span;
    while (start > 0 && ' \t'.includes(text.charAt(start - 1))) start--;
    const startsLine = start === 0 || isLineEnd(text.charAt(start - 1));
    REST_OF_LINE.lastIndex = end;
    const isAlone = REST_OF_LINE.test(text);
    if (startsLine && isAlone) end = REST_OF_LINE.lastIndex;
    else if (startsLine) ({ start } = span);
    return { safe: true, description: 'Remove the comment', edits: [{ start, end, text: '' }] };
  }
}

const ALL = '*';

function idsOf(rules: readonly RuleWord[]): readonly string[] {
  return rules.length === 0 ? [ALL] : rules.map(({ id }) => id);
}

function concerns({ rules }: Directive, id: string): boolean {
  return rules.length === 0 || rules.some((rule) => rule.id === id);
}

function reachesLine({ kind, firstLine, lastLine }: Directive, line: number): boolean {
  return kind === 'disable-file' || (kind !== 'disable' && kind !== 'enable' && line >= firstLine && line <= lastLine);
}

/**
 * Can this run tell that a rule finds nothing? Not if the rule is off, and not of those that compare images: the other
 * image may be in a file that is not linted this time.
 */
function isJudged(id: string, { rules }: ReaderContext): boolean {
  const rule = rules.active.get(id)?.rule;
  return rule !== undefined && !('checkSet' in rule) && !NEVER_SUPPRESSED.has(id);
}

function unknownRule({ id, ...span }: RuleWord, context: ReaderContext): Finding[] {
  const { known } = context.rules;
  const isOfPlugin = id.includes('/') && !known.some((other) => other.startsWith(id.slice(0, id.indexOf('/') + 1)));
  // Its plugin may not be loaded this time.
  if (known.includes(id) || isOfPlugin) return [];
  const guess = nearest(id, known);
  return guess === undefined
    ? report('unknownRule', span, { rule: show(id) }, context)
    : report('misspeltRule', span, { rule: show(id), guess }, context, replacing(span, guess));
}

function report(message: string, span: Span, data: Finding['data'], context: ReaderContext, fix?: Fix): Finding[] {
  return readerFinding('unused-suppression', message, span, data, context, { fix });
}

function replacing(span: Span, text: string): Fix {
  return { safe: false, description: `Write "${text}"`, edits: [{ ...span, text }] };
}

/** Takes words out of the list, each with the comma that goes with it. */
function withoutWords(words: readonly RuleWord[], unused: readonly RuleWord[]): Fix {
  const isUnused = (index: number): boolean => unused.includes(words[index] as RuleWord);
  const firstKept = words.findIndex((_, index) => !isUnused(index));
  const edits = words.flatMap(({ start, end }, index): Edit[] => {
    if (!isUnused(index)) return [];
    const [before, after] = [words[index - 1], words[index + 1]];
    if (index > firstKept) return [{ start: before?.end ?? start, end, text: '' }];
    return [{ start, end: after?.start ?? end, text: '' }];
  });
  return { safe: true, description: `Leave ${unused.length === 1 ? 'the rule' : 'the rules'} out`, edits };
}

function readComment(text: string, comment: Span, lines: Lines, isRemark: ReadonlySet<number>): Directive | Misspelt | undefined {
  const isBlock = text.startsWith('/*', comment.start) && text.startsWith('*/', comment.end - 2);
  const match = DIRECTIVE.exec(text.slice(comment.start, isBlock ? comment.end - 2 : comment.end).trimEnd());
  if (match === null) return undefined;
  const [all, word = '', kind = '', rest = ''] = match;
  const span = { start: comment.start + match.index, end: comment.end };
  if (!isKind(kind)) {
    const guess = nearest(word, KINDS.map((known) => MARK + known));
    const start = span.start + all.indexOf(word);
    return guess === undefined ? undefined : { word, guess, span: { start, end: start + word.length } };
  }
  const [list = '', reason] = splitOnce(rest, /(?:^|\s+)--(?:\s+|$)/);
  const restAt = span.start + all.indexOf(rest, all.indexOf(word) + word.length);
  const rules = Array.from(list.matchAll(/[^\s,]+/g), ({ 0: id, index }) => ({ id, start: restAt + index, end: restAt + index + id.length }));
  const [start, end] = [lines.position(comment.start).line, lines.position(comment.end).line];
  const isBelow = kind === 'disable-next-line';
  let below = end + 1;
  while (isRemark.has(below)) below++;
  return {
    kind, span, rules, reason: reason === undefined || reason === '' ? null : reason,
    firstLine: isBelow ? below : start, lastLine: isBelow ? below : end, used: new Set(),
  };
}

function isKind(word: string): word is Kind {
  return (KINDS as readonly string[]).includes(word);
}

function splitOnce(text: string, separator: RegExp): [string, string | undefined] {
  const found = separator.exec(text);
  return found === null ? [text, undefined] : [text.slice(0, found.index), text.slice(found.index + found[0].length).trim()];
}

/** The lines with nothing on them but a comment: several may stand above the line that they are about. */
function remarkLines(text: string, comments: readonly Span[], lines: Lines): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { start, end } of comments) {
    const [first, last] = [lines.position(start), lines.position(end)];
    const before = text.slice(start - (first.column - 1), start);
    const after = lines.line(last.line).slice(last.column - 1);
    if (before.trim() === '' && after.trim() === '') for (let { line } = first; line <= last.line; line++) found.add(line);
  }
  return found;
}

function isLineEnd(character: string): boolean {
  return character === '\n' || character === '\r';
}
