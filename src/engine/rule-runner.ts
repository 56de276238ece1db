import type { RawImage, Stray } from '../model/dialect.js';
import type { Attribute, Image, Intent } from '../model/image.js';
import type { DialectTraits, ImageRule, RuleContext, RuleReport, Violation } from '../model/rule.js';
import { RuleError, type RawFinding, type Subject } from './raw-finding.js';
import { readOf, type Group } from './reads.js';
import { holdToPlaces, toRawFinding } from './report-finding.js';
import { RulePlans } from './rule-plans.js';
import type { Active, RuleSet } from './rule-set.js';

const PROPERTY = 'properties.';

/** A rule with the context that it gets for every image. */
interface Prepared {
  readonly active: Active<ImageRule>;
  readonly context: RuleContext<never>;
  readonly number: number;
}

/** The rules that have to be called for images of a kind. */
export type Plan = readonly Prepared[];

/**
 * Runs the rules of one set over images of one dialect and intent. Rules are called only for images that have
 * something of what they read, and not again for images that are alike in all that they looked at; contexts are made
 * once and not for each image.
 */
export class RuleRunner {
  readonly #rules: RuleSet;
  readonly #dialect: DialectTraits;
  readonly #intent: Intent;
  readonly #always: Prepared[] = [];
  readonly #readers: Readonly<Record<Group, Map<string, Prepared[]>>> = { '': new Map(), properties: new Map(), source: new Map(), release: new Map() };
  readonly #contexts = new Map<string, RuleContext<never>>();
  /** By number of rule: the image at which it ran last. */
  readonly #ranAt: Uint32Array;
  readonly #plans = new RulePlans<Plan>();
  /** While a plan is made: the rules that have to be called for other images of the kind, too. */
  #plan: Prepared[] | undefined;
  /** Did the rule that runs look at what other images of the kind may have otherwise? */
  #hasLooked = false;
  /** Only find out whether a rule reports anything. */
  #isTrying = false;
  #hasReported = false;
  #image = 0;
  #subject: Subject | undefined;
  #findings: RawFinding[] = [];

