import { RULES } from '../../rules/index.js';
import { yamlReader } from '../../src/text/yaml.js';

/** The images of the rules' examples, each with its custom properties beside its attributes. */
export const EXAMPLE_IMAGES: readonly Readonly<Record<string, unknown>>[] = RULES.flatMap(({ examples }) => [...examples.bad, ...examples.good])
  .flatMap(({ manifest }) => yamlReader.read(manifest).documents.flatMap(({ value }) => (Array.isArray(value) ? (value as unknown[]) : [value])))
  .filter((value): value is Record<string, unknown> => typeof value === 'object' && value !== null && !('images' in value) && !('versions' in value))
  .map(({ properties, ...attributes }) => ({ ...attributes, ...(typeof properties === 'object' ? properties : {}) }));
