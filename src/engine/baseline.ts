import type { Finding, Suppression } from '../model/finding.js';
import { shared } from '../text/own.js';
import type { KnownFindings } from './lint-located.js';
import { NEVER_SUPPRESSED } from './suppressions.js';

/** Findings that are known, of one rule in one place of one image. Line numbers do not count, nor does the image's number. */
export interface BaselineEntry {
  /** Relative to the baseline's folder, with forward slashes. */
  readonly file: string;
  /** Name of the image, or else its id; null for what is not about one image, or one that has neither. */
  readonly image: string | null;
  readonly rule: string;
  /** JSON pointer into the image, or else into the document, with `*` for numbers of list items. */
  readonly at: string;
  readonly count: number;
  readonly reason: string | null;
}

/** Entries by their keys, see `keyOf`. There may be as many as there are findings. */
export type BaselineEntries = ReadonlyMap<string, BaselineEntry>;

/** A line of a baseline that cannot be read. Lines count from 1; the reason is a clause. */
export class BaselineError extends Error {
  override readonly name = 'BaselineError';
  readonly line: number;
  constructor(reason: string, line: number) {
    super(reason);
    this.line = line;
  }
}

const KEYS: readonly string[] = ['file', 'image', 'rule', 'at', 'count', 'reason'];

/**
 * The baseline in a text: one JSON object a line. Equal entries, as a merge of two branches leaves them, count once.
 *
 * @throws BaselineError
 */
export function parseBaseline(text: string): BaselineEntries {
  const entries = new Map<string, BaselineEntry>();
  let number = 0;
  for (let start = 0, end = 0; start < text.length; start = end + 1) {
    end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    number++;
    const line = text.slice(start, end).trim();
    if (line === '') continue;
    const entry = parseEntry(line, number);
    const key = keyOf(entry);
    const known = entries.get(key);
    entries.set(key, known === undefined ? entry : { ...known, count: Math.max(known.count, entry.count), reason: known.reason ?? entry.reason });
  }
  return entries;
}

/** The text of a baseline, line by line: the same entries give the same bytes, whatever their order. */
export function* writeBaseline(entries: BaselineEntries): Generator<string> {
  for (const key of [...entries.keys()].sort()) {
    const { file, image, rule, at, count, reason } = entries.get(key) as BaselineEntry;
    yield `${JSON.stringify({ file, image, rule, at, ...(count === 1 ? {} : { count }), ...(reason === null ? {} : { reason }) })}\n`;
  }
}

/** The entries that findings come to. `fileOf` names their files as entries do. */
export function entriesOf(findings: readonly Finding[], fileOf: (file: string) => string): BaselineEntries {
  const entries = new Map<string, BaselineEntry>();
  for (const finding of findings) {
    if (NEVER_SUPPRESSED.has(finding.rule)) continue;
    const entry = entryOf(finding, fileOf);
    const key = keyOf(entry);
    const known = entries.get(key);
    entries.set(key, known === undefined ? entry : { ...known, count: known.count + 1 });
  }
  return entries;
}

/** What of a baseline one run meets. */
export class BaselineMatcher implements KnownFindings {
  readonly #left = new Map<string, { readonly entry: BaselineEntry; count: number }>();
  readonly #fileOf: (file: string) => string;

  constructor(entries: BaselineEntries, fileOf: (file: string) => string) {
    for (const [key, entry] of entries) this.#left.set(key, { entry, count: entry.count });
    this.#fileOf = fileOf;
  }

  /** Holds a finding back if the baseline knows it; as often as it does. */
  suppressionOf(finding: Finding): Suppression | undefined {
    if (NEVER_SUPPRESSED.has(finding.rule)) return undefined;
    const left = this.#left.get(keyOf(entryOf(finding, this.#fileOf)));
    if (left === undefined || left.count === 0) return undefined;
    left.count--;
    return { kind: 'baseline', reason: left.entry.reason };
  }

  /** Entries of which something was not met, with how often. */
  get unmet(): readonly { readonly entry: BaselineEntry; readonly count: number }[] {
    return [...this.#left.values()].filter(({ count }) => count > 0);
  }
}

export function keyOf({ file, image, rule, at }: Pick<BaselineEntry, 'file' | 'image' | 'rule' | 'at'>): string {
  return JSON.stringify([file, image, rule, at]);
}

function entryOf({ file, image, rule, pointer, imagePointer }: Finding, fileOf: (file: string) => string): BaselineEntry {
  return {
    file: fileOf(file),
    image: image?.name ?? image?.id ?? null,
    rule,
    at: imagePointer ?? shared(pointer.replace(/(?<=\/)\d+(?=\/|$)/g, '*')),
    count: 1,
    reason: null,
  };
}

function parseEntry(text: string, line: number): BaselineEntry {
  if (/^(<{7}|={7}|>{7}|\|{7})/.test(text)) throw new BaselineError('here a merge conflict was left; keep the lines of both sides, and take its marks out', line);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new BaselineError('this line is not JSON', line);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new BaselineError('an entry is a JSON object', line);
  const entry = value as Readonly<Record<string, unknown>>;
  const stray = Object.keys(entry).find((key) => !KEYS.includes(key));
  if (stray !== undefined) throw new BaselineError(`an entry has ${KEYS.map((key) => `"${key}"`).join(', ')}, and no "${stray.slice(0, 40)}"`, line);
  const { file, image = null, rule, at, count = 1, reason = null } = entry;
  for (const [name, text] of Object.entries({ file, rule, at })) {
    if (typeof text !== 'string') throw new BaselineError(`"${name}" of the entry is missing, or is no text`, line);
  }
  if (image !== null && typeof image !== 'string') throw new BaselineError('"image" of the entry is the name or id of an image, or null', line);
  if (reason !== null && typeof reason !== 'string') throw new BaselineError('"reason" of the entry is no text', line);
  if (!Number.isSafeInteger(count) || (count as number) < 1) throw new BaselineError('"count" of the entry is no whole number from 1 on', line);
  return { file: shared(file as string), image, rule: shared(rule as string), at: shared(at as string), count: count as number, reason };
}
