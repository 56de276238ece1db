/** Where an image can be in its life. Source: glance glance/api/v2/images.py get_base_properties. */
export const STATUSES: readonly string[] = [
  'queued', 'saving', 'uploading', 'importing', 'active', 'deactivated', 'killed', 'pending_delete', 'deleted',
];

/** What people and other services say, and Glance's word for it. */
export const STATUS_ALIASES: Readonly<Record<string, string>> = {
  available: 'active', ready: 'active', uploaded: 'active', ok: 'active', enabled: 'active',
  disabled: 'deactivated', inactive: 'deactivated',
  created: 'queued', pending: 'queued', new: 'queued',
  error: 'killed', failed: 'killed', removed: 'deleted',
};

/** The statuses of an image whose formats are set: Glance asks for them before it takes data. Source: glance glance/domain/__init__.py. */
export const STATUSES_WITH_FORMATS: readonly string[] = ['saving', 'importing', 'active', 'deactivated'];

/** Who may see an image. Source: glance glance/api/v2/images.py get_base_properties. */
export const VISIBILITIES: readonly string[] = ['public', 'community', 'shared', 'private'];

/** What people say, and Glance's word for it. */
export const VISIBILITY_ALIASES: Readonly<Record<string, string>> = {
  global: 'public', world: 'public', everyone: 'public', all: 'public', published: 'public', true: 'public',
  project: 'private', tenant: 'private', owner: 'private', internal: 'private', false: 'private',
  communal: 'community', members: 'shared', share: 'shared',
};
