import type { Image } from '../model/image.js';
import type { DialectTraits, Extract, Member, SetContext, SetReport, SetRule } from '../model/rule.js';
import { cleanImage } from './clean-image.js';
import { hashOf, KeyTable, NOBODY, seedOf } from './key-table.js';
import type { Source } from './locate-findings.js';
import { readManifest, type LintSettings, type Manifest } from './manifest.js';
import { RuleError, type RawFinding, type Subject } from './raw-finding.js';
import { toRawFinding } from './report-finding.js';
import { asRuleError } from './rule-runner.js';
import type { Active } from './rule-set.js';
import type { ShardImages } from './shard-images.js';

/** An image, and a rule that it gives something to compare. */
interface Comparable {
  readonly active: Active<SetRule>;
  readonly settings: LintSettings;
  readonly image: Image;
  readonly subject: Subject;
  readonly dialect: DialectTraits;
  readonly keys: readonly string[];
  /** Of the hashes of its keys. */
  readonly seed: number;
}

/** The images that a rule compares at the end of a run. */
interface Comparison {
  /** As the first file has it that shares something. */
  readonly active: Active<SetRule>;
  readonly settings: LintSettings;
  /** Those that may share keys. */
  readonly candidates: { readonly member: Member<never>; readonly keys: readonly string[] }[];
}

/** What images that are alike have in common. */
interface Alike {
  /** Those that they may give something to compare. */
  readonly setRules: readonly Active<SetRule>[];
  readonly dialect: DialectTraits;
}

type OnError = (error: RuleError) => void;

/** Gives a manifest of the run again, or all its parts. */
type Reread = (file: string) => Iterable<Manifest>;

interface GatheredFile {
  readonly file: string;
  readonly settings: LintSettings;
}

/**
 * The rules that look at all images of a run together. While the run goes on, only a hash of each key is kept; at its
 * end, those manifests are read once more that have keys which were met twice, and the rules are given the images that
 * share one.
 *
 * A run that is one part of several leaves the rules that compare images of different files to the merge.
 */
export class SetRules {
  readonly #shard: ShardImages | undefined;
  /** By id of rule. */
  readonly #seeds = new Map<string, number>();
  readonly #files: GatheredFile[] = [];
  /** Tells the keys in the last file that was asked about from those in others, where a rule compares images of one file. */
  #lastSeed = { file: '', seed: 0 };
  readonly #seen = new KeyTable();
  readonly #shared = new Set<number>();
  /** The files that have them, by number. */
  readonly #sharing = new Set<number>();
  /** How many images began a comparison with images that need not have been gathered. */
  #begun = 0;
  /** Hashes of keys, while they are asked for. */
  #gathered: number[] | undefined;

  constructor(shard?: ShardImages) {
    this.#shard = shard;
  }

  /** An image that is gathered twice costs time at the end of the run, and changes nothing. */
  gather(image: Image, subject: Subject, dialect: DialectTraits, settings: LintSettings, onError: OnError): void {
    if (this.#shard !== undefined) this.#gatherForMerge(this.#shard, image, subject, dialect, settings, onError);
    this.gatherLike({ setRules: settings.rules.setRulesFor(image), dialect }, image, subject, settings, false, onError);
  }

  /** Gathers an image that is like others. `isAlone`: is it known to be the only one of its file? */
  gatherLike({ setRules, dialect }: Alike, image: Image, subject: Subject, settings: LintSettings, isAlone: boolean, onError: OnError): void {
    const file = this.#numberOf(subject.file, settings);
    for (let index = 0; index < setRules.length; index++) {
      const active = setRules[index] as Active<SetRule>;
      if (!this.#compares(active, subject)) continue;
      const keys = keysOf(active, image, subject, dialect, onError);
      if (keys.length === 0 || (keys.length === 1 && isAlone && isWithinFile(active.rule, subject))) continue;
      if (active.rule.begins !== undefined) this.#begun++;
      const seed = this.#seedOf(active, subject);
      for (const key of keys) {
        const hash = hashOf(key, seed);
        this.#add(hash, file);
        this.#gathered?.push(hash);
      }
    }
  }

  /** Or does the merge of all parts? */
  #compares({ rule }: Active<SetRule>, subject: Subject): boolean {
    return this.#shard === undefined || isWithinFile(rule, subject);
  }

  #add(hash: number, file: number): void {
    const first = this.#seen.add(hash, file);
    if (first === NOBODY) return;
    this.#shared.add(hash);
    this.#sharing.add(first).add(file);
  }

