/**
 * A storage driver of glance_store. What people choose when they upload is not a driver but a store id, which the
 * operator made up and tied to a driver in `enabled_backends`; the two are easily confused.
 * Sources: glance_store setup.cfg, get_schemes() of glance_store/_drivers/*.py, release notes.
 */
export interface StoreDriverFact {
  readonly name: string;
  /** Schemes of its location URLs. */
  readonly schemes: readonly string[];
  /** Images can be registered in it, but not uploaded to it. */
  readonly isReadOnly?: boolean;
  /** Releases without it: OpenStack's names, and glance_store's versions for people who look them up. */
  readonly gone?: {
    readonly from: string;
    readonly fromVersion: string;
    readonly until?: string;
    readonly untilVersion?: string;
  };
}

export const STORE_DRIVERS: readonly StoreDriverFact[] = [
  { name: 'file', schemes: ['file', 'filesystem'] },
  { name: 'rbd', schemes: ['rbd'] },
  { name: 'swift', schemes: ['swift', 'swift+http', 'swift+https', 'swift+config'] },
  { name: 'cinder', schemes: ['cinder'] },
  {
    name: 's3',
    schemes: ['s3', 's3+http', 's3+https'],
    gone: { from: 'newton', fromVersion: '0.16.0', until: 'ussuri', untilVersion: '2.0.0' },
  },
  { name: 'http', schemes: ['http', 'https'], isReadOnly: true },
  { name: 'vmware', schemes: ['vsphere'] },
  { name: 'gridfs', schemes: ['gridfs'], gone: { from: 'mitaka', fromVersion: '0.11.0' } },
  { name: 'sheepdog', schemes: ['sheepdog'], gone: { from: 'ussuri', fromVersion: '1.1.0' } },
];
