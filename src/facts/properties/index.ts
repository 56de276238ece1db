import { CLIENT_PROPERTIES } from './clients.js';
import { GLANCE_PROPERTIES } from './glance.js';
import { IRONIC_PROPERTIES } from './ironic.js';
import { NOVA_GUEST } from './nova-guest.js';
import { NOVA_HARDWARE } from './nova-hardware.js';
import { NOVA_LEGACY } from './nova-legacy.js';
import type { PropertyFact } from './property-fact.js';
import { SOFTWARE_PROPERTIES } from './software.js';

export * from './property-fact.js';

/** Every property that somebody is known to read. */
export const PROPERTIES: readonly PropertyFact[] = [
  ...NOVA_HARDWARE,
  ...NOVA_GUEST,
  ...NOVA_LEGACY,
  ...GLANCE_PROPERTIES,
  ...IRONIC_PROPERTIES,
  ...CLIENT_PROPERTIES,
  ...SOFTWARE_PROPERTIES,
];

const BY_NAME: ReadonlyMap<string, PropertyFact> = new Map(
  PROPERTIES.filter(({ pattern }) => pattern === undefined).map((fact) => [fact.name, fact]),
);
const BY_PATTERN = PROPERTIES.filter(({ pattern }) => pattern !== undefined);

/** What is known about a property; undefined when nobody is known to read it. */
export function propertyFact(name: string): PropertyFact | undefined {
  return BY_NAME.get(name) ?? BY_PATTERN.find(({ pattern }) => (pattern as RegExp).test(name));
}
