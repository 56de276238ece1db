import type { Excerpt, Finding, RelatedPlace, Suppression } from '../model/finding.js';
import type { Path } from '../model/image.js';
import type { ComparedImage, ComparedPlace, Comparison, Shard } from '../model/report.js';
import type { Member, SetRule } from '../model/rule.js';
import { toPointer } from '../text/index.js';
import type { Catalogue } from './catalogue.js';
import { sift } from './lint-located.js';
import type { LocateOptions } from './locate-findings.js';
import { RuleError, type RawFinding, type Subject } from './raw-finding.js';
import { compare, sharingKeys } from './set-rules.js';

export interface MergeOptions extends Pick<LocateOptions, 'docsOf'> {
  readonly catalogue: Catalogue;
  /** Orders files as an undivided run would. */
  byFile(a: string, b: string): number;
  onError(error: RuleError): void;
}

/** One part of a run. Of the images, those are enough that may share a key with another one; `count` says how many there are. */
export interface ShardToMerge extends Omit<Shard, 'comparisons'> {
  readonly comparisons: readonly (Comparison & { readonly count: number })[];
}

/** What the rules that compare images find in those of all shards together; what comments hold back apart. */
export function compareShards(shards: readonly ShardToMerge[], options: MergeOptions): { readonly kept: Finding[]; readonly held: Finding[] } {
  const findings: Finding[] = [];
  const suppressions = new Map<Finding, Suppression>();
  for (const id of new Set(shards.flatMap(({ comparisons }) => comparisons.map(({ rule }) => rule)))) {
    const rule = options.catalogue.rule(id);
    if (rule === undefined || !('checkSet' in rule)) {
      options.onError(new RuleError(id, 'is not known here, so that images were not compared by it; load its plugin'));
      continue;
    }
    for (const finding of findingsOf(rule, shards, options)) {
      const place = placeOf(finding.subject, finding.at);
      const located = locate(finding, place, options);
      if (place.suppression !== null) suppressions.set(located, place.suppression);
      findings.push(located);
    }
  }
  return sift(findings, (finding) => suppressions.get(finding));
}

/** An image of a report: it has no manifest any more, but the places that the rule may speak of. */
interface ReportedSubject extends Subject {
  readonly compared: ComparedImage;
}

type ReportedFinding = Omit<RawFinding, 'subject' | 'related'> & {
  readonly subject: ReportedSubject;
  readonly related: readonly { readonly message: string; readonly at: Path; readonly subject: ReportedSubject }[];
};

function findingsOf(rule: SetRule, shards: readonly ShardToMerge[], { byFile, onError }: MergeOptions): readonly ReportedFinding[] {
  const comparisons = shards.flatMap((shard) => shard.comparisons.filter(({ rule: id }) => id === rule.id).map((comparison) => ({ shard, ...comparison })));
  const [first] = comparisons;
  if (first === undefined) return [];
  const images = comparisons.flatMap((comparison) => comparison.images)
    .sort((a, b) => byFile(a.file, b.file) || a.image.index - b.image.index);
  const subjects = new Map<Member<never>, ReportedSubject>();
  for (const image of sharingKeys(images)) subjects.set({ extract: image.extract as never, file: image.file }, subjectOf(image));
  const { severity, isSeveritySet, options, shard: { cloud } } = first;
  const context = { cloud: { ...cloud, checkSite: null }, count: () => comparisons.reduce((sum, { count }) => sum + count, 0) };
  const found = compare({ rule, severity, isSeveritySet, options: options as never }, [...subjects.keys()], subjects, context, onError);
  // All subjects are those from above.
  return found as readonly RawFinding[] as readonly ReportedFinding[];
}

function subjectOf(compared: ComparedImage): ReportedSubject {
  const { file, document, image } = compared;
  return { compared, file, document, identity: image, raw: { attributes: {}, properties: {}, intent: image.intent, locate: (path) => path } };
}

function placeOf({ compared: { places } }: ReportedSubject, at: Path): ComparedPlace {
  const wanted = JSON.stringify(at);
  // The first one is the image itself.
  return places.find((place) => JSON.stringify(place.at) === wanted) ?? (places[0] as ComparedPlace);
}

const NO_EXCERPT: Omit<Excerpt, 'firstLine'> = { firstColumn: 1, lines: [], starts: [] };

function locate({ rule, subject, at, related, severity, message, messageId, data, consequence, document }: ReportedFinding, { pointer, range }: ComparedPlace, { docsOf }: MergeOptions): Finding {
  return {
    rule: rule.id, severity, message, messageId, data, consequence,
    file: subject.file, document, pointer, range,
    imagePointer: toPointer(at.map((step) => (typeof step === 'number' ? '*' : step))),
    image: subject.identity,
    related: related.map((place): RelatedPlace => {
      const { pointer: where, range: span } = placeOf(place.subject, place.at);
      return { message: place.message, file: place.subject.file, pointer: where, range: span };
    }),
    fix: null,
    docs: rule.docs ?? docsOf(rule.id),
    excerpt: { firstLine: range.start.line, ...NO_EXCERPT },
  };
}
