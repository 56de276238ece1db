import type { Image } from '../model/image.js';
import type { DialectTraits, Extract, Member, SetReport, SetRule } from '../model/rule.js';
import { RuleError, type RawFinding, type Subject } from './raw-finding.js';
import { toRawFinding } from './report-finding.js';
import type { Active, RuleSet } from './rule-set.js';

interface Gathered {
  readonly active: Active<SetRule>;
  readonly rules: RuleSet;
  readonly members: Member<never>[];
}

/**
 * The rules that look at all images of a run together. Of each image only what those rules asked for is
 * kept, so that memory does not grow with the manifests.
 */
export class SetRules {
  readonly #gathered = new Map<string, Gathered>();
  readonly #subjects = new Map<Member<never>, Subject>();

  gather(image: Image, subject: Subject, dialect: DialectTraits, rules: RuleSet, onError: (error: RuleError) => void): void {
    const { intent } = subject.identity;
    let kept: Subject | undefined;
    for (const active of rules.setRules) {
      if (active.rule.intents !== undefined && !active.rule.intents.includes(intent)) continue;
      let extract: Extract | undefined;
      try {
        extract = active.rule.extract(image, { intent, dialect, options: active.options });
      } catch (error) {
        onError(new RuleError(active.rule.id, `failed: ${String(error)}`, error));
      }
      if (extract === undefined) continue;
      kept ??= { ...subject, raw: { ...subject.raw, attributes: {}, properties: {} } };
      const member: Member<never> = { extract: extract as never, file: subject.file };
      this.#subjects.set(member, kept);
      const gathered = this.#gathered.get(active.rule.id);
      if (gathered === undefined) this.#gathered.set(active.rule.id, { active, rules, members: [member] });
      else gathered.members.push(member);
    }
  }

  /** What the rules find once every image was gathered. */
  finish(onError: (error: RuleError) => void): RawFinding[] {
    const findings: RawFinding[] = [];
    for (const { active, rules, members } of this.#gathered.values()) {
      const report = (given: SetReport): void => {
        const { member, related = [], ...rest } = given;
        const places = related.map(({ message, at, member: other }) => ({ message, at, subject: this.#subjectOf(active, other) }));
        findings.push(toRawFinding(active, this.#subjectOf(active, member), rest, places));
      };
      try {
        active.rule.checkSet(members, { cloud: rules.cloud, options: active.options, report });
      } catch (error) {
        onError(error instanceof RuleError ? error : new RuleError(active.rule.id, `failed: ${String(error)}`, error));
      }
    }
    return findings;
  }

  #subjectOf(active: Active<SetRule>, member: Member): Subject {
    const subject = this.#subjects.get(member as Member<never>);
    if (subject === undefined) throw new RuleError(active.rule.id, 'reports an image that it was not given');
    return subject;
  }
}
