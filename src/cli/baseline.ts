import { UsageError } from '../project/errors.js';
import { updateBaseline } from '../project/update-baseline.js';
import { nearest } from '../words/nearest.js';
import { EXIT } from './exit.js';
import { readStdin, writeAll } from './io.js';
import { lintOptionsOf } from './lint-options.js';
import { COMMAND_SPECS, type Arguments } from './options.js';
import { tellFailures } from './tell-report.js';

const ACTIONS = ['update', 'prune'] as const;

/** Writes the file of known findings, or takes out of it what is known no more. Returns the exit code. */
export async function baseline(args: Arguments): Promise<number> {
  const [action = '', ...paths] = args.operands;
  if (action !== 'update' && action !== 'prune') {
    const guess = nearest(action, ACTIONS);
    throw new UsageError(`"baseline" cannot "${action}". ${guess === undefined ? COMMAND_SPECS.baseline.missing : `Did you mean "${guess}"?`}`);
  }
  const { report, file, entries, added, removed } = await updateBaseline(action, paths, lintOptionsOf({ ...args, operands: paths }, [], readStdin));
  tellFailures(report);
  const changes = [...(added === 0 ? [] : [`${added} new`]), ...(removed === 0 ? [] : [`${removed} gone`])];
  writeAll(2, `glance-lint: ${file} has ${entries} ${entries === 1 ? 'entry' : 'entries'}${changes.length === 0 ? '' : `: ${changes.join(', ')}`}.\n`);
  return report.failures.length > 0 ? EXIT.failed : EXIT.clean;
}
