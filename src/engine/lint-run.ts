import type { Finding } from '../model/finding.js';
import type { Failure, Report } from '../model/report.js';
import type { RuleMeta } from '../model/rule.js';
import { lintText, type LintSettings, type Manifest } from './lint-text.js';
import { byPosition, locateFindings, type LocateOptions, type Source } from './locate-findings.js';
import { RuleError, type RawFinding } from './raw-finding.js';
import { SetRules } from './set-rules.js';

export interface RunOptions extends Pick<LocateOptions, 'docsOf' | 'withLineHashes'> {
  readonly tool: Report['tool'];
  /** Reads a manifest of the run again, for places that are only known at its end. */
  reread(file: string): Manifest | undefined;
}

/** One run over any number of manifests: collects findings, and makes the report at its end. */
export class LintRun {
  readonly #options: RunOptions;
  readonly #setRules = new SetRules();
  readonly #failures: Failure[] = [];
  readonly #findings = new Map<string, Finding[]>();
  readonly #rules = new Map<string, RuleMeta>();
  #files = 0;
  #images = 0;

  constructor(options: RunOptions) {
    this.#options = options;
  }

  /** Lints one manifest. Says whether it was one. */
  lint(manifest: Manifest, settings: LintSettings): boolean {
    const linted = lintText(manifest, settings, this.#setRules, this.#options, (error) => this.#ruleFailed(error, manifest.file));
    for (const [id, { rule }] of settings.rules.active) this.#rules.set(id, rule);
    if (linted.isManifest) this.#files++;
    this.#images += linted.images;
    const located = [...linted.readerFindings, ...this.#locate(linted.findings, linted.source)];
    this.#findings.set(manifest.file, located.sort(byPosition));
    return linted.isManifest;
  }

  fail(message: string, file: string | null): void {
    this.#failures.push({ message, file });
  }

  finish(): Report {
    this.#finishSetRules();
    const findings = [...this.#findings.values()].flat();
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
        suppressed: 0,
      },
      findings,
      failures: this.#failures,
      rules: [...this.#rules.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    };
  }

  #finishSetRules(): void {
    const byFile = new Map<string, RawFinding[]>();
    for (const finding of this.#setRules.finish((file) => this.#options.reread(file), (error) => this.#ruleFailed(error, null))) {
      const { file } = finding.subject;
      byFile.set(file, [...(byFile.get(file) ?? []), finding]);
    }
    const sources = new Map<string, Source | undefined>();
    const sourceOf = (file: string): Source | undefined => {
      if (!sources.has(file)) sources.set(file, this.#reread(file));
      return sources.get(file);
    };
    for (const [file, raw] of byFile) {
      const source = sourceOf(file);
      if (source === undefined) continue;
      const located = [...(this.#findings.get(file) ?? []), ...this.#locate(raw, source, sourceOf)];
      this.#findings.set(file, located.sort(byPosition));
    }
  }

  #locate(findings: readonly RawFinding[], source: Source, sourceOf: LocateOptions['sourceOf'] = () => undefined): Finding[] {
    return findings.length === 0 ? [] : locateFindings(findings, source, { ...this.#options, sourceOf });
  }

  #reread(file: string): Source | undefined {
    const manifest = this.#options.reread(file);
    if (manifest === undefined) {
      this.fail('The file vanished during the run, or changed so that it cannot be read any more.', file);
      return undefined;
    }
    return { ...manifest, documents: manifest.reader.read(manifest.text).documents };
  }

  /** A rule that fails on every image is told once. */
  #ruleFailed(error: RuleError, file: string | null): void {
    const message = `${error.message[0]?.toUpperCase()}${error.message.slice(1)}. This is a defect of the rule, not of the manifest.`;
    if (!this.#failures.some((failure) => failure.message === message)) this.fail(message, file);
  }
}
