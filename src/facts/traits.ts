/** What the names of traits begin with. Source: os-traits os_traits, placement placement/schemas/trait.py. */
export const TRAIT_NAMESPACES: readonly string[] = ['COMPUTE_', 'HW_', 'MISC_', 'OWNER_', 'STORAGE_', 'CUSTOM_'];