  /** One file is gathered after the other. */
  #numberOf(file: string, settings: LintSettings): number {
    if (this.#files.at(-1)?.file !== file) this.#files.push({ file, settings });
    return this.#files.length - 1;
  }

  /** The hashes that `gather` puts in while something is done, for `recall`; undefined when they are not all that counts. */
  record<Result>(work: () => Result): { readonly result: Result; readonly hashes: readonly number[] | undefined } {
    const hashes: number[] = (this.#gathered = []);
    const begun = this.#begun;
    const result = work();
    this.#gathered = undefined;
    return { result, hashes: this.#begun === begun ? hashes : undefined };
  }

  /** Gathers a file as it was recorded in another run, by the same rules. */
  recall(file: string, hashes: readonly number[], settings: LintSettings): void {
    const number = this.#numberOf(file, settings);
    for (let index = 0; index < hashes.length; index++) this.#add(hashes[index] as number, number);
  }

  /** What the merge of all parts of a run needs to compare images of different files. */
  #gatherForMerge(shard: ShardImages, image: Image, subject: Subject, dialect: DialectTraits, settings: LintSettings, onError: OnError): void {
    for (const active of settings.rules.setRules) {
      const keys = isWithinFile(active.rule, subject) ? NO_KEYS : keysOf(active, image, subject, dialect, onError);
      const extract = keys.length === 0 ? undefined : extractOf(active, image, subject, dialect, onError);
      if (extract !== undefined) shard.add(active, settings.rules.cloud, { subject, keys, extract });
    }
  }

  /** To be called when all images of a manifest were gathered. */
  locate(source: Source): void {
    this.#shard?.locate(source);
  }

