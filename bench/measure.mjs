// Runs programs and measures them from outside: wall and cpu time by bash, peak memory by GNU time. Linux.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Node 20 reads such a file at every start, which costs more than all that is measured here. */
const { NODE_EXTRA_CA_CERTS: _certificates, NODE_OPTIONS: _options, ...ENV } = process.env;
const TIMED = 'from=$EPOCHREALTIME; "$@" >/dev/null 2>&1; code=$?; to=$EPOCHREALTIME; echo $from $to $code; times';
const GNU_TIME = '/usr/bin/time';

/** One run: seconds, seconds of all processors, exit code. */
export function timed(command, { env = {}, cwd } = {}) {
  const { stdout } = spawnSync('bash', ['-c', TIMED, 'bash', ...command], { env: { ...ENV, LC_ALL: 'C', ...env }, cwd, encoding: 'utf8' });
  const [from, to, code, , , user, system] = stdout.trim().split(/\s+/);
  return { wall: Number(to) - Number(from), cpu: seconds(user) + seconds(system), code: Number(code) };
}

/** What a program says, and how it ends. */
export function said(command, { env = {}, cwd } = {}) {
  const { stdout, stderr, status } = spawnSync(command[0], command.slice(1), { env: { ...ENV, ...env }, cwd, encoding: 'utf8', maxBuffer: 2 ** 30 });
  return { stdout, stderr, code: status };
}

/** Peak memory of the largest process, MiB; undefined without GNU time. */
export function peak(command, { env = {}, cwd } = {}) {
  if (!existsSync(GNU_TIME)) return undefined;
  const { stderr } = spawnSync(GNU_TIME, ['-f', '%M', 'sh', '-c', 'exec "$@" >/dev/null 2>&1', 'sh', ...command], { env: { ...ENV, ...env }, cwd, encoding: 'utf8' });
  return Number(stderr.trim().split('\n').at(-1)) / 1024;
}

/** `0m1.234s` */
function seconds(text) {
  const [minutes, rest] = text.slice(0, -1).split('m');
  return 60 * Number(minutes) + Number(rest);
}

/** Runs two programs in turn, and who goes first in turn as well: what disturbs one disturbs the other. */
export function pairs(count, one, other, { isWarm = false } = {}) {
  const runs = [];
  if (!isWarm) for (const { command, ...options } of [one, other]) timed(command, options);
  for (let index = 0; index < count; index++) {
    const [first, second] = index % 2 === 0 ? [one, other] : [other, one];
    const results = [timed(first.command, first), timed(second.command, second)];
    if (first === other) results.reverse();
    runs.push(results);
  }
  const column = (side, what) => runs.map((run) => run[side][what]);
  const ratio = (what) => runs.map(([left, right]) => left[what] / right[what]);
  return {
    count,
    one: { wall: spread(column(0, 'wall')), cpu: spread(column(0, 'cpu')) },
    other: { wall: spread(column(1, 'wall')), cpu: spread(column(1, 'cpu')) },
    wall: spread(ratio('wall')),
    cpu: spread(ratio('cpu')),
  };
}

export function spread(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  return { median, min: sorted[0], max: sorted.at(-1) };
}
