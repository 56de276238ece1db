import type { RawImage } from '../model/dialect.js';
import type { Consequence, ImageIdentity, Severity } from '../model/finding.js';
import type { Path } from '../model/image.js';
import type { Rule, SuggestedFix } from '../model/rule.js';
import type { Part } from './part.js';

/** An image on its way through the rules. */
export interface Subject {
  readonly file: string;
  /** The part of the manifest that it is in, when that was linted part by part. */
  readonly part?: Part | undefined;
  /** Number of the document within the file. */
  readonly document: number;
  readonly identity: ImageIdentity;
  readonly raw: RawImage;
}

/** A finding whose place is not yet line and column. */
export interface RawFinding {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly consequence: Consequence;
  readonly messageId: string;
  readonly message: string;
  readonly data: Readonly<Record<string, string | number>>;
  readonly document: number;
  readonly subject: Subject;
  readonly at: Path;
  readonly onName: boolean;
  readonly fix: SuggestedFix | undefined;
  readonly related: readonly { readonly message: string; readonly at: Path; readonly subject: Subject }[];
}

/** A rule broke its contract or threw. Names the rule; the run goes on. */
export class RuleError extends Error {
  override readonly name = 'RuleError';
  readonly ruleId: string;
  constructor(ruleId: string, message: string, cause?: unknown) {
    super(`rule "${ruleId}" ${message}`, { cause });
    this.ruleId = ruleId;
  }
}
