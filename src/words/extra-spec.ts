import { FLAVOR_ONLY, FLAVOR_PREFIXES } from '../facts/properties/mistaken-names.js';

const BY_NAME: ReadonlyMap<string, string> = new Map(FLAVOR_ONLY.map(({ name, extraSpec = name }) => [name, extraSpec]));

/** The extra spec that a property name stands for, when only flavors can have it. */
export function extraSpecOf(name: string): string | undefined {
  return BY_NAME.get(name.replace(':', '_')) ?? (FLAVOR_PREFIXES.some((prefix) => name.startsWith(prefix)) ? name : undefined);
}
