import { isAttribute } from '../../src/facts/attributes.js';
import type { Image } from '../../src/model/image.js';
import { defineRule } from '../../src/model/rule.js';
import { clip, oneOf, show } from '../../src/words/show.js';
import { matchesWildcard } from '../../src/words/wildcard.js';

interface Options {
  readonly properties: Readonly<Record<string, string | readonly string[]>>;
}

export default defineRule<Options>({
  id: 'required-properties',
  topic: 'policy',
  summary: 'images have the attributes and properties that the house requires, with values that it allows',
  severity: 'warning',
  consequence: { by: 'operator', when: 'always', effect: 'unclear' },
  presets: [],
  why: `A rule without an opinion of its own: it holds images against what your house agreed on. Name attributes and
properties with the patterns that their values have to match; several patterns are alternatives.`,
  source: ['glance-lint src/words/wildcard.ts'],
  messages: {
    missing: '{name} is missing, but is required here; it has to match {patterns}.',
    value: '{name} is {value}, but has to match {patterns} here.',
  },
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      properties: {
        description: 'Name → pattern, or a list of patterns. `*` is any text, `?` one character, `#` one digit, `[a-z]` one of a range.',
        type: 'object',
        additionalProperties: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' }, minItems: 1 }] },
        default: {},
      },
    },
  },
  examples: {
    bad: [{
      manifest: 'name: Debian 12\ndisk_format: raw\ncontainer_format: bare\nvisibility: public\ncost_center: sales\n',
      options: { properties: { cost_center: 'CC-####', visibility: ['private', 'shared'], os_admin_user: '*' } },
      count: 3,
    }],
    good: [{
      manifest: 'name: Debian 12\ndisk_format: raw\ncontainer_format: bare\nvisibility: private\ncost_center: CC-0042\nos_admin_user: debian\n',
      options: { properties: { cost_center: 'CC-####', visibility: ['private', 'shared'], os_admin_user: '*' } },
    }],
  },
  reads: ['*'],
  check(image, { options, isAbsent, report }) {
    for (const [name, wanted] of Object.entries(options.properties)) {
      const isBase = isAttribute(name);
      const value = valueOf(image, name);
      const patterns = [wanted].flat();
      const data = { name: clip(name), patterns: oneOf(patterns) };
      if (value !== undefined && !patterns.some((pattern) => matchesWildcard(pattern, value))) {
        report({ message: 'value', at: isBase ? [name] : ['properties', name], data: { ...data, value: show(value) } });
      } else if (value === undefined && isAbsent(isBase ? name : `properties.${name}`)) report({ message: 'missing', at: [], data });
    }
  },
});

function valueOf(image: Image, name: string): string | undefined {
  const value = isAttribute(name) ? image[name] : image.properties[name];
  return value === undefined || value === null || typeof value === 'object' ? undefined : String(value);
}
