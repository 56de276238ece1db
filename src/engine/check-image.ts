import type { RawImage } from '../model/dialect.js';
import type { Attribute, Image } from '../model/image.js';
import { UNKNOWN } from '../model/image.js';
import type { DialectTraits, RuleContext, RuleReport, Violation } from '../model/rule.js';
import { violationsOf } from '../schema/violations.js';
import { pythonText } from '../words/python.js';
import { RuleError, type RawFinding, type Subject } from './raw-finding.js';
import { holdToPlaces, toRawFinding } from './report-finding.js';
import type { Active, RuleSet } from './rule-set.js';

const PROPERTY = 'properties.';

export interface CheckedImage {
  readonly image: Image;
  readonly findings: readonly RawFinding[];
}

/**
 * Runs schema and rules over one image. `ambiguities`: values that other readers read otherwise. A rule that throws is handed to `onError`; the others go on.
 */
export function checkImage(
  subject: Subject,
  dialect: DialectTraits,
  rules: RuleSet,
  onError: (error: RuleError) => void,
  ambiguities: readonly Violation[] = [],
): CheckedImage {
  const findings: RawFinding[] = [];
  const { raw } = subject;
  const { intent } = subject.identity;
  const run = (active: Active, call: (context: RuleContext<never>) => void): void => {
    const { intents } = active.rule;
    if (intents !== undefined && !intents.includes(intent)) return;
    const context: RuleContext<never> = {
      intent,
      cloud: rules.cloud,
      dialect,
      options: active.options,
      report(report: RuleReport) {
        holdToPlaces(active, subject, report);
        findings.push(toRawFinding(active, subject, report));
      },
      isAbsent: (name) => isAbsent(raw, dialect, name),
      strays: raw.strays ?? [],
    };
    try {
      call(context);
    } catch (error) {
      onError(error instanceof RuleError ? error : new RuleError(active.rule.id, `failed: ${String(error)}`, error));
    }
  };

  const violations: readonly Violation[] = raw.malformed === undefined
    ? [...violationsOf(raw), ...releaseViolations(raw)]
    : [{ keyword: 'type', at: [], attribute: '', value: raw.malformed.value, params: { type: 'object' } }];
  for (const violation of [...violations, ...ambiguities]) {
    const active = rules.ruleForViolation(violation);
    if (active !== undefined) run(active, (context) => active.rule.explain(violation, context));
  }
  const image = cleanImage(subject, violations, dialect);
  if (raw.malformed === undefined) {
    for (const active of rules.rulesFor(raw)) {
      run(active, (context) => active.rule.check(image, context));
    }
  }
  return { image, findings };
}

function isAbsent(raw: RawImage, { leavesOpen = [] }: DialectTraits, name: Parameters<RuleContext['isAbsent']>[0]): boolean {
  const property = name.startsWith(PROPERTY) ? name.slice(PROPERTY.length) : undefined;
  if (property !== undefined) return !leavesOpen.includes('properties') && !Object.hasOwn(raw.properties, property);
  return !leavesOpen.includes(name as Attribute) && !Object.hasOwn(raw.attributes, name);
}

/** A version is text in every catalogue; one that is a number has lost its quotes. */
function releaseViolations({ release = {} }: RawImage): Violation[] {
  const { version: value } = release;
  return typeof value === 'number' ? [{ keyword: 'type', at: ['release', 'version'], attribute: 'release', value, params: { type: 'string' } }] : [];
}

/** The image without what has a wrong type or is not known: rules need not look twice. */
function cleanImage({ raw }: Subject, violations: readonly Violation[], { nonStringProperty }: DialectTraits): Image {
  const wrong = new Set(violations.filter(({ keyword }) => keyword === 'type').map(({ at }) => at.slice(0, at[0] === 'properties' ? 2 : 1).join('\0')));
  const clean: Record<string, unknown> = {};
  for (const name in raw.attributes) {
    const value = raw.attributes[name];
    const isKnown = value !== UNKNOWN && !(Array.isArray(value) && value.includes(UNKNOWN));
    if (isKnown && !wrong.has(name)) clean[name] = value;
  }
  const properties: Record<string, string> = Object.create(null);
  for (const name in raw.properties) {
    const value = raw.properties[name];
    if (typeof value === 'string') properties[name] = value;
    else if (nonStringProperty === 'converted' && (typeof value === 'number' || typeof value === 'boolean')) properties[name] = pythonText(value);
  }
  return { ...clean, ...annex('source', raw.source), ...annex('release', raw.release), properties };
}

/** What dialects tell beside the image itself; known values of the right type only. */
function annex(name: 'source' | 'release', values: Readonly<Record<string, unknown>> | undefined): object {
  if (values === undefined) return {};
  const known = Object.entries(values).filter(([, value]) => ['string', 'boolean', 'number'].includes(typeof value));
  return { [name]: Object.fromEntries(known.map(([key, value]) => [key, typeof value === 'number' ? pythonText(value) : value])) };
}
