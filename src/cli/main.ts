import { lintProject } from '../project/lint-files.js';
import { printable } from '../reporters/printable.js';
import { TOOL } from '../tool.js';
import { EXIT } from './exit.js';
import { readStdin, writeAll } from './io.js';
import { fixingOf, lintOptionsOf, outputsOf } from './lint-options.js';
import { COMMANDS, type Arguments } from './options.js';
import { ProgressLine } from './progress.js';
import { quickArguments } from './quick-arguments.js';
import { tellReport } from './tell-report.js';
import { terminalOn } from './terminal.js';

export interface Outcome {
  /** The exit code. */
  readonly code: number;
  /** Was something linted, rather than a question about the linter answered? */
  readonly hasLinted: boolean;
  /** Is everything written? Plugins may still be at it in their own way. */
  readonly isDone: boolean;
}

/** Does what the command line says. Never throws, never exits. */
export async function main(argv: readonly string[]): Promise<Outcome> {
  try {
    const args = quickArguments(argv, COMMANDS) ?? await (await import('./usage.js')).readArguments(argv, TOOL.version);
    if ('print' in args) {
      writeAll(1, `${args.print}\n`);
      return { code: EXIT.clean, hasLinted: false, isDone: true };
    }
    if (args.command !== 'lint') return { code: await run(args.command, args), hasLinted: false, isDone: false };
    const code = await lint(args);
    const { plugin, 'allow-plugins': allowed, 'print-config': printed } = args.options;
    return { code, hasLinted: code !== EXIT.failed && printed !== true, isDone: plugin === undefined && allowed !== true };
  } catch (error) {
    writeAll(2, `glance-lint: ${describe(error)}\n`);
    return { code: EXIT.failed, hasLinted: false, isDone: false };
  }
}

async function lint(args: Arguments): Promise<number> {
  const { options } = args;
  const outputs = outputsOf(options.format);
  const fix = fixingOf(args);
  const lintOptions = lintOptionsOf(args, outputs, readStdin);
  if (options['print-config'] === true) {
    const { printConfig } = await import('./print-config.js');
    writeAll(1, await printConfig(args.operands, lintOptions));
    return EXIT.clean;
  }
  const progress = new ProgressLine(() => terminalOn(2), process.env);
  const onProgress = (done: number, total: number): void => progress.show(done, total);
  const timing = options.timing === true ? new (await import('../project/timing.js')).Timing(() => performance.now()) : undefined;
  const linted = await lintProject(args.operands, { ...lintOptions, ...(fix && { fix }), ...(timing && { timing }), onProgress }).finally(() => progress.clear());
  for (const notice of linted.notices) writeAll(2, `glance-lint: ${printable(notice)}\n`);
  if (options.shard !== undefined && !outputs.some(({ name }) => name === 'json')) {
    writeAll(2, 'glance-lint: Images of different parts are compared by glance-lint merge, which needs -f json=FILE of each part.\n');
  }
  const code = fix === undefined ? await tellReport(linted.report, linted.failOn, outputs, options)
    : await (await import('./tell-fixes.js')).tellFixes(linted, fix, outputs, options, lintOptions.stdin?.bytes);
  if (timing !== undefined) {
    timing.lap('report');
    writeAll(2, `${timing.table()}\n`);
  }
  return code;
}

/** Commands other than lint are loaded only when they are asked for. */
async function run(command: Exclude<Arguments['command'], 'lint'>, args: Arguments): Promise<number> {
  const [operand] = args.operands;
  const width = Math.min(terminalOn(1)?.columns || 80, 100);
  switch (command) {
    case 'baseline': return (await import('./baseline.js')).baseline(args);
    case 'completion': writeAll(1, (await import('./completion.js')).renderCompletion(operand ?? '')); break;
    case 'init': return (await import('./init.js')).init(args);
    case 'lsp': return (await import('./lsp.js')).lsp(args);
    case 'merge': return (await import('./merge.js')).merge(args);
    case 'rules': writeAll(1, (await import('./explain.js')).renderRules(width)); break;
    case 'explain': writeAll(1, (await import('./explain.js')).renderExplanation(operand ?? '', width)); break;
    case 'properties': writeAll(1, (await import('./properties.js')).renderProperties(operand, { width })); break;
  }
  return EXIT.clean;
}

/** Errors that speak for themselves, by name: parts of the command that are loaded later have classes of their own. */
const EXPECTED = new Set(['UsageError', 'ConfigError', 'NoFilesError', 'SettingsError', 'OptionsError', 'PluginError', 'UnknownFormatError']);

/** Of unexpected errors we say that they are ours, without a stack trace. */
function describe(error: unknown): string {
  const words = printable(error instanceof Error ? error.message : String(error));
  if (error instanceof Error && EXPECTED.has(error.name)) return words;
  const stack = process.env['GLANCE_LINT_DEBUG'] === undefined ? '' : `\n${error instanceof Error ? error.stack : ''}`;
  return `internal error: ${words}\nThis is a defect of glance-lint. Please report it, with GLANCE_LINT_DEBUG=1 set.${stack}`;
}
