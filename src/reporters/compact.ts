import { printable, printablePath } from './printable.js';
import type { Reporter } from './reporter.js';

/** One line for each finding, as compilers write them: for grep and editors. Empty when nothing was found. */
export const compactReporter: Reporter = {
  name: 'compact',
  render({ findings }) {
    return findings
      .map(({ file, range: { start }, severity, message, rule }) =>
        `${printablePath(file)}:${start.line}:${start.column}: ${severity}: ${printable(message)} [${printable(rule)}]\n`)
      .join('');
  },
};
