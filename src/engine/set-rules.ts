import type { Image } from '../model/image.js';
import type { DialectTraits, Member, SetReport, SetRule } from '../model/rule.js';
import { cleanImage } from './clean-image.js';
import { hashOf, KeyTable } from './key-table.js';
import { readManifest, type LintSettings, type Manifest } from './manifest.js';
import { RuleError, type RawFinding, type Subject } from './raw-finding.js';
import { toRawFinding } from './report-finding.js';
import { asRuleError } from './rule-runner.js';
import type { Active } from './rule-set.js';

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
 */
export class SetRules {
  readonly #gathered = new Map<string, Gathered>();
  readonly #settings = new Map<string, LintSettings>();
  readonly #seen = new KeyTable();
  readonly #shared = new Set<number>();

  gather(image: Image, subject: Subject, dialect: DialectTraits, settings: LintSettings, onError: OnError): void {
    for (const active of settings.rules.setRules) {
      const keys = keysOf(active, image, subject, dialect, onError);
      if (keys.length === 0) continue;
      const gathered = this.#gatheredFor(active, settings);
      gathered.count++;
      for (const key of keys) {
        const hash = hashOf(key, gathered.seed);
        if (this.#seen.add(hash)) this.#shared.add(hash);
      }
      this.#settings.set(subject.file, settings);
    }
  }

  /** What the rules find once every image was gathered. `reread` gives a manifest of the run again. */
  finish(reread: (file: string) => Manifest | undefined, onError: OnError): RawFinding[] {
    if (this.#shared.size === 0) return [];
    const members = new Map<string, Member<never>[]>();
    const subjects = new Map<Member, Subject>();
    for (const [file, settings] of this.#settings) {
      const manifest = reread(file);
      if (manifest === undefined) continue;
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
    return [...members].flatMap(([id, list]) => this.#check(this.#gathered.get(id), list, subjects, onError));
  }

  /** The image as a rule compares it; undefined when it shares no key. */
  #memberOf(active: Active<SetRule>, image: Image, subject: Subject, dialect: DialectTraits, onError: OnError): Member<never> | undefined {
    const seed = this.#gathered.get(active.rule.id)?.seed;
    if (seed === undefined) return undefined;
    const isCandidate = keysOf(active, image, subject, dialect, onError).some((key) => this.#shared.has(hashOf(key, seed)));
    if (!isCandidate) return undefined;
    try {
      return { extract: active.rule.extract(image, contextOf(active, subject, dialect)) as never, file: subject.file };
    } catch (error) {
      onError(asRuleError(active, error));
      return undefined;
    }
  }

  #check(gathered: Gathered | undefined, members: readonly Member<never>[], subjects: ReadonlyMap<Member, Subject>, onError: OnError): RawFinding[] {
    if (gathered === undefined) return [];
    const { active, settings, count } = gathered;
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
      active.rule.checkSet(members, { cloud: settings.rules.cloud, options: active.options, count, report });
    } catch (error) {
      onError(asRuleError(active, error));
    }
    return findings;
  }

  #gatheredFor(active: Active<SetRule>, settings: LintSettings): Gathered {
    const known = this.#gathered.get(active.rule.id);
    if (known !== undefined) return known;
    const gathered = { active, settings, seed: this.#gathered.size + 1, count: 0 };
    this.#gathered.set(active.rule.id, gathered);
    return gathered;
  }
}

const NO_KEYS: readonly string[] = [];

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
