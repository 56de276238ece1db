import { ATTRIBUTES } from '../facts/attributes.js';
import { DISTRIBUTIONS } from '../facts/distributions.js';
import { HASHES } from '../facts/hashes.js';
import { STATUSES, VISIBILITIES } from '../facts/lifecycle.js';
import { propertyFact } from '../facts/properties/index.js';
import { isOlderThan } from '../facts/releases.js';
import type { Cloud } from '../model/cloud.js';
import type { Attribute } from '../model/image.js';

/** A value to choose from. */
export interface Choice {
  readonly value: string | boolean;
  readonly detail?: string;
}

const BOOLEANS: readonly Choice[] = [{ value: true }, { value: false }];

/** The values of an attribute, where they can be counted. */
export function attributeChoices(name: Attribute, cloud: Cloud): readonly Choice[] {
  switch (name) {
    case 'disk_format': return cloud.diskFormats.map((value) => ({ value }));
    case 'container_format': return cloud.containerFormats.map((value) => ({ value }));
    case 'visibility': return VISIBILITIES.map((value) => ({ value }));
    case 'status': return STATUSES.map((value) => ({ value }));
    case 'os_hash_algo': return HASHES.map(({ name: value, isWeak }) => ({ value, ...(isWeak === true ? { detail: 'weak' } : {}) }));
    case 'store': return (cloud.stores ?? []).map((value) => ({ value }));
    default: return ATTRIBUTES.some((fact) => fact.name === name && fact.type === 'boolean') ? BOOLEANS : [];
  }
}

/** The values of a property, where they can be counted. A cloud that is too old for some does not get to see them. */
export function propertyChoices(name: string, { release }: Cloud): readonly Choice[] {
  // No service has a list of these names; Glance's documentation and custom have.
  if (name === 'os_distro') return DISTRIBUTIONS.map((fact) => ({ value: fact.name, detail: fact.title }));
  const value = propertyFact(name)?.value;
  if (value?.kind === 'boolean') return [{ value: 'true' }, { value: 'false' }];
  if (value?.kind !== 'enum') return [];
  return value.allowed.filter((word) => !isOlderThan(release, value.newer?.[word] ?? '')).map((word) => {
    const since = value.newer?.[word];
    return { value: word, ...(since === undefined ? {} : { detail: `since ${since}` }) };
  });
}
