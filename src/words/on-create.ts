import type { AttributeFact } from '../facts/attributes.js';

/** What a create request with an attribute gets, in words. */
export const ON_CREATE: Readonly<Record<AttributeFact['onCreate'], string>> = {
  settable: 'may be set',
  refused: 'refused: Glance sets it (403)',
  masked: 'accepted, stored and never shown',
  unknown: 'not an attribute of Glance',
};
