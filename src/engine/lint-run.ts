import { DEFAULT_CLOUD } from '../facts/cloud.js';
import type { Finding } from '../model/finding.js';
import type { Failure, Report, Shard } from '../model/report.js';
import type { RuleMeta } from '../model/rule.js';
import { lintLocated, sift, type KnownFindings, type LocatedLintOptions } from './lint-located.js';
import type { LintSettings, Manifest } from './lint-text.js';
import { byPosition, locateFindings, type Source } from './locate-findings.js';
import { RuleError, type RawFinding } from './raw-finding.js';
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

/** One run over any number of manifests: collects findings, and makes the report at its end. */
export class LintRun {
  readonly #options: RunOptions;
  readonly #shardImages: ShardImages | undefined;
  readonly #setRules: SetRules;
  readonly #failures: Failure[] = [];
  readonly #findings = new Map<string, readonly Finding[]>();
  readonly #suppressed: Finding[] = [];
  readonly #suppressions = new Map<string, Suppressions>();
  readonly #pending: PendingFinding[] = [];
  readonly #rules = new Map<string, RuleMeta>();
  #files = 0;
  #images = 0;

  constructor(options: RunOptions) {
    this.#options = options;
    this.#shardImages = options.shard && new ShardImages();
    this.#setRules = new SetRules(this.#shardImages);
  }

  /** Lints one manifest. Says whether it was one. */
  lint(manifest: Manifest, settings: LintSettings): boolean {
    const { file } = manifest;
    const linted = lintLocated(manifest, settings, this.#setRules, this.#options, (error) => this.#ruleFailed(error, file));
    for (const [id, { rule }] of settings.rules.active) this.#rules.set(id, rule);
    if (linted.isManifest) this.#files++;
    this.#images += linted.images;
    this.#findings.set(file, linted.findings);
    for (const finding of linted.suppressed) this.#suppressed.push(finding);
    if (linted.suppressions !== undefined) this.#suppressions.set(file, linted.suppressions);
    for (const finding of linted.pending) this.#pending.push(finding);
    return linted.isManifest;
  }

  fail(message: string, file: string | null): void {
    this.#failures.push({ message, file });
  }

  finish(): Report {
    const shard = this.#shard();
    this.#finishSetRules();
    for (const { finding, isStillTrue } of this.#pending) if (isStillTrue()) this.#add(finding.file, [finding]);
    const { kept: findings, held } = sift([...this.#findings.values()].flat(), (finding) => this.#options.known?.suppressionOf(finding));
    const order = new Map([...this.#findings.keys()].map((file, index) => [file, index]));
    const suppressed = [...this.#suppressed, ...held].sort((a, b) => (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0) || byPosition(a, b));
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
      rules: [...this.#rules.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
      ...(shard && { shard }),
    };
  }

  #shard(): Shard | undefined {
    const { shard } = this.#options;
    if (shard === undefined || this.#shardImages === undefined) return undefined;
    const { checkSite: _checkSite, ...cloud } = this.#shardImages.cloud ?? DEFAULT_CLOUD;
    const comparisons = this.#shardImages.comparisons((file) => this.#suppressions.get(file));
    return { ...shard, rules: [...this.#rules.keys()].sort(), cloud, comparisons };
  }

  #finishSetRules(): void {
    const byFile = new Map<string, RawFinding[]>();
    for (const finding of this.#setRules.finish((file) => this.#reread(file), (error) => this.#ruleFailed(error, null))) {
      const found = byFile.get(finding.subject.file);
      if (found === undefined) byFile.set(finding.subject.file, [finding]);
      else found.push(finding);
    }
    const sources = new Map<string, Source | undefined>();
    const sourceOf = (file: string): Source | undefined => {
      if (!sources.has(file)) sources.set(file, this.#rereadSource(file));
      return sources.get(file);
    };
    for (const [file, raw] of byFile) {
      const source = sourceOf(file);
      if (source === undefined) continue;
      const located = locateFindings(raw, source, { ...this.#options, sourceOf });
      const { kept, held } = sift(located, (finding) => this.#suppressions.get(file)?.suppressionOf(finding));
      this.#add(file, kept);
      for (const finding of held) this.#suppressed.push(finding);
    }
  }

  #add(file: string, findings: readonly Finding[]): void {
    this.#findings.set(file, [...(this.#findings.get(file) ?? []), ...findings].sort(byPosition));
  }

  /** A file that is gone is told once. */
  #reread(file: string): Manifest | undefined {
    const manifest = this.#options.reread(file);
    const message = 'The file vanished during the run, or changed so that it cannot be read any more.';
    if (manifest === undefined && !this.#failures.some((failure) => failure.file === file && failure.message === message)) this.fail(message, file);
    return manifest;
  }

  #rereadSource(file: string): Source | undefined {
    const manifest = this.#reread(file);
    return manifest === undefined ? undefined : { ...manifest, documents: manifest.reader.read(manifest.text).documents };
  }

  /** A rule that fails on every image is told once. */
  #ruleFailed(error: RuleError, file: string | null): void {
    const message = `${error.message[0]?.toUpperCase()}${error.message.slice(1)}. This is a defect of the rule, not of the manifest.`;
    if (!this.#failures.some((failure) => failure.message === message)) this.fail(message, file);
  }
}
