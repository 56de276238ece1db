/**
 * Names that no custom property may have: Glance answers 403, on create and on change.
 * Source: glance glance/api/v2/images.py RequestDeserializer.
 */
export const RESERVED_NAMES: readonly string[] = ['location', 'deleted', 'deleted_at'];

/**
 * What no custom property's name may begin with: Glance keeps notes of its own under such names.
 * Source: glance glance/api/common.py GLANCE_RESERVED_NS; enforced since Wallaby.
 */
export const RESERVED_PREFIX = 'os_glance';
