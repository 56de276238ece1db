import type { Finding } from '../model/finding.js';
import { cleanImage } from './clean-image.js';
import type { Dialect } from '../model/dialect.js';
import { linesOf, type LocateOptions, type Source } from './locate-findings.js';
import { readManifest, type LintSettings, type Manifest } from './manifest.js';
import type { RawFinding, RuleError } from './raw-finding.js';
import { invalidEncoding, problemFinding, unrecognisedManifest } from './reader-findings.js';
import type { SetRules } from './set-rules.js';
import type { SureRecords } from './sure-records.js';

export type { LintSettings, Manifest } from './manifest.js';

export interface LintedText {
  readonly source: Source;
  readonly findings: readonly RawFinding[];
  /** What was found before there was an image; already located. */
  readonly readerFindings: readonly Finding[];
  readonly images: number;
  /** That of the last image. */
  readonly dialect: Dialect | undefined;
  /** How often the text is not as its format wants it. */
  readonly problems: number;
  readonly isManifest: boolean;
}

/** Jinja, Helm and Go templates, and what Terraform's templates look like. */
const TEMPLATE = /\{\{|\{%|%\{/;

/** What is known of records like those of a manifest; undefined when that tells nothing for sure. */
export function sureRecordsFor({ reader, invalidAt }: Pick<Manifest, 'reader' | 'invalidAt'>, { rules, isByText }: LintSettings): SureRecords | undefined {
  return isByText && invalidAt < 0 ? rules.sureRecords(reader.format) : undefined;
}

/** Lints one text. Pure: no files, no process, no console. */
export function lintText(
  manifest: Manifest,
  settings: LintSettings,
  setRules: SetRules,
  located: Pick<LocateOptions, 'docsOf' | 'withLineHashes'>,
  onError: (error: RuleError) => void,
): LintedText {
  const read = readManifest(manifest, settings);
  const { documents, problems } = read ?? { documents: [], problems: [] };
  const source: Source = { ...manifest, documents };
  const findings: RawFinding[] = [];
  let images = 0;
  let last: Dialect | undefined;
  const sure = problems.length === 0 ? sureRecordsFor(manifest, settings) : undefined;
  for (const one of read?.images() ?? []) {
    const { subject, dialect, ambiguities } = one;
    images++;
    last = dialect;
    const { image, violations, isWhole } = cleanImage(subject.raw, dialect);
    const told = ambiguities.length === 0 ? violations : [...violations, ...ambiguities];
    const runner = settings.rules.runnerFor(dialect, subject.identity.intent);
    const found = runner.run(subject, image, told, onError);
    for (const finding of found) findings.push(finding);
    if (image !== undefined && isWhole && told.length + found.length === 0) sure?.learn(manifest, one, image, runner, settings.rules.setRulesFor(image));
    if (image !== undefined) setRules.gather(image, subject, dialect, settings, onError);
  }
  setRules.locate(source);
  // What is broken cannot be recognised. Templates are broken by nature, and their own program mends them.
  const isBroken = problems.some(({ kind }) => kind === 'syntax');
  const isTemplate = isBroken && TEMPLATE.test(manifest.text);
  const isManifest = images > 0 || (isBroken && !isTemplate);
  const readerFindings: Finding[] = [];
  const context = { source, lines: linesOf(manifest), rules: settings.rules, ...located };
  if (isManifest) {
    for (const problem of problems) readerFindings.push(...problemFinding(problem, context));
    if (manifest.invalidAt >= 0) readerFindings.push(...invalidEncoding(manifest.invalidAt, context));
  } else if (settings.isNamed && manifest.part === undefined) {
    readerFindings.push(...unrecognisedManifest(isTemplate ? 'template' : documents.length === 0 ? 'empty' : 'unrecognised', context));
  }
  return { source, findings, readerFindings, images, dialect: last, problems: problems.length, isManifest };
}
