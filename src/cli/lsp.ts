import { serve } from '../lsp/server.js';
import { readStdin, writeAll } from './io.js';
import { lintOptionsOf } from './lint-options.js';
import type { Arguments } from './options.js';

/** Serves an editor. The process ends when the editor says so. */
export function lsp(args: Arguments): Promise<never> {
  if (process.stdin.isTTY) writeAll(2, 'glance-lint: waiting for an editor, which starts this command by itself. End with Ctrl-C.\n');
  const options = lintOptionsOf(args, [], readStdin);
  // What a stranger's repository names as a plugin is not run, and that is no reason to be silent about its images.
  return serve({ ...options, configPlugins: options.configPlugins === 'load' ? 'load' : 'skip' });
}
