/** An OpenStack release, oldest first in `RELEASES`. */
export interface ReleaseFact {
  /** The name as OpenStack writes it today: a word up to Zed, a number since. */
  readonly name: string;
  /** The other name that people use. */
  readonly codename?: string;
  /** Major version of Nova in it. */
  readonly nova: number;
}

/** Source: releases deliverables, nova doc/source/reference and release notes. */
export const RELEASES: readonly ReleaseFact[] = [
  { name: 'liberty', nova: 12 },
  { name: 'mitaka', nova: 13 },
  { name: 'newton', nova: 14 },
  { name: 'ocata', nova: 15 },
  { name: 'pike', nova: 16 },
  { name: 'queens', nova: 17 },
  { name: 'rocky', nova: 18 },
  { name: 'stein', nova: 19 },
  { name: 'train', nova: 20 },
  { name: 'ussuri', nova: 21 },
  { name: 'victoria', nova: 22 },
  { name: 'wallaby', nova: 23 },
  { name: 'xena', nova: 24 },
  { name: 'yoga', nova: 25 },
  { name: 'zed', nova: 26 },
  { name: '2023.1', codename: 'antelope', nova: 27 },
  { name: '2023.2', codename: 'bobcat', nova: 28 },
  { name: '2024.1', codename: 'caracal', nova: 29 },
  { name: '2024.2', codename: 'dalmatian', nova: 30 },
  { name: '2025.1', codename: 'epoxy', nova: 31 },
  { name: '2025.2', codename: 'flamingo', nova: 32 },
  { name: '2026.1', codename: 'gazpacho', nova: 33 },
  { name: '2026.2', codename: 'hibiscus', nova: 34 },
];

const ORDER: ReadonlyMap<string, number> = new Map(
  RELEASES.flatMap(({ name, codename }, index) => [name, ...(codename === undefined ? [] : [codename])].map((word) => [word, index] as const)),
);

/** Place of a release in `RELEASES`, by name, number or codename in any case; undefined when it is not known. */
export function releaseOrder(release: string): number | undefined {
  return ORDER.get(release.trim().toLowerCase());
}

/** Is the target older than the release that brought something? A target that is null or not known counts as the newest. */
export function isOlderThan(target: string | null, since: string): boolean {
  if (target === null) return false;
  const [place, needed] = [releaseOrder(target), releaseOrder(since)];
  return place !== undefined && needed !== undefined && place < needed;
}
