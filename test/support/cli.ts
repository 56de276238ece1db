import { spawnSync } from 'node:child_process';
import path from 'node:path';

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

export const BIN = path.resolve('dist/command/bin.cjs');

/** Runs of tests keep compiled code beside other things that tests leave, and not in the home of who runs them. */
export const CACHE = path.resolve('.test-build/cache');

/** Runs the built command as a user does. */
export function cli(args: readonly string[], options: RunOptions = {}): Ran {
  return node([BIN, ...args], options);
}

/** Runs a program without what the test run put into the environment. */
export function node(args: readonly string[], { cwd, input, env }: RunOptions = {}): Ran {
  const { NODE_OPTIONS: _options, FORCE_COLOR: _color, GITHUB_ACTIONS: _actions, ...clean } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [...args], {
    cwd, input: input ?? '', env: { ...clean, XDG_CACHE_HOME: CACHE, ...env }, encoding: 'utf8', maxBuffer: 1 << 28, timeout: 60_000,
  });
  return { code: status, stdout, stderr };
}
