import { DIALECTS } from '../dialects/index.js';
import type { Dialect } from '../model/dialect.js';
import type { Finding } from '../model/finding.js';
import { countLineEnds, type Beginning } from '../text/position.js';
import { recordsOf, type Records } from '../text/records.js';
import { lazy } from '../words/lazy.js';
import { LineHashes } from './line-hash.js';
import { lintLocated, type LocatedLintOptions, type LocatedText } from './lint-located.js';
import { sureRecordsFor, type LintSettings, type Manifest } from './lint-text.js';
import { PartsError, type Part, type Parts, type PartText } from './part.js';
import type { RuleError, Subject } from './raw-finding.js';
import type { SetRules } from './set-rules.js';
import type { SureImage, SureRecords } from './sure-records.js';

export interface LintedParts extends LocatedText {
  readonly parts: readonly Part[];
}

/** Lints a manifest part by part, with the findings of the whole; undefined when that cannot be done for sure. */
export function lintParts(
  manifest: Manifest, parts: Parts, settings: LintSettings, setRules: SetRules, options: LocatedLintOptions, onError: (error: RuleError) => void,
): LintedParts | undefined {
  if (!settings.dialects.every(looksAtItems)) return undefined;
  return lintAll(new PartsLint(manifest, parts, settings, setRules, options, onError), parts);
}

/** Of a plugin's dialect that does not say so, nobody knows what it makes of a list as a whole. */
function looksAtItems(dialect: Dialect): boolean {
  return dialect.isPerItem === true || DIALECTS.includes(dialect);
}

function lintAll(lint: PartsLint, texts: Parts): LintedParts | undefined {
  try {
    for (const text of texts.all()) lint.part(text);
  } catch (error) {
    if (error instanceof PartsError) return undefined;
    throw error;
  }
  const { images, dialect, parts, findings } = lint;
  if (images === 0) return undefined;
  return { parts, findings, images, dialect, documents: [], problems: 0, isManifest: true, suppressed: [], suppressions: undefined, pending: [] };
}

/** Lints the parts of one manifest, one after the other. */
class PartsLint {
  readonly parts: Part[] = [];
  readonly findings: Finding[] = [];
  images = 0;
  dialect: Dialect | undefined;
  readonly #manifest: Manifest;
  readonly #settings: LintSettings;
  readonly #setRules: SetRules;
  readonly #options: LocatedLintOptions;
  readonly #onError: (error: RuleError) => void;
  readonly #lineHash: Part['lineHash'];
  readonly #subjects = new Map<SureImage['kind'], Subject>();
  /** Where the part at hand begins. */
  #beginning: Beginning = { line: 1, offset: 0 };
  #documents = 0;
  #items = 0;

  constructor(
    manifest: Manifest, parts: Parts, settings: LintSettings, setRules: SetRules, options: LocatedLintOptions, onError: (error: RuleError) => void,
  ) {
    const hashes = lazy(() => hashesOf(parts));
    this.#lineHash = (line) => hashes()?.of(line);
    this.#manifest = manifest;
    this.#settings = settings;
    this.#setRules = setRules;
    this.#options = options;
    this.#onError = onError;
  }

  /** @throws PartsError */
  part(text: PartText): void {
    const { before, gap, reader } = text;
    if (this.parts.length === 0) this.#beginning = after(this.#beginning, before);
    const { line, offset } = this.#beginning;
    const part = this.#partAt(this.parts.length, { line: line - countLineEnds(before), offset: offset - before.length });
    this.parts.push(part);
    const sure = sureRecordsFor({ reader, invalidAt: -1 }, this.#settings);
    const records = recordsOf(reader.format);
    let end: Beginning | undefined;
    if (sure?.isUseful === true && records !== undefined && this.dialect !== undefined) end = this.#records(text, records, sure);
    if (end === undefined) {
      this.#lint(text, part);
      end = after(this.#beginning, text.text);
    }
    this.#beginning = after(end, gap);
  }

  #partAt(index: number, beginning: Beginning): Part {
    const { images, dialect } = this;
    return { index, beginning, documents: this.#documents, items: this.#items, images, dialect, lineHash: this.#lineHash };
  }

  /** Lints those records that are not surely clean. Gives the end of the part; undefined when the records cannot be told apart. */
  #records(text: PartText, records: Records, sure: SureRecords): Beginning | undefined {
    const own = text.text;
    let start = records.first(own);
    if (start < 0) return undefined;
    const { line: firstLine, offset } = this.#beginning;
    let line = firstLine + countLineEnds(own, 0, start);
    const others = new Others(text, offset);
    while (start < own.length) {
      const end = records.endOf(own, start);
      const next = records.next(own, end);
      if (next < start) throw new PartsError();
      const known = sure.imageOf(own, start, end);
      if (known === undefined || known.kind.dialect !== this.dialect) {
        others.add(start, end, line);
        line += countLineEnds(own, start, next);
      } else {
        this.#flush(others);
        this.#addSure(known, text);
        line += known.kind.lineEnds + countLineEnds(own, end, next);
      }
      start = next;
    }
    this.#flush(others);
    return { line, offset: offset + own.length };
  }

  #addSure({ image, kind }: SureImage, text: PartText): void {
    let subject = this.#subjects.get(kind);
    if (subject === undefined) this.#subjects.set(kind, (subject = { ...kind.subject, file: this.#manifest.file }));
    this.#setRules.gatherLike(kind, image, subject, this.#settings, false, this.#onError);
    this.#count(1, text);
    this.images++;
  }

