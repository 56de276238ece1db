import { printable, printablePath } from './printable.js';
import type { Reporter } from './reporter.js';

/** One line for each finding, as compilers write them: for grep and editors. Empty when nothing was found. */
export const compactReporter: Reporter = {
  name: 'compact',
  *render({ findings }) {
    for (const { file, range: { start }, severity, message, rule } of findings) {
      yield `${printablePath(file)}:${start.line}:${start.column}: ${severity}: ${printable(message)} [${printable(rule)}]\n`;
    }
  },
};
