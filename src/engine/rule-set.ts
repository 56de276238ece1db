import type { Cloud } from '../model/cloud.js';
import type { RuleSetting } from '../model/config.js';
import type { RawImage } from '../model/dialect.js';
import type { Severity } from '../model/finding.js';
import type { ImageRule, Rule, RuleContext, SetRule, Violation, ViolationRule } from '../model/rule.js';

/** A rule that is on, with its severity and its options, defaults filled in. */
export interface Active<R extends Rule = Rule> {
  readonly rule: R;
  readonly severity: Severity;
  /** Did the configuration set the severity, rather than the rule itself? */
  readonly isSeveritySet: boolean;
  readonly options: RuleContext<never>['options'];
}

/** The rules that are on for some files, arranged by what calls for them. */
export class RuleSet {
  readonly cloud: Cloud;
  readonly active: ReadonlyMap<string, Active>;
  readonly setRules: readonly Active<SetRule>[];
  readonly #always: Active<ImageRule>[] = [];
  readonly #byName = new Map<string, Active<ImageRule>[]>();
  readonly #byViolation = new Map<string, Active<ViolationRule>>();

  constructor(rules: readonly Rule[], settings: ReadonlyMap<string, RuleSetting>, cloud: Cloud) {
    this.cloud = cloud;
    const active = new Map<string, Active>();
    const setRules: Active<SetRule>[] = [];
    for (const rule of rules) {
      const entry = activate(rule, settings.get(rule.id));
      if (entry === undefined) continue;
      active.set(rule.id, entry);
      if ('check' in rule) this.#index(entry as Active<ImageRule>);
      else if ('explain' in rule) for (const key of rule.violations) this.#byViolation.set(key, entry as Active<ViolationRule>);
      else if ('checkSet' in rule) setRules.push(entry as Active<SetRule>);
    }
    this.active = active;
    this.setRules = setRules;
  }

  #index(entry: Active<ImageRule>): void {
    if (entry.rule.reads.includes('*')) this.#always.push(entry);
    for (const name of entry.rule.reads) {
      const list = this.#byName.get(name);
      if (list === undefined) this.#byName.set(name, [entry]);
      else list.push(entry);
    }
  }

  /** The rules that have something to say about an image with what this one has, each once. */
  rulesFor({ attributes, properties, source = {}, release = {} }: RawImage): Iterable<Active<ImageRule>> {
    const found = new Set(this.#always);
    this.#add(found, '', attributes);
    this.#add(found, 'properties.', properties);
    this.#add(found, 'source.', source);
    this.#add(found, 'release.', release);
    return found;
  }

  #add(found: Set<Active<ImageRule>>, prefix: string, values: object): void {
    for (const name in values) for (const entry of this.#byName.get(prefix + name) ?? []) found.add(entry);
  }

  ruleForViolation({ at, attribute, keyword }: Violation): Active<ViolationRule> | undefined {
    return this.#byViolation.get(`${at.join('.')}:${keyword}`) ?? this.#byViolation.get(`${attribute}:${keyword}`) ?? this.#byViolation.get(`*:${keyword}`);
  }
}

/** Undefined when the rule is off. Without a setting a rule is off: presets are settings, too. */
function activate(rule: Rule, setting: RuleSetting | undefined): Active | undefined {
  const [level, given] = Array.isArray(setting) ? (setting as [Severity | 'off', object]) : [setting as Severity | 'off' | undefined, {}];
  if (level === undefined || level === 'off') return undefined;
  const defaults: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(rule.options?.properties ?? {})) defaults[name] = schema.default;
  return { rule, severity: level, isSeveritySet: level !== rule.severity, options: { ...defaults, ...given } as never };
}
