/**
 * OpenStack's releases, oldest first, by name and (since 2023) number.
 * Source: openstack/releases deliverables.
 */
export const RELEASES: readonly (readonly [name: string, number?: string])[] = [
  ['austin'], ['bexar'], ['cactus'], ['diablo'], ['essex'], ['folsom'], ['grizzly'], ['havana'], ['icehouse'], ['juno'],
  ['kilo'], ['liberty'], ['mitaka'], ['newton'], ['ocata'], ['pike'], ['queens'], ['rocky'], ['stein'], ['train'],
  ['ussuri'], ['victoria'], ['wallaby'], ['xena'], ['yoga'], ['zed'],
  ['antelope', '2023.1'], ['bobcat', '2023.2'], ['caracal', '2024.1'], ['dalmatian', '2024.2'], ['epoxy', '2025.1'],
  ['flamingo', '2025.2'], ['gazpacho', '2026.1'], ['hibiscus', '2026.2'],
];
