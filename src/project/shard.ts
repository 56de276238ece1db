import { hashOf } from '../engine/key-table.js';
import { UsageError } from './errors.js';

/** One part of a run that several machines share. */
export interface ShardOption {
  /** From 1. */
  readonly index: number;
  readonly count: number;
}

/** @throws UsageError when it is not like `2/3` */
export function parseShard(text: string): ShardOption {
  const [, index, count] = (/^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []).map(Number);
  if (index === undefined || count === undefined || index < 1 || index > count) {
    throw new UsageError(`--shard takes the number of the part and how many there are, such as 1/3, not "${text}".`);
  }
  return { index, count };
}

/** Says whether a file is in a part. Only its path counts: other files may come and go. */
export function isInShard(shown: string, { index, count }: ShardOption): boolean {
  return hashOf(shown, 0) % count === index - 1;
}
