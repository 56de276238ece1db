import { RULES } from '../../rules/index.js';
import type { Rule } from '../../src/model/rule.js';
import { yamlReader } from '../../src/text/yaml.js';

/** The images of rules' examples, each with its custom properties beside its attributes. */
export function imagesOf(rules: readonly Rule[]): readonly Readonly<Record<string, unknown>>[] {
  return rules.flatMap(({ examples }) => [...examples.bad, ...examples.good])
    .flatMap(({ manifest }) => yamlReader.read(manifest).documents.flatMap(({ value }) => (Array.isArray(value) ? (value as unknown[]) : [value])))
    .filter((value): value is Record<string, unknown> => typeof value === 'object' && value !== null && !('images' in value) && !('versions' in value))
    .map(({ properties, ...attributes }) => ({ ...attributes, ...(typeof properties === 'object' ? properties : {}) }));
}

export const EXAMPLE_IMAGES = imagesOf(RULES);
