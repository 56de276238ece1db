import type { Consequence, Severity } from '../model/finding.js';
import type { Intent, Path } from '../model/image.js';
import type { RuleReport } from '../model/rule.js';
import { RuleError, type RawFinding, type Subject } from './raw-finding.js';
import type { Active } from './rule-set.js';

/** Refuses a report that points to what the image does not have. */
export function holdToPlaces({ rule }: Active, subject: Subject, report: RuleReport): void {
  for (const { at } of [report, ...(report.related ?? [])]) {
    if (!hasPlace(subject, at)) throw new RuleError(rule.id, `reports a place that the image does not have: ${at.join('.')}`);
  }
}

/** Makes a finding of what a rule reports; refuses unknown messages and messages with missing values. */
export function toRawFinding(
  active: Active,
  subject: Subject,
  report: RuleReport,
  related: RawFinding['related'] = (report.related ?? []).map((place) => ({ ...place, subject })),
): RawFinding {
  const { rule } = active;
  const data = report.data ?? {};
  return {
    rule,
    severity: severityOf(active, report, subject.identity.intent),
    consequence: consequenceOf(active, report, subject.identity.intent),
    messageId: report.message,
    message: fillMessage(rule.id, rule.messages, report.message, data),
    data,
    document: subject.document,
    subject,
    at: report.at,
    onName: report.onName ?? false,
    fix: report.fix,
    related,
  };
}

function severityOf(active: Active, report: RuleReport, intent: Intent): Severity {
  if (active.isSeveritySet) return active.severity;
  if (report.severity !== undefined) return report.severity;
  return (intent === 'record' ? active.rule.inRecord?.severity : undefined) ?? active.severity;
}

function consequenceOf(active: Active, report: RuleReport, intent: Intent): Consequence {
  if (intent === 'record' && active.rule.inRecord !== undefined) return active.rule.inRecord.consequence;
  return report.consequence ?? active.rule.consequence;
}

/** `{name}` in a message stands for a value of the data. */
export function fillMessage(ruleId: string, messages: Readonly<Record<string, string>>, id: string, data: object): string {
  const template = Object.hasOwn(messages, id) ? messages[id] : undefined;
  if (template === undefined) throw new RuleError(ruleId, `reports an unknown message: "${id}"`);
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (!Object.hasOwn(data, name)) throw new RuleError(ruleId, `gives no value for {${name}} of its message "${id}"`);
    return String((data as Record<string, unknown>)[name]);
  });
}

/** Does the image's manifest write what is at this place? */
export function hasPlace({ raw }: Subject, at: Path): boolean {
  const [first, second] = at;
  if (first === undefined) return true;
  if (first === 'strays') return raw.strays?.[Number(second)] !== undefined;
  const inner = first === 'properties' ? raw.properties : first === 'source' ? raw.source : first === 'release' ? raw.release : undefined;
  if (inner !== undefined) return second === undefined || Object.hasOwn(inner, String(second));
  return Object.hasOwn(raw.attributes, String(first));
}
