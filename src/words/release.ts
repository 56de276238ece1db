import { RELEASES } from '../facts/releases.js';

/**
 * Is the cloud's release older than another? Null, and a release that we never heard of, mean the newest.
 */
export function isOlderThan(release: string | null, other: string): boolean {
  if (release === null) return false;
  const age = ageOf(release);
  return age >= 0 && age < ageOf(other);
}

function ageOf(release: string): number {
  const word = release.trim().toLowerCase();
  return RELEASES.findIndex((names) => names.includes(word));
}
