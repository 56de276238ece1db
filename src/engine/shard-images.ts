import type { Cloud } from '../model/cloud.js';
import type { ComparedImage, ComparedPlace, Comparison } from '../model/report.js';
import type { Extract, SetRule } from '../model/rule.js';
import { linesOf, placeOf, type Source } from './locate-findings.js';
import type { Subject } from './raw-finding.js';
import { hasPlace } from './report-finding.js';
import type { Active } from './rule-set.js';
import type { Suppressions } from './suppressions.js';

/** What a rule takes of an image to compare it. */
interface Taken {
  readonly subject: Subject;
  readonly keys: readonly string[];
  readonly extract: Extract;
}

type Located = Omit<ComparedImage, 'places'> & { readonly places: readonly Omit<ComparedPlace, 'suppression'>[] };

/** The images of one shard that rules will compare with those of others, with all that a report about them needs. */
export class ShardImages {
  readonly #comparisons = new Map<string, { readonly active: Active<SetRule>; readonly images: Located[] }>();
  #cloud: Cloud | undefined;
  #taken: { readonly active: Active<SetRule>; readonly taken: Taken }[] = [];

  add(active: Active<SetRule>, cloud: Cloud, taken: Taken): void {
    this.#cloud ??= cloud;
    this.#taken.push({ active, taken });
  }

  /** Finds the places of the images that were added since the last time. They are all of one manifest. */
  locate(source: Source): void {
    if (this.#taken.length === 0) return;
    const lines = linesOf(source);
    for (const { active, taken: { subject, keys, extract } } of this.#taken) {
      const ats = [[], ...(active.rule.reportsAt ?? [])];
      const places = ats.filter((at) => hasPlace(subject, at)).map((at) => ({ at, ...placeOf(subject, at, source, lines) }));
      const { file, document, identity: image } = subject;
      const { id } = active.rule;
      let comparison = this.#comparisons.get(id);
      if (comparison === undefined) this.#comparisons.set(id, (comparison = { active, images: [] }));
      comparison.images.push({ file, document, image, keys, extract, places });
    }
    this.#taken = [];
  }

  /** The cloud of the first image; undefined when there was none. */
  get cloud(): Cloud | undefined {
    return this.#cloud;
  }

  comparisons(suppressionsOf: (file: string) => Suppressions | undefined): Comparison[] {
    return [...this.#comparisons].map(([rule, { active: { severity, isSeveritySet, options }, images }]) => ({
      rule,
      severity,
      isSeveritySet,
      options,
      images: images.map((image) => ({
        ...image,
        places: image.places.map((place) => ({ ...place, suppression: suppressionsOf(image.file)?.suppressionOf({ rule, range: place.range }) ?? null })),
      })),
    }));
  }
}
