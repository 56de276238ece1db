import { DEFAULT_CLOUD } from '../facts/cloud.js';
import type { Finding } from '../model/finding.js';
import type { Failure, Report, Shard } from '../model/report.js';
import type { RuleMeta } from '../model/rule.js';
import { lazy } from '../words/lazy.js';
import { lintLocated, sift, type KnownFindings, type LocatedLintOptions, type LocatedText } from './lint-located.js';
import { lintParts, manifestOfPart } from './lint-parts.js';
import { sureRecordsFor, type LintSettings, type Manifest } from './lint-text.js';
import { byPosition, linesOf, locateFindings, placeOf, type Place, type Related, type Source } from './locate-findings.js';
import type { Part } from './part.js';
import { RuleError, type Subject } from './raw-finding.js';
import type { RuleSet } from './rule-set.js';
import { SetRules } from './set-rules.js';
import { ShardImages } from './shard-images.js';
import type { PendingFinding, Suppressions } from './suppressions.js';

export interface RunOptions extends LocatedLintOptions {
  readonly tool: Report['tool'];
  /** Reads a manifest of the run again, for places that are only known at its end. */
  reread(file: string): Manifest | undefined;
  /** Holds back what a baseline knows. Asked once for each finding, in order, at the end of the run. */
  readonly known?: KnownFindings | undefined;
  /** Set when the run is one part of several. */
  readonly shard?: Pick<Shard, 'index' | 'count' | 'failOn'>;
}

/** What is worth keeping of a manifest in which nothing was found, or of a text that is none. */
export interface CleanResult {
  readonly isManifest: boolean;
  readonly images: number;
  /** Of what its images are compared by. */
  readonly hashes: readonly number[];
}

/** One run over any number of manifests: collects findings, and makes the report at its end. */
export class LintRun {
  readonly #options: RunOptions;
  readonly #shardImages: ShardImages | undefined;
  readonly #setRules: SetRules;
  readonly #failures: Failure[] = [];
  /** What was linted, in order. */
  readonly #linted: string[] = [];
  /** By manifest, where there are any; in the same order until something is found at the end of the run. */
  readonly #findings = new Map<string, readonly Finding[]>();
  #isOutOfOrder = false;
  readonly #suppressed: Finding[] = [];
  readonly #suppressions = new Map<string, Suppressions>();
  readonly #pending: PendingFinding[] = [];
  /** The manifests that were linted part by part. */
  readonly #parts = new Map<string, readonly Part[]>();
  readonly #ruleSets = new Set<RuleSet>();
  #files = 0;
  #images = 0;
  #ruleFailures = 0;

  constructor(options: RunOptions) {
    this.#options = options;
    this.#shardImages = options.shard && new ShardImages();
    this.#setRules = new SetRules(this.#shardImages);
  }

