import { isOlderThan } from '../facts/releases.js';
import type { StoreDriverFact } from '../facts/stores.js';

/** Is the driver missing in a release of OpenStack? Null is the newest release. */
export function isDriverGone({ gone }: StoreDriverFact, release: string | null): boolean {
  if (gone === undefined || isOlderThan(release, gone.from)) return false;
  return gone.until === undefined || isOlderThan(release, gone.until);
}