  constructor(rules: RuleSet, dialect: DialectTraits, intent: Intent) {
    this.#rules = rules;
    this.#dialect = dialect;
    this.#intent = intent;
    let number = 0;
    for (const active of rules.imageRules) {
      if (!this.#isMeant(active)) continue;
      const prepared = { active, context: this.#contextFor(active), number: number++ };
      if (active.rule.reads.includes('*')) this.#always.push(prepared);
      else for (const name of active.rule.reads) this.#index(name, prepared);
    }
    this.#ranAt = new Uint32Array(number);
  }

  #index(written: string, prepared: Prepared): void {
    const { group, name } = readOf(written);
    const readers = this.#readers[group];
    const list = readers.get(name);
    if (list === undefined) readers.set(name, [prepared]);
    else list.push(prepared);
  }

  /** What the rules find in an image; violations first. */
  run(subject: Subject, image: Image | undefined, violations: readonly Violation[], onError: (error: RuleError) => void): readonly RawFinding[] {
    this.#subject = subject;
    this.#findings = [];
    for (const violation of violations) this.#explain(violation, onError);
    if (image === undefined) return this.#findings;
    const plan = this.#plans.find(subject.raw, image);
    if (plan !== undefined) {
      for (let index = 0; index < plan.length; index++) this.#call(plan[index] as Prepared, image, onError);
      return this.#findings;
    }
    // Making a plan costs more than the first image, which may be the only one.
    this.#plan = this.#image > 0 && this.#plans.takes(subject.raw) ? [] : undefined;
    this.#checkAll(image, onError);
    if (this.#plan !== undefined) this.#plans.add(subject.raw, image, this.#plan);
    return this.#findings;
  }

  /** The rules for images that have all names of this one, and the values that tell; undefined when it is not known. */
  planFor(raw: RawImage, image: Image): Plan | undefined {
    return this.#plans.find(raw, image);
  }

  /** Do the rules of a plan find nothing in an image? Of the subject, only the names are looked at. */
  findsNothing(plan: Plan, image: Image, subject: Subject): boolean {
    this.#subject = subject;
    this.#isTrying = true;
    this.#hasReported = false;
    const fail = (): void => { this.#hasReported = true; };
    for (let index = 0; index < plan.length && !this.#hasReported; index++) this.#call(plan[index] as Prepared, image, fail);
    this.#isTrying = false;
    return !this.#hasReported;
  }

  #checkAll(image: Image, onError: (error: RuleError) => void): void {
    this.#image++;
    const { attributes, properties, source, release } = (this.#subject as Subject).raw;
    for (const prepared of this.#always) this.#check(prepared, image, onError);
    this.#checkReaders('', attributes, image, onError);
    this.#checkReaders('properties', properties, image, onError);
    if (source !== undefined) this.#checkReaders('source', source, image, onError);
    if (release !== undefined) this.#checkReaders('release', release, image, onError);
  }

  #checkReaders(group: Group, values: object, image: Image, onError: (error: RuleError) => void): void {
    const readers = this.#readers[group];
    for (const name in values) {
      const list = readers.get(name);
      if (list !== undefined) for (const prepared of list) this.#check(prepared, image, onError);
    }
  }

  /** Calls a rule unless it was called for this image already. */
  #check(prepared: Prepared, image: Image, onError: (error: RuleError) => void): void {
    const { number } = prepared;
    if (this.#ranAt[number] === this.#image) return;
    this.#ranAt[number] = this.#image;
    if (this.#plan === undefined) {
      this.#call(prepared, image, onError);
      return;
    }
    this.#hasLooked = false;
    const before = this.#findings.length;
    // Watched anew for each rule: what one rule remembers of an image does not hide from another what it looks at.
    const isFine = this.#call(prepared, this.#plans.watched(image, () => (this.#hasLooked = true)), onError);
    if (!isFine || this.#hasLooked || this.#findings.length > before) this.#plan.push(prepared);
  }

  /** Calls a rule. False when it threw. */
  #call({ active, context }: Prepared, image: Image, onError: (error: RuleError) => void): boolean {
    try {
      active.rule.check(image, context);
      return true;
    } catch (error) {
      onError(asRuleError(active, error));
      return false;
    }
  }

  #explain(violation: Violation, onError: (error: RuleError) => void): void {
    const active = this.#rules.ruleForViolation(violation);
    if (active === undefined || !this.#isMeant(active)) return;
    let context = this.#contexts.get(active.rule.id);
    if (context === undefined) this.#contexts.set(active.rule.id, (context = this.#contextFor(active)));
    try {
      active.rule.explain(violation, context);
    } catch (error) {
      onError(asRuleError(active, error));
    }
  }

  #isMeant({ rule: { intents } }: Active): boolean {
    return intents === undefined || intents.includes(this.#intent);
  }

  #contextFor(active: Active): RuleContext<never> {
    const subject = (): Subject => this.#subject as Subject;
    const strays = (): readonly Stray[] => {
      this.#hasLooked = true;
      return subject().raw.strays ?? NO_STRAYS;
    };
    return {
      intent: this.#intent,
      cloud: this.#rules.cloud,
      dialect: this.#dialect,
      options: active.options,
      report: (report: RuleReport) => {
        if (this.#isTrying) {
          this.#hasReported = true;
          return;
        }
        holdToPlaces(active, subject(), report);
        this.#findings.push(toRawFinding(active, subject(), report));
      },
      isAbsent: (name) => isAbsent(subject().raw, this.#dialect, name),
      get strays() {
        return strays();
      },
    };
  }
}

const NO_STRAYS: readonly Stray[] = [];

export function asRuleError({ rule }: Active, error: unknown): RuleError {
  return error instanceof RuleError ? error : new RuleError(rule.id, `failed: ${String(error)}`, error);
}

function isAbsent(raw: RawImage, { leavesOpen = [] }: DialectTraits, name: Parameters<RuleContext['isAbsent']>[0]): boolean {
  const property = name.startsWith(PROPERTY) ? name.slice(PROPERTY.length) : undefined;
  if (property !== undefined) return !leavesOpen.includes('properties') && !Object.hasOwn(raw.properties, property);
  return !leavesOpen.includes(name as Attribute) && !Object.hasOwn(raw.attributes, name);
}
