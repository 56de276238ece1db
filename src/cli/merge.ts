import type { Log, Result } from 'sarif';
import { UsageError } from '../project/errors.js';
import { mergeParts, readJsonFile, type JsonFile } from '../project/merge-reports.js';
import { isSarif, mergeSarif } from '../project/merge-sarif.js';
import { jsonText, LongList } from '../reporters/json-text.js';
import { EXIT } from './exit.js';
import { writeAll } from './io.js';
import { asModule, outputsOf } from './lint-options.js';
import type { Arguments } from './options.js';
import { isFailing, tellReport, writeReport, type FailOn } from './tell-report.js';

/** Makes one report of several. Returns the exit code, as if one run had made it. */
export async function merge({ operands, options }: Arguments): Promise<number> {
  const cwd = process.cwd();
  const files = operands.map((name) => readJsonFile(name, cwd));
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
  const log = mergeSarif(files);
  for (const output of outputs) writeReport(output, jsonText(inPieces(log)));
  if (log.runs.some(({ invocations = [] }) => invocations.some(({ executionSuccessful }) => !executionSuccessful))) return EXIT.failed;
  const failOn = (options['fail-on'] as FailOn | undefined) ?? 'error';
  return isFailing({ errors: count(log, 'error'), warnings: count(log, 'warning'), infos: count(log, 'note') }, failOn, options['max-warnings']) ? EXIT.findings : EXIT.clean;
}

/** The results may be many. */
function inPieces({ runs, ...log }: Log): object {
  return { ...log, runs: runs.map((run) => (run.results === undefined ? run : { ...run, results: new LongList(run.results) })) };
}

function count({ runs }: Log, level: Result['level']): number {
  return runs.flatMap(({ results = [] }) => results).filter((result) => result.level === level && (result.suppressions ?? []).length === 0).length;
}
