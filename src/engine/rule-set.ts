import type { Cloud } from '../model/cloud.js';
import type { RuleSetting } from '../model/config.js';
import type { Severity } from '../model/finding.js';
import type { Image, Intent } from '../model/image.js';
import type { DialectTraits, ImageRule, Rule, RuleContext, SetRule, Violation, ViolationRule } from '../model/rule.js';
import type { TextFormat } from '../text/index.js';
import { hasOneOf, readOf, type Read } from './reads.js';
import { RuleRunner } from './rule-runner.js';
import { SureRecords } from './sure-records.js';

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
  /** Ids of all rules, also of those that are off. */
  readonly known: readonly string[];
  readonly active: ReadonlyMap<string, Active>;
  readonly imageRules: readonly Active<ImageRule>[];
  readonly setRules: readonly Active<SetRule>[];
  readonly #setReads: readonly (readonly Read[] | undefined)[];
  readonly #byViolation = new Map<string, Active<ViolationRule>>();
  readonly #runners = new Map<string, RuleRunner>();
  readonly #sureRecords = new Map<TextFormat, SureRecords>();

  constructor(rules: readonly Rule[], settings: ReadonlyMap<string, RuleSetting>, cloud: Cloud) {
    this.cloud = cloud;
    this.known = rules.map(({ id }) => id);
    const active = new Map<string, Active>();
    const imageRules: Active<ImageRule>[] = [];
    const setRules: Active<SetRule>[] = [];
    for (const rule of rules) {
      const entry = activate(rule, settings.get(rule.id));
      if (entry === undefined) continue;
      active.set(rule.id, entry);
      if ('check' in rule) imageRules.push(entry as Active<ImageRule>);
      else if ('explain' in rule) for (const key of rule.violations) this.#byViolation.set(key, entry as Active<ViolationRule>);
      else if ('checkSet' in rule) setRules.push(entry as Active<SetRule>);
    }
    this.active = active;
    this.imageRules = imageRules;
    this.setRules = setRules;
    this.#setReads = setRules.map(({ rule: { begins, reads } }) => (begins ?? reads)?.map(readOf));
  }

  /** What runs these rules over images of a dialect and intent. */
  runnerFor(dialect: DialectTraits, intent: Intent): RuleRunner {
    const key = `${dialect.name} ${intent}`;
    let runner = this.#runners.get(key);
    if (runner === undefined) this.#runners.set(key, (runner = new RuleRunner(this, dialect, intent)));
    return runner;
  }

  /** The set rules that an image may give something to compare. */
  setRulesFor(image: Image): readonly Active<SetRule>[] {
    return this.setRules.filter((_, index) => {
      const reads = this.#setReads[index];
      return reads === undefined || hasOneOf(image, reads);
    });
  }

  /** What these rules know of records of a format. */
  sureRecords(format: TextFormat): SureRecords {
    let known = this.#sureRecords.get(format);
    if (known === undefined) this.#sureRecords.set(format, (known = new SureRecords()));
    return known;
  }

  ruleForViolation({ at, attribute, keyword }: Violation): Active<ViolationRule> | undefined {
    return this.#byViolation.get(`${at.join('.')}:${keyword}`) ?? this.#byViolation.get(`${attribute}:${keyword}`) ?? this.#byViolation.get(`*:${keyword}`);
  }
}

/** Undefined when the rule is off. Without a setting a rule is off: presets are settings, too. */
function activate(rule: Rule, setting: RuleSetting | undefined): Active | undefined {
  if (setting === undefined || setting === 'off') return undefined;
  const isLevel = typeof setting === 'string';
  const severity = isLevel ? setting : (setting[0] as Severity | 'off');
  if (severity === 'off') return undefined;
  const options = rule.options === undefined && isLevel ? NO_OPTIONS : optionsOf(rule, isLevel ? {} : setting[1]);
  return { rule, severity, isSeveritySet: severity !== rule.severity, options: options as never };
}

const NO_OPTIONS = {};

function optionsOf({ options: schema }: Rule, given: object): object {
  const defaults: Record<string, unknown> = {};
  for (const [name, { default: value }] of Object.entries(schema?.properties ?? {})) defaults[name] = value;
  return { ...defaults, ...given };
}