  /** Lints one manifest. Says whether it was one. */
  lint(manifest: Manifest, settings: LintSettings): boolean {
    const { file } = manifest;
    this.#ruleSets.add(settings.rules);
    this.#linted.push(file);
    if (this.#isSurelyClean(manifest, settings)) return true;
    const linted = this.#lintParts(manifest, settings) ?? lintLocated(manifest, settings, this.#setRules, this.#options, (error) => this.#ruleFailed(error, file));
    if (linted.isManifest) this.#files++;
    this.#images += linted.images;
    if (linted.findings.length > 0) this.#findings.set(file, linted.findings);
    for (const finding of linted.suppressed) this.#suppressed.push(finding);
    if (linted.suppressions !== undefined) this.#suppressions.set(file, linted.suppressions);
    for (const finding of linted.pending) this.#pending.push(finding);
    return linted.isManifest;
  }

  /** As `lint`, with what is worth keeping. Undefined where the result may be another one next time, though nothing has changed. */
  lintToKeep(manifest: Manifest, settings: LintSettings): { readonly isManifest: boolean; readonly clean: CleanResult | undefined } {
    const { file } = manifest;
    const [images, ruleFailures] = [this.#images, this.#ruleFailures];
    const { result: isManifest, hashes } = this.#setRules.record(() => this.lint(manifest, settings));
    // With comments for us, what holds something back depends on other files as well.
    const isClean = !this.#findings.has(file) && !this.#suppressions.has(file) && ruleFailures === this.#ruleFailures;
    return { isManifest, clean: isClean && hashes !== undefined ? { isManifest, images: this.#images - images, hashes } : undefined };
  }

  /** Takes a manifest as linted that had this result before, with the same settings. */
  recall(file: string, { isManifest, images, hashes }: CleanResult, settings: LintSettings): void {
    this.#ruleSets.add(settings.rules);
    this.#linted.push(file);
    if (isManifest) this.#files++;
    this.#images += images;
    this.#setRules.recall(file, hashes, settings);
  }

  /** The rules that were on, by id. */
  #rules(): ReadonlyMap<string, RuleMeta> {
    return new Map([...this.#ruleSets].flatMap(({ active }) => [...active].map(([id, { rule }]) => [id, rule] as const)));
  }

  /** Is the manifest one image, and written like others in which nothing was found? */
  #isSurelyClean(manifest: Manifest, settings: LintSettings): boolean {
    if (manifest.parts !== undefined || this.#shardImages !== undefined) return false;
    const sure = sureRecordsFor(manifest, settings);
    const known = sure?.isUseful === true ? sure.imageOf(manifest.text, 0, manifest.text.length) : undefined;
    if (known?.kind.isManifest !== true) return false;
    const { file } = manifest;
    const { image, kind } = known;
    this.#setRules.gatherLike(kind, image, { ...kind.subject, file }, settings, true, (error) => this.#ruleFailed(error, file));
    this.#files++;
    this.#images++;
    return true;
  }

  #lintParts(manifest: Manifest, settings: LintSettings): LocatedText | undefined {
    const { file, parts } = manifest;
    if (parts === undefined || this.#shardImages !== undefined) return undefined;
    const linted = lintParts(manifest, parts, settings, this.#setRules, this.#options, (error) => this.#ruleFailed(error, file));
    if (linted !== undefined) this.#parts.set(file, linted.parts);
    return linted;
  }

  fail(message: string, file: string | null): void {
    this.#failures.push({ message, file });
  }

  finish(): Report {
    const shard = this.#shard();
    this.#finishSetRules();
    for (const { finding, isStillTrue } of this.#pending) if (isStillTrue()) this.#add(finding.file, [finding]);
    const order = lazy(() => new Map(this.#linted.map((file, index) => [file, index])));
    const byFile = (a: string, b: string): number => (order().get(a) ?? 0) - (order().get(b) ?? 0);
    const all = [...this.#findings];
    if (this.#isOutOfOrder) all.sort(([a], [b]) => byFile(a, b));
    const { kept: findings, held } = sift(all.flatMap(([, own]) => own), (finding) => this.#options.known?.suppressionOf(finding));
    const suppressed = [...this.#suppressed, ...held].sort((a, b) => byFile(a.file, b.file) || byPosition(a, b));
    const count = (severity: Finding['severity']): number => findings.filter((finding) => finding.severity === severity).length;
    return {
      version: 1,
      tool: this.#options.tool,
      summary: {
        files: this.#files,
        images: this.#images,
        errors: count('error'),
        warnings: count('warning'),
        infos: count('info'),
        suppressed: suppressed.length,
      },
      findings,
      suppressed,
      failures: this.#failures,
      rules: [...this.#rules().values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
      ...(shard && { shard }),
    };
  }

  #shard(): Shard | undefined {
    const { shard } = this.#options;
    if (shard === undefined || this.#shardImages === undefined) return undefined;
    const { checkSite: _checkSite, ...cloud } = this.#shardImages.cloud ?? DEFAULT_CLOUD;
    const comparisons = this.#shardImages.comparisons((file) => this.#suppressions.get(file));
    return { ...shard, rules: [...this.#rules().keys()].sort(), cloud, comparisons };
  }

  #finishSetRules(): void {
    const found = this.#setRules.finish((file) => this.#reread(file), (error) => this.#ruleFailed(error, null));
    const places = new Map<Related, Place>();
    const related = found.flatMap((finding) => finding.related);
    this.#open(related, (source, own) => {
      const lines = linesOf(source);
      for (const one of own) places.set(one, placeOf(one.subject, one.at, source, lines));
    });
    const byFile = new Map<string, Finding[]>();
    this.#open(found, (source, own) => {
      const { file } = source;
      const located = locateFindings(own, source, { ...this.#options, placeOf: (one) => places.get(one) });
      const { kept, held } = sift(located, (finding) => this.#suppressions.get(file)?.suppressionOf(finding));
      const all = byFile.get(file);
      if (all === undefined) byFile.set(file, kept);
      else for (const finding of kept) all.push(finding);
      for (const finding of held) this.#suppressed.push(finding);
    });
    for (const [file, findings] of byFile) this.#add(file, findings);
  }

  /** Opens every text that something is about: once, with all that is about it. */
  #open<About extends { readonly subject: Subject }>(all: readonly About[], use: (source: Source, own: readonly About[]) => void): void {
    const byText = new Map<string, [About, ...About[]]>();
    for (const about of all) {
      const { file, part } = about.subject;
      const key = `${part?.index ?? ''} ${file}`;
      const own = byText.get(key);
      if (own === undefined) byText.set(key, [about]);
      else own.push(about);
    }
    for (const own of byText.values()) {
      const { file, part } = own[0].subject;
      const [manifest] = part === undefined ? this.#reread(file) : this.#reread(file, [part]);
      if (manifest !== undefined) use({ ...manifest, documents: manifest.reader.read(manifest.text).documents }, own);
    }
  }

  #add(file: string, findings: readonly Finding[]): void {
    const known = this.#findings.get(file);
    this.#isOutOfOrder ||= known === undefined;
    this.#findings.set(file, [...(known ?? []), ...findings].sort(byPosition));
  }

  /** A manifest once more, or the parts of it. A file that is gone is told once. */
  *#reread(file: string, parts = this.#parts.get(file)): Generator<Manifest> {
    const manifest = this.#options.reread(file);
    for (const part of parts ?? [undefined]) {
      const text = part && manifest?.parts?.at(part.index);
      if (manifest !== undefined && part === undefined) yield manifest;
      else if (manifest !== undefined && part !== undefined && text !== undefined) yield { ...manifestOfPart(manifest, text, part), isLinted: true };
      else return this.#vanished(file);
    }
  }

  #vanished(file: string): void {
    const message = 'The file vanished during the run, or changed so that it cannot be read any more.';
    if (!this.#failures.some((failure) => failure.file === file && failure.message === message)) this.fail(message, file);
  }

  /** A rule that fails on every image is told once. */
  #ruleFailed(error: RuleError, file: string | null): void {
    this.#ruleFailures++;
    const message = `${error.message[0]?.toUpperCase()}${error.message.slice(1)}. This is a defect of the rule, not of the manifest.`;
    if (!this.#failures.some((failure) => failure.message === message)) this.fail(message, file);
  }
}
