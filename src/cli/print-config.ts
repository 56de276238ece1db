import path from 'node:path';
import { shownPath } from '../project/discover.js';
import type { LintFilesOptions } from '../project/lint-files.js';
import { configsFor } from '../project/lint-files.js';
import { UsageError } from '../project/errors.js';

/** The settings that hold for a file (or the working folder), as JSON. */
export async function printConfig(operands: readonly string[], options: LintFilesOptions): Promise<string> {
  const [file = '.', ...others] = operands;
  if (others.length > 0) throw new UsageError('--print-config shows the settings for one file. Name only one.');
  const cwd = process.cwd();
  const configs = await configsFor(options, cwd);
  const settings = await configs.settingsFor(path.resolve(cwd, file === '.' ? 'manifest.yaml' : file));
  if (settings === undefined) return `${JSON.stringify({ ignored: true }, null, 2)}\n`;
  const { rules, dialect, intent } = settings;
  const levels = [...rules.active.values()].sort((a, b) => (a.rule.id < b.rule.id ? -1 : 1)).map(({ rule, severity, options: given }) =>
    [rule.id, Object.keys(given).length === 0 ? severity : [severity, given]]);
  const { checkSite, ...cloud } = rules.cloud;
  const baseline = await configs.baseline();
  const shown = {
    rules: Object.fromEntries(levels) as unknown,
    cloud: { ...cloud, ...(checkSite === null ? {} : { imageSchema: 'in use' }) },
    ...(dialect === undefined ? {} : { dialect: dialect.name }),
    ...(intent === undefined ? {} : { intent }),
    failOn: (await configs.own()).failOn ?? 'error',
    ...(baseline === undefined ? {} : { baseline: shownPath(baseline, cwd) }),
  };
  return `${JSON.stringify(shown, null, 2)}\n`;
}
