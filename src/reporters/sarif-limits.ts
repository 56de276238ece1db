import type { Notification } from 'sarif';

/** GitHub refuses a run with more results, and shows fewer still: the most severe ones. */
const MOST_RESULTS = 25_000;
const MOST_SHOWN = 5_000;

/**
 * What GitHub makes of a run with so many results. Other readers take them all, so none is left out.
 *
 * Source: GitHub docs "SARIF support for code scanning", limits.
 */
export function limitNotifications(results: number): Notification[] {
  const notifications: Notification[] = [];
  if (results > MOST_RESULTS) {
    notifications.push(about(results, 'warning', `GitHub refuses runs of more than ${MOST_RESULTS} results and files of more than 10 MB (compressed); this run has ${results} results. `
      + 'Lint folders in runs of their own, each with a category, or hold back what is known by a baseline.'));
  }
  if (results > MOST_SHOWN) notifications.push(about(results, 'note', `GitHub shows only ${MOST_SHOWN} of the ${results} results of this run, the most severe ones.`));
  return notifications;
}

function about(results: number, level: Notification['level'], text: string): Notification {
  return { level, message: { text }, properties: { results } };
}

/** Is a notification about the number of results? After a merge it is not true any more. */
export function isLimitNotification({ properties }: Notification): boolean {
  return typeof properties?.['results'] === 'number';
}
