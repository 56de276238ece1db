import type { ErrorObject, ValidateFunction } from 'ajv';
import type { ShardToMerge } from '../engine/merge-shards.js';
import { hashOf, KeyTable, NOBODY, seedOf } from '../engine/key-table.js';
import type { Finding } from '../model/finding.js';
import type { ComparedImage, Report } from '../model/report.js';
import { UsageError } from './errors.js';
import type { JsonFile } from './json-file.js';

/** A finding as it comes out of JSON. */
export type JsonFinding = Omit<Finding, 'excerpt' | 'imagePointer'>;

/** A JSON report. Its findings, and the images that are to be compared, are left out: there may be a million of them. */
export interface ReportPart {
  readonly json: JsonFile;
  readonly report: Omit<Report, 'findings' | 'rules' | 'suppressed'>;
}

/** How many items of a list are validated at once. */
const MOST_AT_ONCE = 1000;

/**
 * Reads a report, and hands over what it has many of.
 *
 * @throws UsageError for what is no report
 */
export async function readPart(json: JsonFile, onFinding: (finding: JsonFinding) => void, onImage: (rule: string, image: ComparedImage) => void): Promise<ReportPart> {
  const { validate } = await import('../schema/generated/report.js');
  holdToSchema(json, json.value, validate, 0);
  const part: ReportPart = { json, report: json.value as ReportPart['report'] };
  let waiting: unknown[] = [];
  let path: readonly string[] = [];
  let before = 0;
  const flush = (): void => {
    if (waiting.length > 0) holdToSchema(json, withList(json.value, path, waiting), validate, before);
    before += waiting.length;
    for (const item of waiting) {
      if (path[0] === 'findings') onFinding(item as JsonFinding);
      else onImage(ruleAt(part, path), item as ComparedImage);
    }
    waiting = [];
  };
  json.each((item) => {
    if (item.path.join() !== path.join()) {
      flush();
      [path, before] = [item.path, 0];
    }
    waiting.push(item.value());
    if (waiting.length === MOST_AT_ONCE) flush();
  });
  flush();
  return part;
}

/** The rule that images at a path are compared by. */
function ruleAt({ report }: ReportPart, [, , index]: readonly string[]): string {
  return report.shard?.comparisons[Number(index)]?.rule ?? '';
}

/** A value with a list in it, where there was none or another one. */
function withList(value: unknown, [step, ...steps]: readonly string[], items: readonly unknown[]): unknown {
  if (step === undefined) return items;
  const copy = (Array.isArray(value) ? [...(value as readonly unknown[])] : { ...(value as object) }) as Record<string, unknown>;
  copy[step] = withList(copy[step], steps, items);
  return copy;
}

/** `before`: how many items of a list are left out before the first one that is there. */
function holdToSchema({ file }: JsonFile, value: unknown, validate: ValidateFunction, before: number): void {
  if (!(validate(value) as boolean)) throw new UsageError(`${file} is not a JSON report of glance-lint: ${complaint(validate.errors ?? [], before)}.`);
}

function complaint([error]: readonly ErrorObject[], before: number): string {
  const place = (error?.instancePath ?? '').replace(/(?<=\/(?:findings|images)\/)\d+/, (index) => String(Number(index) + before));
  return `${place === '' ? 'it' : place} ${error?.message}`;
}

/** Whose the keys are does not matter here. */
const SOMEBODY = 0;

/** Tells which images share a key with another one. Keeps only hashes of keys, so that the images need not be kept. */
export class SharedKeys {
  readonly #seen = new KeyTable();
  readonly #shared = new Set<number>();
  readonly #seeds = new Map<string, number>();

  add(rule: string, { keys }: ComparedImage): void {
    for (const key of keys) {
      const hash = this.#hashOf(rule, key);
      if (this.#seen.add(hash, SOMEBODY) !== NOBODY) this.#shared.add(hash);
    }
  }

  /** Is there no key that two images share? */
  get areNone(): boolean {
    return this.#shared.size === 0;
  }

  /** Sure only when the answer is no. To be asked when all images were added. */
  mayShare(rule: string, { keys }: ComparedImage): boolean {
    return keys.some((key) => this.#shared.has(this.#hashOf(rule, key)));
  }

  #hashOf(rule: string, key: string): number {
    let seed = this.#seeds.get(rule);
    if (seed === undefined) this.#seeds.set(rule, (seed = seedOf(rule)));
    return hashOf(key, seed);
  }
}

/** What of the shard that a report is of takes part in the merge; undefined when it is of none. Reads the report once more. */
export function shardToMerge(part: ReportPart, keys: SharedKeys): ShardToMerge | undefined {
  const { json, report: { shard } } = part;
  if (shard === undefined) return undefined;
  const comparisons = shard.comparisons.map((comparison) => ({ ...comparison, images: [] as ComparedImage[], count: 0 }));
  json.each(({ path, value }) => {
    const comparison = path[0] === 'shard' ? comparisons[Number(path[2])] : undefined;
    if (comparison === undefined) return;
    comparison.count++;
    if (keys.areNone) return;
    const image = value() as ComparedImage;
    if (keys.mayShare(comparison.rule, image)) comparison.images.push(image);
  });
  return { ...shard, comparisons };
}
