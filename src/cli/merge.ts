import { existsSync, realpathSync } from 'node:fs';
import type { Result } from 'sarif';
import { UsageError } from '../project/errors.js';
import { JsonFile } from '../project/json-file.js';
import { mergeParts } from '../project/merge-reports.js';
import { isSarif, mergeSarif } from '../project/merge-sarif.js';
import { WriteError, writeWhole } from '../project/replace-file.js';
import { jsonText } from '../reporters/json-text.js';
import { EXIT } from './exit.js';
import { writeAll } from './io.js';
import { asModule, outputsOf } from './lint-options.js';
import type { Arguments } from './options.js';
import { isFailing, tellReport, writeReport, type FailOn } from './tell-report.js';

/** Makes one report of several. Returns the exit code, as if one run had made it. */
export async function merge({ operands, options }: Arguments): Promise<number> {
  const cwd = process.cwd();
  const files = operands.map((name) => JsonFile.open(name, cwd));
  const [sarif] = files.filter(isSarif);
  const other = files.find((file) => !isSarif(file));
  if (sarif !== undefined && other !== undefined) throw new UsageError(`${sarif.file} is SARIF, and ${other.file} is not. Merge reports of one format.`);
  if (sarif !== undefined) return mergeLogs(files, options);
  const outputs = outputsOf(options.format);
  const { report, failOn, notices } = await mergeParts(files, {
    cwd,
    configPlugins: options['allow-plugins'] === true ? 'load' : 'skip',
    plugins: ((options.plugin ?? []) as readonly string[]).map(asModule),
    allowEmpty: options['allow-empty'] === true,
    ...(options.baseline === undefined ? {} : { baseline: options.baseline as string | false }),
    ...(options.config === undefined ? {} : { config: options.config as string | false }),
    lineHashes: outputs.some(({ name }) => name === 'sarif'),
  });
  for (const notice of notices) writeAll(2, `glance-lint: ${notice}\n`);
  return tellReport(report, failOn, outputs, options);
}

function mergeLogs(files: readonly JsonFile[], options: Arguments['options']): number {
  const outputs = outputsOf(options.format ?? ['sarif']);
  const other = outputs.find(({ name }) => name !== 'sarif');
  if (other !== undefined) throw new UsageError(`SARIF reports make a SARIF report, and no ${other.name}. Merge JSON reports (-f json=FILE) for other formats.`);
  const { log, counts, isSuccessful } = mergeSarif(files);
  for (const output of outputs) {
    // Results are read while they are written: a report that takes the place of one of its parts is written beside it.
    if (output.file !== undefined && files.some(({ path }) => isSameFile(path, output.file))) writeInPlace(output.file, jsonText(log));
    else writeReport(output, jsonText(log));
  }
  if (!isSuccessful) return EXIT.failed;
  const count = (level: Result['level'] & string): number => counts.get(level) ?? 0;
  const failOn = (options['fail-on'] as FailOn | undefined) ?? 'error';
  return isFailing({ errors: count('error'), warnings: count('warning'), infos: count('note') }, failOn, options['max-warnings']) ? EXIT.findings : EXIT.clean;
}

function isSameFile(one: string, other = ''): boolean {
  return existsSync(other) && realpathSync(one) === realpathSync(other);
}

function writeInPlace(file: string, pieces: Iterable<string>): void {
  try {
    writeWhole(file, pieces);
  } catch (error) {
    if (error instanceof WriteError) throw new UsageError(`The sarif report cannot be written to ${file}: ${error.message}.`);
    throw error;
  }
}
