import { defineRule } from '../../src/model/rule.js';
import { oneOf, show } from '../../src/words/show.js';
import { matchesWildcard } from '../../src/words/wildcard.js';

interface Options {
  readonly patterns: readonly string[];
}

export default defineRule<Options>({
  id: 'name-pattern',
  topic: 'policy',
  summary: 'names of images are built as the house wants them',
  severity: 'warning',
  consequence: { by: 'operator', when: 'always', effect: 'unclear' },
  presets: [],
  why: 'A rule without an opinion of its own. Users pick images by their names, and scripts match them: give the patterns of which a name has to match one.',
  source: ['glance-lint src/words/wildcard.ts'],
  messages: { other: 'The name is {name}, but names have to match {patterns} here.' },
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      patterns: {
        description: 'Patterns, one of which a name has to match. `*` is any text, `?` one character, `#` one digit, `[a-z]` one of a range.',
        type: 'array',
        items: { type: 'string' },
        default: ['*'],
      },
    },
  },
  examples: {
    bad: [{ manifest: 'name: my image\ndisk_format: raw\ncontainer_format: bare\n', options: { patterns: ['Debian ##', 'Ubuntu ##.##'] } }],
    good: [{ manifest: 'name: Ubuntu 24.04\ndisk_format: raw\ncontainer_format: bare\n', options: { patterns: ['Debian ##', 'Ubuntu ##.##'] } }],
  },
  reads: ['name'],
  check({ name }, { options, report }) {
    if (typeof name !== 'string' || options.patterns.some((pattern) => matchesWildcard(pattern, name))) return;
    report({ message: 'other', at: ['name'], data: { name: show(name), patterns: oneOf(options.patterns) } });
  },
});
