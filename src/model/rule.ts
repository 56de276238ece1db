import type { Cloud } from './cloud.js';
import type { Stray } from './dialect.js';
import type { Consequence, Severity } from './finding.js';
import type { Attribute, Image, Intent, Path } from './image.js';

export type Topic =
  | 'format' | 'size' | 'integrity' | 'store' | 'lifecycle' | 'identity' | 'compute' | 'signature'
  | 'volume' | 'baremetal' | 'catalogue' | 'source' | 'yaml' | 'policy' | 'plugin';

export type Preset = 'recommended' | 'strict' | 'scs';

/** A rule's example: a manifest in YAML. Run as a test, shown by `explain`, printed in the docs. */
export interface Example {
  readonly manifest: string;
  /** Defaults to what the manifest looks like. */
  readonly intent?: Intent;
  readonly options?: Readonly<Record<string, unknown>>;
  readonly cloud?: Partial<Cloud>;
  /** Properties that the cloud's own image schema describes. */
  readonly cloudSchema?: Readonly<Record<string, unknown>>;
  /** How often the rule reports it; only for bad examples, default 1. */
  readonly count?: number;
  /** A few words on what to see, for the docs. */
  readonly note?: string;
}

/** What is to be said, by id. `{name}` stands for a value of the report's `data`. */
export type Messages = Readonly<Record<string, string>>;

/** Everything about a rule but its function. */
export interface RuleMeta {
  /** kebab-case; says the fact. A plugin's rules are `plugin/rule`. Never changes meaning. */
  readonly id: string;
  readonly topic: Topic;
  /** What holds when the rule is satisfied: one clause, no full stop. */
  readonly summary: string;
  readonly severity: Severity;
  readonly consequence: Consequence;
  /** Presets that switch the rule on; default: `recommended` and `strict`. */
  readonly presets?: readonly Preset[];
  /** The intents under which the rule looks; default both. */
  readonly intents?: readonly Intent[];
  /** What differs for a record: nobody will send it, so the same fact often weighs less. */
  readonly inRecord?: { readonly severity?: Severity; readonly consequence: Consequence };
  /** Why it matters: whole sentences, in Markdown. */
  readonly why: string;
  /** Where the fact can be read: `repository path`, as in `glance glance/api/v2/images.py`. */
  readonly source: readonly string[];
  readonly messages: Messages;
  /** JSON Schema of the options object, with a `default` for each option. */
  readonly options?: OptionSchema;
  readonly examples: { readonly bad: readonly Example[]; readonly good: readonly Example[] };
  /** Page with more, for a plugin's rule. The built-in rules' pages are generated. */
  readonly docs?: string;
}

export interface OptionSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, { readonly default?: unknown; readonly [keyword: string]: unknown }>>;
  readonly additionalProperties: false;
  readonly required?: readonly string[];
}

/**
 * A change in terms of the image. The text layer turns it into edits of the manifest's own characters,
 * so that comments and layout stay.
 */
export type Change =
  | { readonly replace: string | number | boolean | null }
  /** Puts the characters that stand there into quotes: `22.10` becomes `"22.10"`. */
  | { readonly quote: true }
  | { readonly rename: string }
  | { readonly remove: true }
  /** Puts something new into the map that stands there; only under names that all dialects spell alike. */
  | { readonly add: Addition };

/** An entry that a map is to get. */
export interface Addition {
  readonly name: string;
  readonly value: string | number | boolean | null;
}

export interface SuggestedFix {
  readonly safe: boolean;
  /** In the imperative: "Write `qcow2`". */
  readonly description: string;
  readonly change: Change;
  /** Where to change; default: where the finding is. */
  readonly at?: Path;
}

/** What a rule reports. */
export interface RuleReport {
  readonly message: string;
  /** A place in the image: `['min_disk']`, `['properties', 'os_type']`, `['tags', 1]`; `[]` is the image itself. */
  readonly at: Path;
  /** Points at the attribute's name instead of its value. */
  readonly onName?: boolean;
  readonly data?: Readonly<Record<string, string | number>>;
  readonly fix?: SuggestedFix | undefined;
  /** When this case ends otherwise than the rule's usual one. */
  readonly consequence?: Consequence | undefined;
  readonly severity?: Severity;
  /** Other places of the same image. */
  readonly related?: readonly { readonly message: string; readonly at: Path }[];
}

/** What a dialect's tool does with a property value that is not a string. */
export type PropertyHandling = 'rejected' | 'converted';

export interface DialectTraits {
  readonly name: string;
  readonly title: string;
  /**
   * What becomes of a property value that is not a string: Glance rejects it, most tools turn it into a
   * string of their own making.
   */
  readonly nonStringProperty: PropertyHandling;
  /**
   * Attributes whose absence tells nothing: the dialect has no word for them, or its tool fills them in.
   * `properties` stands for all custom properties.
   */
  readonly leavesOpen?: readonly (Attribute | 'properties')[];
  /** The YAML version that the dialect's tool reads: 1.1 for PyYAML. Default: 1.2. */
  readonly yaml?: '1.1' | '1.2';
  /** What becomes of a value of a wrong type. Default: Glance refuses it when the image is created. */
  readonly onWrongType?: Consequence;
  /** What becomes of a key that the dialect does not know. */
  readonly onStray?: Consequence;
}

