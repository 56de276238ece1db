/*
 * The public API. Everything that the command line does is reachable from here; nothing here loads the command
 * line's own dependencies.
 */
import type { TextFixes } from './engine/fix-text.js';
import { Linter, type FixTextOptions, type ImageFinding, type LinterOptions, type LintTextOptions } from './linter.js';
import type { Config } from './model/config.js';
import type { Report } from './model/report.js';

export interface LintOptions extends LinterOptions {
  readonly config?: Config;
}

/** Makes a linter: settles a configuration once, for use on many texts. */
export function createLinter(config: Config = {}, options: LinterOptions = {}): Promise<Linter> {
  return Linter.create(config, options);
}

/**
 * Lints one manifest given as text. Never throws for text of any kind.
 *
 * @throws SettingsError, PluginError or OptionsError when the configuration cannot be used.
 */
export async function lintText(text: string, { config, plugins, ...options }: LintOptions & LintTextOptions = {}): Promise<Report> {
  return (await Linter.create(config, plugins === undefined ? {} : { plugins })).lintText(text, options);
}

/**
 * Makes the fixes of one manifest given as text: `text` is what it becomes, `edits` lead there.
 *
 * @throws SettingsError, PluginError or OptionsError when the configuration cannot be used.
 */
export async function fixText(text: string, { config, plugins, ...options }: LintOptions & FixTextOptions = {}): Promise<TextFixes> {
  return (await Linter.create(config, plugins === undefined ? {} : { plugins })).fixText(text, options);
}

/**
 * Lints an image given as a plain object; findings point into it by JSON pointer.
 *
 * @throws NotJsonError for what JSON cannot hold; errors of the configuration as `lintText`.
 */
export async function lintImage(image: unknown, { config, plugins }: LintOptions = {}): Promise<readonly ImageFinding[]> {
  return (await Linter.create(config, plugins === undefined ? {} : { plugins })).lintImage(image);
}

export { Linter, NotJsonError, type FixTextOptions, type ImageFinding, type LinterOptions, type LintTextOptions } from './linter.js';
export type { FixLevel } from './engine/fix-manifest.js';
export type { DroppedFix, TextFixes } from './engine/fix-text.js';
export { PluginError } from './engine/catalogue.js';
export { SettingsError } from './engine/settings.js';
export { ConfigError, NoFilesError, UsageError } from './project/errors.js';
export { fixFiles, type FixedFiles, type FixFilesOptions } from './project/fix-files.js';
export type { FixedFile } from './project/fixer.js';
export { lintFiles, type LintFilesOptions } from './project/lint-files.js';
export { loadConfig } from './project/load-config.js';
export { updateBaseline, type UpdatedBaseline } from './project/update-baseline.js';
export { mergeReports, type MergedReport, type MergeReportsOptions } from './project/merge-reports.js';
export { format, formatInPieces, UnknownFormatError, type FormatName, type ReporterOptions } from './reporters/index.js';
export { OptionsError } from './schema/options.js';
export { RuleTester, RuleTestError, type RuleCases } from './tester/rule-tester.js';
export { nearest } from './words/nearest.js';
export { bytes } from './words/units.js';
export { oneOf, show } from './words/show.js';

export { defineConfig, definePlugin, type CloudConfig, type Config, type Plugin, type RuleSetting } from './model/config.js';
export type { Cloud } from './model/cloud.js';
export { defineDialect, type Dialect, type RawImage, type RecogniseHints, type Stray } from './model/dialect.js';
export type { Spelling, Word, Words } from './model/spelling.js';
export type { Consequence, Edit, Finding, Fix, ImageIdentity, Position, Range, RelatedPlace, Severity, Suppression } from './model/finding.js';
export { UNKNOWN, type Image, type Intent, type Path } from './model/image.js';
export type { Failure, Report, Summary } from './model/report.js';
export {
  defineReaderRule, defineRule, defineSetRule, defineViolationRule,
  type Example, type ImageRule, type Rule, type RuleContext, type RuleMeta, type RuleReport, type SetRule, type ViolationRule,
} from './model/rule.js';
export type { TextFormat } from './text/document.js';
