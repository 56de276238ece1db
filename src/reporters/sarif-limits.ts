import type { Notification } from 'sarif';
import type { Finding, Severity } from '../model/finding.js';

/** GitHub refuses a run with more results, and shows fewer still: the most severe ones. */
const MOST_RESULTS = 25_000;
const MOST_SHOWN = 5_000;
const BY_SEVERITY: readonly Severity[] = ['error', 'warning', 'info'];
const ADVICE = 'Lint folders in runs of their own, each with a category, or hold back what is known by a baseline.';

/** How many results a run has, and how many findings there were before it was cut. */
export interface Extent {
  readonly results: number;
  readonly found: number;
}

export interface MostSevere extends Extent {
  readonly findings: Iterable<Finding>;
}

/**
 * The findings that a run has room for: errors first, then warnings, then infos; what stays keeps its order. There may
 * be a million, so they are counted and passed over, and neither copied nor sorted.
 */
export function mostSevere(lists: readonly (readonly Finding[])[]): MostSevere {
  const room: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  let found = 0;
  for (const list of lists) {
    found += list.length;
    for (const { severity } of list) room[severity]++;
  }
  let left = MOST_RESULTS;
  for (const severity of BY_SEVERITY) {
    room[severity] = Math.min(room[severity], left);
    left -= room[severity];
  }
  return { results: MOST_RESULTS - left, found, findings: { [Symbol.iterator]: () => within(lists, { ...room }) } };
}

function* within(lists: readonly (readonly Finding[])[], room: Record<Severity, number>): Generator<Finding> {
  for (const list of lists) {
    for (const finding of list) {
      if (room[finding.severity]-- > 0) yield finding;
    }
  }
}

/**
 * What was left out of a run, and what GitHub makes of it. Merged runs may have more results than GitHub takes, for only
 * their parts were cut.
 *
 * Source: GitHub docs "SARIF support for code scanning", limits.
 */
export function limitNotifications(extent: Extent): Notification[] {
  const { results, found } = extent;
  const notifications: Notification[] = [];
  if (results > MOST_RESULTS) {
    const of = found > results ? `, the most severe of each part, of ${found} findings` : '';
    notifications.push(about(extent, `GitHub refuses runs of more than ${MOST_RESULTS} results; this run has ${results}${of}. ${ADVICE}`));
  } else if (found > results) {
    notifications.push(about(extent, `Only the ${results} most severe of ${found} findings are in this run, for GitHub refuses runs of more than ${MOST_RESULTS} results. ${ADVICE}`));
  }
  if (results > MOST_SHOWN) notifications.push(about(extent, `GitHub shows only ${MOST_SHOWN} of the ${results} results of this run, the most severe ones.`));
  return notifications;
}

function about({ results, found }: Extent, text: string): Notification {
  return { level: 'warning', message: { text }, properties: { results, found } };
}

/** Is a notification about the number of results? After a merge it is not true any more. */
export function isLimitNotification({ properties }: Notification): boolean {
  return typeof properties?.['results'] === 'number';
}

/** How many findings there were before a run was cut, by what it says itself: a merge must not hide that it was. */
export function foundBefore(results: number, told: readonly Notification[]): number {
  let most = results;
  for (const { properties } of told) {
    const found: unknown = properties?.['found'];
    if (typeof found === 'number' && found > most) most = found;
  }
  return most;
}