export interface RuleContext<Options = Readonly<Record<string, never>>> {
  readonly intent: Intent;
  readonly cloud: Cloud;
  readonly dialect: DialectTraits;
  readonly options: Options;
  report(finding: RuleReport): void;
  /**
   * True when the manifest does not write the attribute or property at all (so: not merely unknown or of a wrong
   * type), although its dialect could.
   */
  isAbsent(name: Attribute | `properties.${string}`): boolean;
  /** Keys of the manifest that its dialect does not know. `['strays', n]` is the place of the n-th. */
  readonly strays: readonly Stray[];
}

/** Looks at one image. */
export interface ImageRule extends RuleMeta {
  /**
   * The attributes, `properties.<name>`s and `source.<name>`s that the rule is about: it is called only for images
   * that have at least one of them. `'*'` for every image.
   */
  readonly reads: readonly string[];
  /**
   * Base attributes of which all ordinary values (src/engine/value-shapes.ts), digests of one length and tags of one
   * number, are the same to the rule: where those of an image are ordinary or absent, what the rule finds depends on no value that differs between like images. So it need
   * not be called for such an image when it found nothing in a like one. Held against the rule by a property test.
   */
  readonly passes?: readonly Attribute[];
  check(image: Image, context: RuleContext<never>): void;
}

/** A violation of the image schema. */
export interface Violation {
  /** The schema keyword: `type`, `enum`, `pattern`, `maxLength`, … */
  readonly keyword: string;
  readonly at: Path;
  /** The first step of `at`; empty for the image itself. */
  readonly attribute: string;
  readonly value: unknown;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Words a violation of the image schema. */
export interface ViolationRule extends RuleMeta {
  /**
   * `attribute:keyword`, such as `name:maxLength`, or more exactly `properties.metadata:type`; `*:keyword` for those
   * that nobody names.
   */
  readonly violations: readonly string[];
  explain(violation: Violation, context: RuleContext<never>): void;
}

/** What a set rule takes of an image to compare it with others. */
export interface Extract {
  readonly [key: string]: string | number | boolean | null | undefined;
}

/** An image's extract, and the way to report about that image. */
export interface Member<E extends Extract = Extract> {
  readonly extract: E;
  readonly file: string;
}

/** Without a fix: fixing looks at one manifest at a time. */
export interface SetReport<E extends Extract = Extract> extends Omit<RuleReport, 'related' | 'fix'> {
  readonly member: Member<E>;
  readonly related?: readonly { readonly message: string; readonly at: Path; readonly member: Member<E> }[];
}

export interface SetContext<Options = Readonly<Record<string, never>>> {
  readonly cloud: Cloud;
  readonly options: Options;
  /** How many images had keys. */
  readonly count: number;
  report(finding: SetReport): void;
}

/** What a set rule knows of an image's surroundings. */
export type SetImageContext<Options = Readonly<Record<string, never>>> = Pick<RuleContext<Options>, 'intent' | 'dialect' | 'options'> & {
  readonly file: string;
};

/**
 * Looks at images of a run together: at those that share a key with another one. Of all others nothing is kept, so
 * that memory does not grow with the manifests.
 */
export interface SetRule extends RuleMeta {
  /** Are images compared with those of their own file only: all of them, or those with some intent? Keys need not tell files apart then. */
  readonly within?: 'file' | { readonly [I in Intent]?: 'file' };
  /**
   * The places that it may report. When machines share the work, nothing else is known of an image once their reports
   * are merged. Default: the image itself.
   */
  readonly reportsAt?: readonly Path[];
  /** What an image must have one of to have keys, written as an image rule's `reads`. Default: every image may have keys. */
  readonly reads?: readonly string[];
  /**
   * In place of `reads`, where all images may have keys, but only some begin a comparison: those that have one of these.
   * While none does, `keys` is not asked of the others.
   */
  readonly begins?: readonly string[];
  /**
   * What the image may have in common with others, such as its id. None: the rule is not about it. A key that is
   * given twice singles the image out, whatever the others have.
   */
  keys(image: Image, context: SetImageContext<never>): readonly string[];
  extract(image: Image, context: SetImageContext<never>): Extract;
  checkSet(members: readonly Member<never>[], context: SetContext<never>): void;
}

/** A finding that the reader makes before there is an image: a syntax error, a duplicate key. */
export interface ReaderRule extends RuleMeta {
  readonly raisedBy: 'reader';
}

export type Rule = ImageRule | ViolationRule | SetRule | ReaderRule;

/** Declares a rule that looks at one image. */
export function defineRule<Options = Readonly<Record<string, never>>>(
  rule: Omit<ImageRule, 'check'> & { check(image: Image, context: RuleContext<Options>): void },
): ImageRule {
  return rule as ImageRule;
}

/** Declares a rule that words violations of the image schema. */
export function defineViolationRule(
  rule: Omit<ViolationRule, 'explain'> & { explain(violation: Violation, context: RuleContext): void },
): ViolationRule {
  return rule as ViolationRule;
}

/** Declares a rule over all images of a run. */
export function defineSetRule<E extends Extract, Options = Readonly<Record<string, never>>>(
  rule: Omit<SetRule, 'checkSet' | 'extract' | 'keys'> & {
    keys(image: Image, context: SetImageContext<Options>): readonly string[];
    extract(image: Image, context: SetImageContext<Options>): E;
    checkSet(members: readonly Member<E>[], context: SetContext<Options>): void;
  },
): SetRule {
  return rule as unknown as SetRule;
}

/** Declares a rule whose findings the reader makes. */
export function defineReaderRule(rule: Omit<ReaderRule, 'raisedBy'>): ReaderRule {
  return { ...rule, raisedBy: 'reader' };
}
