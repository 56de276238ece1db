import type { Cloud } from '../model/cloud.js';
import type { RawImage, Stray } from '../model/dialect.js';
import type { Attribute, Image, Intent } from '../model/image.js';
import type { DialectTraits, ImageRule, RuleContext, RuleReport, Violation } from '../model/rule.js';
import { RuleError, type RawFinding, type Subject } from './raw-finding.js';
import { readOf, type Group } from './reads.js';
import { holdToPlaces, toRawFinding } from './report-finding.js';
import { watched } from './precedent.js';
import { RulePlans } from './rule-plans.js';
import type { Active, RuleSet } from './rule-set.js';

const PROPERTY = 'properties.';

interface Prepared {
  readonly active: Active<ImageRule>;
  /** Kept beside the rule: rules are objects of all shapes, in which V8 has to search for it at each call. */
  readonly check: ImageRule['check'];
  readonly number: number;
  /** What the rule gets for every image. Made at its first call: most rules are never called. */
  context: RuleContext<never> | undefined;
}

/** The rules that read a name, as a chain: it takes the least memory, and nearly every run makes all of them. */
interface Reader {
  readonly prepared: Prepared;
  readonly next: Reader | undefined;
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
  readonly #intent: Intent;
  readonly #always: Prepared[] = [];
  readonly #readers: Readonly<Record<Group, Map<string, Reader>>> = { '': new Map(), properties: new Map(), source: new Map(), release: new Map() };
  readonly #shared: Shared;
  readonly #contexts = new Map<string, RuleContext<never>>();
  /** By number of rule: the image at which it ran last. */
  readonly #ranAt: Uint32Array;
  readonly #plans = new RulePlans<Plan>();
  /** While a plan is made: the rules that have to be called for other images of the kind, too. */
  #plan: Prepared[] | undefined;
  /** And what was decided for another kind with the same names. */
  #precedent: ReturnType<RulePlans<Plan>['precedent']> | undefined;
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
    this.#intent = intent;
    this.#shared = {
      intent, cloud: rules.cloud, dialect,
      isAbsent: (name) => isAbsent((this.#subject as Subject).raw, dialect, name),
      strays: () => {
        this.#hasLooked = true;
        return (this.#subject as Subject).raw.strays ?? NO_STRAYS;
      },
    };
    const { imageRules } = rules;
    // The last first, as each is put before those that are there.
    for (let number = imageRules.length - 1; number >= 0; number--) {
      const active = imageRules[number] as Active<ImageRule>;
      const prepared = { active, check: active.rule.check, number, context: undefined };
      if (this.#isMeant(active)) for (const name of active.rule.reads) this.#index(name, prepared);
    }
    this.#always.reverse();
    this.#ranAt = new Uint32Array(imageRules.length);
  }

  #index(written: string, prepared: Prepared): void {
    if (written === '*') {
      this.#always.push(prepared);
      return;
    }
    const { group, name } = readOf(written);
    const readers = this.#readers[group];
    readers.set(name, { prepared, next: readers.get(name) });
  }

  /** What the rules find in an image; violations first. */
  run(subject: Subject, image: Image | undefined, violations: readonly Violation[], onError: (error: RuleError) => void): readonly RawFinding[] {
    this.#subject = subject;
    const findings: RawFinding[] = (this.#findings = []);
    for (const violation of violations) this.#explain(violation, onError);
    if (image !== undefined) this.#run(subject.raw, image, onError);
    // What is kept until the next image keeps the text of this one in memory.
    this.#subject = undefined;
    this.#findings = [];
    return findings;
  }

  #run(raw: RawImage, image: Image, onError: (error: RuleError) => void): void {
    const plan = this.#plans.find(raw, image);
    if (plan !== undefined) {
      for (let index = 0; index < plan.length; index++) this.#call(plan[index] as Prepared, image, onError);
      return;
    }
    // Making a plan costs more than the first image, which may be the only one.
    this.#plan = this.#image > 0 && this.#plans.takes(raw) ? [] : undefined;
    this.#precedent = this.#plan && this.#plans.precedent(raw, image);
    this.#checkAll(image, onError);
    if (this.#plan !== undefined) this.#plans.add(raw, image, this.#plan);
  }

  /**
   * The rules for images that have all names of this one, and the values that tell; undefined when it is not known.
   *
   * @param ordinary The attributes that have ordinary values in all of these images.
   */
  planFor(raw: RawImage, image: Image, ordinary: ReadonlySet<string>): Plan | undefined {
    const isMoot = (name: Attribute): boolean => ordinary.has(name) || image[name] === undefined;
    return this.#plans.find(raw, image)?.filter(({ active: { rule } }) => rule.passes?.every(isMoot) !== true);
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
      for (let reader = readers.get(name); reader !== undefined; reader = reader.next) this.#check(reader.prepared, image, onError);
    }
  }

  /** Calls a rule unless it was called for this image already. */
  #check(prepared: Prepared, image: Image, onError: (error: RuleError) => void): void {
    const { number } = prepared;
    if (this.#ranAt[number] === this.#image) return;
    this.#ranAt[number] = this.#image;
    const plan = this.#plan;
    const known = this.#precedent?.precedent.isPlanned(number, this.#precedent.differing);
    const isPlanned = plan !== undefined && (known ?? this.#watch(prepared, image, onError));
    if (isPlanned) plan.push(prepared);
    if (plan === undefined || known === true) this.#call(prepared, image, onError);
  }

  /** Calls a rule and watches what it looks at. Does it have to be called for all images of the kind? */
  #watch(prepared: Prepared, image: Image, onError: (error: RuleError) => void): boolean {
    this.#hasLooked = false;
    const before = this.#findings.length;
    const looks = new Set<string>();
    // Watched anew for each rule: what one rule remembers of an image does not hide from another what it looks at.
    const seen = watched(image, this.#plans.isTelling, { onVarying: () => (this.#hasLooked = true), onTelling: (name) => looks.add(name) });
    const isFine = this.#call(prepared, seen, () => {});
    if (!isFine) {
      // Some things cannot be done with what is watched, such as to clone it. What comes of the image itself counts.
      this.#findings.length = before;
      this.#call(prepared, image, onError);
    }
    const isPlanned = !isFine || this.#hasLooked || this.#findings.length > before;
    if (this.#precedent?.differing.length === 0) this.#precedent.precedent.note(prepared.number, looks, isPlanned);
    return isPlanned;
  }

  /** Calls a rule. False when it threw. */
  #call(prepared: Prepared, image: Image, onError: (error: RuleError) => void): boolean {
    const { active, check } = prepared;
    try {
      check.call(active.rule, image, (prepared.context ??= this.#contextFor(active)));
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
    const report = (given: RuleReport): void => {
      if (this.#isTrying) {
        this.#hasReported = true;
        return;
      }
      const subject = this.#subject as Subject;
      holdToPlaces(active, subject, given);
      this.#findings.push(toRawFinding(active, subject, given));
    };
    return new Context(this.#shared, active, report);
  }
}

/** What the contexts of all rules have in common. */
interface Shared extends Pick<RuleContext, 'intent' | 'cloud' | 'dialect' | 'isAbsent'> {
  readonly strays: () => readonly Stray[];
}

/** Made for each rule, and small: an object with a getter of its own would take kilobytes. */
class Context implements RuleContext<never> {
  readonly intent: Intent;
  readonly cloud: Cloud;
  readonly dialect: DialectTraits;
  readonly options: never;
  readonly isAbsent: RuleContext['isAbsent'];
  readonly report: RuleContext['report'];
  readonly #strays: Shared['strays'];

  constructor({ intent, cloud, dialect, isAbsent, strays }: Shared, { options }: Active, report: RuleContext['report']) {
    this.intent = intent;
    this.cloud = cloud;
    this.dialect = dialect;
    this.options = options;
    this.isAbsent = isAbsent;
    this.report = report;
    this.#strays = strays;
  }

  get strays(): readonly Stray[] {
    return this.#strays();
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