  /** What the rules find once every image was gathered. */
  finish(reread: Reread, onError: OnError): RawFinding[] {
    if (this.#shared.size === 0) return [];
    const comparisons = new Map<string, Comparison>();
    const subjects = new Map<Member, Subject>();
    const sharing = this.#begun > 0 ? this.#files : this.#files.filter((_, number) => this.#sharing.has(number));
    for (const { active, settings, image, subject, dialect, keys, seed } of this.#comparable(sharing, reread, onError)) {
      if (!keys.some((key) => this.#shared.has(hashOf(key, seed)))) continue;
      const extract = extractOf(active, image, subject, dialect, onError);
      if (extract === undefined) continue;
      let comparison = comparisons.get(active.rule.id);
      if (comparison === undefined) comparisons.set(active.rule.id, (comparison = { active, settings, candidates: [] }));
      const member = { extract: extract as never, file: subject.file };
      subjects.set(member, subject);
      comparison.candidates.push({ member, keys: isWithinFile(active.rule, subject) ? keys.map((key) => `${subject.file}\n${key}`) : keys });
    }
    return [...comparisons.values()].flatMap(({ active, settings, candidates }) => {
      const members = sharingKeys(candidates).map(({ member }) => member);
      return members.length === 0 ? [] : compare(active, members, subjects, { cloud: settings.rules.cloud, count: () => this.#countOf(active.rule, reread) }, onError);
    });
  }

  /** How many images a rule could compare. For that, all manifests have to be read again, and hardly any rule asks. */
  #countOf(rule: SetRule, reread: Reread): number {
    let count = 0;
    for (const { active } of this.#comparable(this.#files, reread, () => {})) if (active.rule.id === rule.id) count++;
    return count;
  }

  /** The images in some files, each once for each rule that it gives something to compare. */
  *#comparable(files: readonly GatheredFile[], reread: Reread, onError: OnError): Generator<Comparable> {
    for (const { file, settings } of files) {
      for (const manifest of reread(file)) {
        for (const { subject, dialect } of readManifest(manifest, settings)?.images() ?? []) {
          const { image } = cleanImage(subject.raw, dialect);
          if (image === undefined) continue;
          for (const active of settings.rules.setRules) {
            const keys = this.#compares(active, subject) ? keysOf(active, image, subject, dialect, onError) : NO_KEYS;
            if (keys.length > 0) yield { active, settings, image, subject, dialect, keys, seed: this.#seedOf(active, subject) };
          }
        }
      }
    }
  }

  /** Of the hashes of a rule's keys. */
  #seedOf({ rule }: Active<SetRule>, subject: Subject): number {
    let seed = this.#seeds.get(rule.id);
    if (seed === undefined) this.#seeds.set(rule.id, (seed = seedOf(rule.id)));
    if (!isWithinFile(rule, subject)) return seed;
    const { file } = subject;
    if (this.#lastSeed.file !== file) this.#lastSeed = { file, seed: seedOf(file) };
    return seed ^ this.#lastSeed.seed;
  }
}

function isWithinFile({ within }: SetRule, { identity: { intent } }: Subject): boolean {
  return within === 'file' || within?.[intent] === 'file';
}

/** Those that share a key with another one, or give one twice. */
export function sharingKeys<T extends { readonly keys: readonly string[] }>(all: readonly T[]): T[] {
  const times = new Map<string, number>();
  for (const { keys } of all) for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1);
  return all.filter(({ keys }) => keys.some((key) => (times.get(key) ?? 0) > 1));
}

/** What a rule finds in images that share keys. */
export function compare(
  active: Active<SetRule>,
  members: readonly Member<never>[],
  subjects: ReadonlyMap<Member, Subject>,
  { cloud, count }: Pick<SetContext, 'cloud'> & { readonly count: () => number },
  onError: OnError,
): RawFinding[] {
  const findings: RawFinding[] = [];
  const subjectOf = (member: Member): Subject => {
    const subject = subjects.get(member);
    if (subject === undefined) throw new RuleError(active.rule.id, 'reports an image that it was not given');
    return subject;
  };
  const report = ({ member, related = [], ...rest }: SetReport): void => {
    const places = related.map(({ message, at, member: other }) => ({ message, at, subject: subjectOf(other) }));
    findings.push(toRawFinding(active, subjectOf(member), rest, places));
  };
  try {
    active.rule.checkSet(members, { cloud, options: active.options, get count() { return count(); }, report });
  } catch (error) {
    onError(asRuleError(active, error));
  }
  return findings;
}

const NO_KEYS: readonly string[] = [];

function extractOf(active: Active<SetRule>, image: Image, subject: Subject, dialect: DialectTraits, onError: OnError): Extract | undefined {
  try {
    return active.rule.extract(image, contextOf(active, subject, dialect));
  } catch (error) {
    onError(asRuleError(active, error));
    return undefined;
  }
}

function keysOf(active: Active<SetRule>, image: Image, subject: Subject, dialect: DialectTraits, onError: OnError): readonly string[] {
  const { rule } = active;
  if (rule.intents !== undefined && !rule.intents.includes(subject.identity.intent)) return NO_KEYS;
  try {
    return rule.keys(image, contextOf(active, subject, dialect));
  } catch (error) {
    onError(asRuleError(active, error));
    return NO_KEYS;
  }
}

function contextOf({ options }: Active, { identity: { intent }, file }: Subject, dialect: DialectTraits): Parameters<SetRule['keys']>[1] {
  return { intent, dialect, options, file };
}