  #flush(others: Others): void {
    const run = others.take();
    if (run !== undefined) this.#lint(run.text, this.#partAt(this.parts.length - 1, run.beginning));
  }

  #lint(text: PartText, part: Part): void {
    const linted = lintLocated(manifestOfPart(this.#manifest, text, part), this.#settings, this.#setRules, this.#options, this.#onError);
    const { value } = linted.documents[0] ?? {};
    const isStream = text.reader.format === 'ndjson';
    const isList = linted.documents.length === 1 && Array.isArray(value);
    if (linted.problems > 0 || linted.suppressions !== undefined || !(isStream || isList)) throw new PartsError();
    for (const finding of linted.findings) this.findings.push(finding);
    this.#count(isStream ? linted.documents.length : (value as unknown[]).length, text);
    this.images += linted.images;
    this.dialect ??= linted.dialect;
  }

  #count(records: number, { reader }: PartText): void {
    if (reader.format === 'ndjson') this.#documents += records;
    else this.#items += records;
  }
}

/** Null when the manifest is not what it was. */
function hashesOf(parts: Parts): LineHashes | null {
  try {
    return LineHashes.of(parts.pieces());
  } catch (error) {
    if (error instanceof PartsError) return null;
    throw error;
  }
}

/** Records of a part that are not surely clean: those that stand side by side are linted together. */
class Others {
  readonly #part: PartText;
  /** Of the part in the whole text. */
  readonly #offset: number;
  #start = -1;
  #end = -1;
  #line = 0;

  constructor(part: PartText, offset: number) {
    this.#part = part;
    this.#offset = offset;
  }

  /** `line`: the number of the line in which the record starts. */
  add(start: number, end: number, line: number): void {
    if (this.#start < 0) [this.#start, this.#line] = [start, line];
    this.#end = end;
  }

  /** What was added, with the lines around it. The texts of a part are never put together: that would copy all of it. */
  take(): { readonly text: PartText; readonly beginning: Beginning } | undefined {
    const [start, end] = [this.#start, this.#end];
    if (start < 0) return undefined;
    this.#start = -1;
    const { reader, text: own, before: head, gap, after: tail } = this.#part;
    const first = lastLines(own, start);
    const before = first > 0 ? own.slice(first, start) : lastLinesOf(head + own.slice(0, start));
    const last = nextLines(own, end);
    const behind = last < own.length ? own.slice(end, last) : nextLinesOf(own.slice(end) + gap + tail);
    const beginning = { line: this.#line - countLineEnds(before), offset: this.#offset + start - before.length };
    return { text: { reader, before, text: own.slice(start, end), gap: '', after: behind }, beginning };
  }
}

/** Where the lines begin that an excerpt shows before a place; 0 when they may begin before the text. */
function lastLines(text: string, place: number): number {
  let from = place;
  // An offset below 0 counts as 0, where a blank line may end.
  for (let line = 0, at = place - 1; line <= LINES_BEFORE; line++, at = from - 2) from = at < 0 ? 0 : text.lastIndexOf('\n', at) + 1;
  return from;
}

function lastLinesOf(text: string): string {
  return text.slice(lastLines(text, text.length));
}

/** Where the lines end that an excerpt shows after a place. */
function nextLines(text: string, place: number): number {
  let to = place;
  for (let line = 0; line <= LINES_AFTER; line++) to = text.indexOf('\n', to) + 1 || text.length;
  return to;
}

function nextLinesOf(text: string): string {
  return text.slice(0, nextLines(text, 0));
}

const LINES_BEFORE = 2;
const LINES_AFTER = 1;

function after({ line, offset }: Beginning, text: string): Beginning {
  return { line: line + countLineEnds(text), offset: offset + text.length };
}

export function manifestOfPart({ file }: Pick<Manifest, 'file'>, around: PartText, part: Part): Manifest {
  const { text, reader } = around;
  return { file, text, reader, invalidAt: -1, part, around };
}
