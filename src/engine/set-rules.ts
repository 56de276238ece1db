import type { Image } from '../model/image.js';
import type { DialectTraits, Extract, Member, SetContext, SetReport, SetRule } from '../model/rule.js';
import { cleanImage } from './clean-image.js';
import { hashOf, KeyTable } from './key-table.js';
import type { Source } from './locate-findings.js';
import { readManifest, type LintSettings, type Manifest } from './manifest.js';
import { RuleError, type RawFinding, type Subject } from './raw-finding.js';
import { toRawFinding } from './report-finding.js';
import { asRuleError } from './rule-runner.js';
import type { Active } from './rule-set.js';
import type { ShardImages } from './shard-images.js';

interface Gathered {
  readonly active: Active<SetRule>;
  readonly settings: LintSettings;
  /** Tells the keys of one rule from those of another. */
  readonly seed: number;
  count: number;
}

type OnError = (error: RuleError) => void;

/**
 * The rules that look at all images of a run together. While the run goes on, only a hash of each key is kept; at its
 * end, the manifests are read once more if keys were met twice, and the rules are given the images that share one.
 *
 * A run that is one part of several leaves the rules that compare images of different files to the merge.
 */
export class SetRules {
  readonly #shard: ShardImages | undefined;
  readonly #gathered = new Map<string, Gathered>();
  readonly #settings = new Map<string, LintSettings>();
  readonly #seen = new KeyTable();
  readonly #shared = new Set<number>();
  /** Of a manifest that may have to be gathered anew: how many images had keys, and their hashes. */
  #tentative: { readonly counts: Map<Gathered, number>; readonly hashes: number[] } | undefined;

  constructor(shard?: ShardImages) {
    this.#shard = shard;
  }

  gather(image: Image, subject: Subject, dialect: DialectTraits, settings: LintSettings, onError: OnError): void {
    for (const active of settings.rules.setRules) {
      const keys = keysOf(active, image, subject, dialect, onError);
      if (keys.length === 0) continue;
      if (this.#shard !== undefined && active.rule.within !== 'file') {
        const extract = extractOf(active, image, subject, dialect, onError);
        if (extract !== undefined) this.#shard.add(active, settings.rules.cloud, { subject, keys, extract });
        continue;
      }
      const gathered = this.#gatheredFor(active, settings);
      const tentative = this.#tentative;
      if (tentative === undefined) gathered.count++;
      else tentative.counts.set(gathered, (tentative.counts.get(gathered) ?? 0) + 1);
      for (const key of keys) {
        const hash = hashOf(key, gathered.seed);
        if (tentative === undefined) this.#add(hash);
        else tentative.hashes.push(hash);
      }
      if (tentative === undefined) this.#settings.set(subject.file, settings);
    }
  }

  #add(hash: number): void {
    if (this.#seen.add(hash)) this.#shared.add(hash);
  }

  /** Gathers the images of one manifest, which count only if `gatherAll` says in the end that it has all of them. */
  tentatively(file: string, settings: LintSettings, gatherAll: () => boolean): void {
    const tentative = (this.#tentative = { counts: new Map<Gathered, number>(), hashes: [] });
    try {
      if (!gatherAll()) return;
    } finally {
      this.#tentative = undefined;
    }
    for (const [gathered, count] of tentative.counts) gathered.count += count;
    for (const hash of tentative.hashes) this.#add(hash);
    if (tentative.counts.size > 0) this.#settings.set(file, settings);
  }

  /** To be called when all images of a manifest were gathered. */
  locate(source: Source): void {
    this.#shard?.locate(source);
  }

  /** What the rules find once every image was gathered. `reread` gives a manifest of the run again, or all its parts. */
  finish(reread: (file: string) => Iterable<Manifest>, onError: OnError): RawFinding[] {
    if (this.#shared.size === 0) return [];
    const members = new Map<string, Member<never>[]>();
    const subjects = new Map<Member, Subject>();
    for (const [file, settings] of this.#settings) {
      for (const manifest of reread(file)) {
        for (const { subject, dialect } of readManifest(manifest, settings)?.images() ?? []) {
          const { image } = cleanImage(subject.raw, dialect);
          if (image === undefined) continue;
          for (const active of settings.rules.setRules) {
            const member = this.#memberOf(active, image, subject, dialect, onError);
            if (member === undefined) continue;
            subjects.set(member, subject);
            const list = members.get(active.rule.id);
            if (list === undefined) members.set(active.rule.id, [member]);
            else list.push(member);
          }
        }
      }
    }
    return [...members].flatMap(([id, list]) => this.#check(this.#gathered.get(id), list, subjects, onError));
  }

  /** The image as a rule compares it; undefined when it shares no key. */
  #memberOf(active: Active<SetRule>, image: Image, subject: Subject, dialect: DialectTraits, onError: OnError): Member<never> | undefined {
    const seed = this.#gathered.get(active.rule.id)?.seed;
    if (seed === undefined) return undefined;
    const isCandidate = keysOf(active, image, subject, dialect, onError).some((key) => this.#shared.has(hashOf(key, seed)));
    if (!isCandidate) return undefined;
    const extract = extractOf(active, image, subject, dialect, onError);
    return extract && { extract: extract as never, file: subject.file };
  }

  #check(gathered: Gathered | undefined, members: readonly Member<never>[], subjects: ReadonlyMap<Member, Subject>, onError: OnError): RawFinding[] {
    if (gathered === undefined) return [];
    const { active, settings, count } = gathered;
    return compare(active, members, subjects, { cloud: settings.rules.cloud, count }, onError);
  }

  #gatheredFor(active: Active<SetRule>, settings: LintSettings): Gathered {
    const known = this.#gathered.get(active.rule.id);
    if (known !== undefined) return known;
    const gathered = { active, settings, seed: this.#gathered.size + 1, count: 0 };
    this.#gathered.set(active.rule.id, gathered);
    return gathered;
  }
}

/** What a rule finds in images that share keys. */
export function compare(
  active: Active<SetRule>,
  members: readonly Member<never>[],
  subjects: ReadonlyMap<Member, Subject>,
  { cloud, count }: Pick<SetContext, 'cloud' | 'count'>,
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
    active.rule.checkSet(members, { cloud, options: active.options, count, report });
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
