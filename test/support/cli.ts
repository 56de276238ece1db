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

export const BIN = path.resolve('dist/bin.js');

/** Runs the built command as a user does. */
export function cli(args: readonly string[], { cwd, input, env }: RunOptions = {}): Ran {
  const { NODE_OPTIONS: _options, FORCE_COLOR: _color, ...clean } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    cwd, input: input ?? '', env: { ...clean, ...env }, encoding: 'utf8', maxBuffer: 1 << 28, timeout: 60_000,
  });
  return { code: status, stdout, stderr };
}
