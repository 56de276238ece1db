import { RULES } from '../../rules/index.js';
import { Catalogue } from '../engine/catalogue.js';
import { applyEdits } from '../engine/edited-text.js';
import { LintRun } from '../engine/lint-run.js';
import { settle } from '../engine/settings.js';
import { DIALECTS } from '../dialects/index.js';
import type { Finding } from '../model/finding.js';
import type { Dialect } from '../model/dialect.js';
import type { Example, Rule } from '../model/rule.js';
import { readImageSchema } from '../schema/site-schema.js';
import { docsOf, TOOL } from '../tool.js';
import { readerFor } from '../text/index.js';

/** A rule does not do what its examples say. */
export class RuleTestError extends Error {
  override readonly name = 'RuleTestError';
}

export interface RuleCases {
  readonly bad: readonly Example[];
  readonly good: readonly Example[];
}

/** Runs rules over examples, one rule at a time and nothing else switched on. */
export class RuleTester {
  readonly #dialects: readonly Dialect[];

  constructor({ dialects = [] }: { readonly dialects?: readonly Dialect[] } = {}) {
    this.#dialects = [...dialects, ...DIALECTS];
  }

  /**
   * Each bad example must be found, as often as it says; no good one may be.
   *
   * A fix that a finding suggests must change something, leave a manifest that can be read, and do away with the finding.
   *
   * @throws RuleTestError for the first example that fails, and for cases that prove nothing: none at all, or the same twice.
   */
  async run(rule: Rule, cases: RuleCases = rule.examples): Promise<void> {
    if (cases.bad.length === 0 || cases.good.length === 0) throw new RuleTestError(`${rule.id}: give bad and good examples`);
    const seen = new Set<string>();
    for (const example of [...cases.bad, ...cases.good]) {
      const key = JSON.stringify(example);
      if (seen.has(key)) throw new RuleTestError(`${rule.id}: the same example stands twice:\n${example.manifest}`);
      seen.add(key);
    }
    for (const example of cases.bad) {
      const findings = await this.findings(rule, example);
      const expected = example.count ?? 1;
      if (findings.length !== expected) throw this.#failure(rule, example, findings, `expected ${expected} finding(s), got ${findings.length}`);
      for (const finding of findings) await this.#holdFix(rule, example, findings, finding);
    }
    for (const example of cases.good) {
      const findings = await this.findings(rule, example);
      if (findings.length > 0) throw this.#failure(rule, example, findings, 'expected no finding');
    }
  }

  /** What a rule finds in an example. */
  async findings(rule: Rule, example: Example): Promise<readonly Finding[]> {
    const catalogue = new Catalogue([rule, ...RULES.filter(({ id }) => id !== rule.id)], this.#dialects);
    const { cloudSchema } = example;
    const site = cloudSchema === undefined ? {} : await readImageSchema({ properties: { disk_format: {}, ...cloudSchema } });
    const settings = settle([{
      extends: [],
      rules: { [rule.id]: [rule.severity, example.options ?? {}] },
      cloud: { ...site, ...example.cloud },
      ...(example.intent === undefined ? {} : { intent: example.intent }),
    }], catalogue);
    const reader = await readerFor('yaml');
    const manifest = { file: 'example.yaml', text: example.manifest, invalidAt: -1, reader };
    const run = new LintRun({ tool: TOOL, docsOf, withLineHashes: false, reread: () => manifest });
    run.lint(manifest, { ...settings, isNamed: true });
    const report = run.finish();
    const failure = report.failures[0];
    if (failure !== undefined) throw this.#failure(rule, example, [], failure.message);
    return report.findings;
  }

  async #holdFix(rule: Rule, example: Example, findings: readonly Finding[], { fix, message }: Finding): Promise<void> {
    if (fix === null) return;
    const fixed = applyEdits(example.manifest, fix.edits);
    if (fixed === example.manifest) throw this.#failure(rule, example, findings, `the fix "${fix.description}" changes nothing`);
    const reader = await readerFor('yaml');
    const [problem] = reader.read(fixed).problems;
    if (problem !== undefined) throw this.#failure(rule, { ...example, manifest: fixed }, [], `the fix "${fix.description}" breaks the manifest (${problem.reason})`);
    const left = await this.findings(rule, { ...example, manifest: fixed });
    const same = (list: readonly Finding[]): number => list.filter((finding) => finding.message === message).length;
    if (same(left) >= same(findings)) throw this.#failure(rule, { ...example, manifest: fixed }, left, `the fix "${fix.description}" does not do away with its finding`);
  }

  #failure(rule: Rule, example: Example, findings: readonly Finding[], problem: string): RuleTestError {
    const found = findings.map(({ range, message }) => `  ${range.start.line}:${range.start.column} ${message}`);
    return new RuleTestError([`${rule.id}: ${problem} in`, example.manifest, ...found].join('\n'));
  }
}
