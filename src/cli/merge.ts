import { mergeReports } from '../project/merge-reports.js';
import { writeAll } from './io.js';
import { asModule, outputsOf } from './lint-options.js';
import type { Arguments } from './options.js';
import { tellReport } from './tell-report.js';

/** Makes one report of several. Returns the exit code, as if one run had made it. */
export async function merge({ operands, options }: Arguments): Promise<number> {
  const outputs = outputsOf(options.format);
  const { report, failOn, notices } = await mergeReports(operands, {
    plugins: ((options.plugin ?? []) as readonly string[]).map(asModule),
    allowEmpty: options['allow-empty'] === true,
    lineHashes: outputs.some(({ name }) => name === 'sarif'),
  });
  for (const notice of notices) writeAll(2, `glance-lint: ${notice}\n`);
  return tellReport(report, failOn, outputs, options);
}
